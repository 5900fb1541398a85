import TestSupport
import Testing

@testable import Reports
@testable import Storage
@testable import YoungCarers

@Suite("Both waiting lists as they stand (P25 to P27)")
struct WaitingReportTests {
  private let service = Service(.plain)
  private let day = Day(number: 20_780)

  private func lists(
    _ children: [WaitingList.Child], _ changes: [ListChange] = [],
    transition others: [WaitingList.Child] = []
  ) -> WaitingLists {
    var lists = WaitingLists(on: day)
    for (form, children) in [(Assessment.Form.needs, children), (.transition, others)] {
      let list = ListState(form, changes, service, on: day)
      lists.states[form] = list
      lists.add(children, list, service)
    }
    return lists
  }

  private func report(_ lists: WaitingLists) -> Report {
    WaitingReport(OfServices(lists), [service]).report
  }

  private func child(_ number: Int, family: Int? = nil, waits days: Int) -> WaitingList.Child {
    WaitingList.Child(
      person: ID("YP-\(number)"), family: ID("YC-\(family ?? number)"), waitsFrom: day + -days)
  }

  private func change(_ state: ListChange.State, on day: Day, at time: Int) -> ListChange {
    var change = ListChange()
    change.state = state
    change.header.day = day
    change.header.recorded = Instant(microseconds: Int64(time))
    return change
  }

  @Test(
    "A wait stands in the band of its whole weeks",
    arguments: [
      (0, 0), (34, 0), (35, 1), (62, 1), (63, 2), (90, 2), (91, 3), (188, 3), (189, 4), (9999, 4),
    ])
  func bands(days: Int, band: Int) {
    let table = report(lists([child(1, waits: days)])).tables.first {
      $0.code == "needs-weeks"
    }
    let counts = table?.rows.map { $0.cells[0] == count($0.cells[0], 1) }
    #expect(counts == (0..<6).map { $0 == band || $0 == 5 })
  }

  private func count(_ figure: Figure, _ value: Int) -> Figure {
    if case .count(let count) = figure { .count(Count(value, count.quantity)) } else { figure }
  }

  private func values(_ cells: [Figure]?) -> [Int]? {
    cells?.compactMap { if case .count(let count) = $0 { count.value } else { nil } }
  }

  @Test("Children and families are both counted, and who waits on both lists once")
  func heads() {
    let made = report(
      lists(
        [child(1, waits: 9), child(2, family: 1, waits: 9), child(3, waits: 9)],
        transition: [child(3, waits: 9), child(4, waits: 9)]))
    #expect(values(made.cells("both", "Only for a needs assessment")) == [2, 1])
    #expect(values(made.cells("both", "For both")) == [1, 1])
    #expect(values(made.cells("both", "All who wait")) == [4, 3])
    #expect(values(made.cells("needs-list", "Waiting")) == [3, 2])
  }

  @Test("Who joined and who left in the 28 days up to the day")
  func moved() {
    let joined = [0, 27, 28].map { ago -> Entry in
      var triage = Triage()
      (triage.header.id, triage.header.day) = (ID("T\(ago)"), day + -ago)
      (triage.person, triage.ways) = (ID("YP-T\(ago)"), ["needs assessment"])
      return triage.entry
    }
    let left = [1, -1].map { ago -> Entry in
      var one = Assessment()
      one.header.id = ID("A\(ago)")
      (one.form, one.person) = (.needs, ID("YP-A\(ago)"))
      (one.requested, one.finished) = (day + -100, day + -ago)
      return one.entry
    }
    var lists = lists([])
    lists.add(CaseFile(family: ID("YC-1"), entries: joined + left, aliases: []))
    let made = report(lists)
    #expect(values(made.cells("needs-list", "Joined in the last 4 weeks")) == [2, 1])
    #expect(values(made.cells("needs-list", "Left, assessed, in the last 4 weeks")) == [1, 1])
  }

  @Test("A closed list says since when; who came then is to be passed to the council (P25)")
  func closed() {
    var waiting = child(1, waits: 3)
    waiting.whileClosed = true
    var passed = child(2, waits: 3)
    (passed.whileClosed, passed.passed) = (true, day)
    let made = report(lists([waiting, passed], [change(.closed, on: day + -9, at: 1)]))
    #expect(
      made.cells("needs-state", "Today")?.prefix(2) == [
        .text("closed"), .text((day + -9).written),
      ])
    #expect(made.cells("needs-state", "Today")?.last == .number(10))
    #expect(values(made.cells("needs-list", "Came while the list was closed")) == [2, 2])
    #expect(
      values(made.cells("needs-list", "Of these, still to be passed to the council")) == [1, 1])
  }

  @Test("A list is shut from the day it was closed to the day before it was opened")
  func shut() {
    let span = day + -9...day
    for (changes, days) in [
      ([], 0), ([(ListChange.State.closed, -20)], 10), ([(.closed, -3)], 4),
      ([(.closed, -20), (.open, -15)], 0), ([(.closed, -20), (.open, -7)], 2),
      ([(.closed, -5), (.open, -3), (.closed, -1)], 4), ([(.closed, 0), (.open, 0)], 0),
      ([(.open, -5)], 0), ([(.closed, 3)], 0), ([(.closed, -3), (.open, 5)], 4),
    ] as [([(ListChange.State, Int)], Int)] {
      let all = changes.enumerated().map { change($1.0, on: day + $1.1, at: $0) }
      #expect(ListChange.daysShut(all, during: span) == days, "\(changes)")
      #expect(ListChange.daysShut(all.reversed(), during: span) == days)
    }
  }

  @Test("Every total is the sum of its rows, whoever waits", arguments: UInt64(0)..<40)
  func sums(seed: UInt64) {
    var random = Seeded(seed)
    func children() -> [WaitingList.Child] {
      (0..<Int.random(in: 0...30, using: &random)).map { number in
        var one = child(
          number, family: number / 2, waits: Int.random(in: 0...400, using: &random))
        one.isInDanger = random.chance(5)
        one.due = random.chance(2) ? day + Int.random(in: -90...90, using: &random) : nil
        one.brief = random.chance(2) ? Answers(["school=3", "hours=0-9"]) : nil
        one.whileClosed = random.chance(3)
        return one
      }.filter { _ in !random.chance(3) }
    }
    let changes = random.chance(2) ? [change(.closed, on: day + -9, at: 1)] : []
    #expect(wrongSums(report(lists(children(), changes, transition: children()))) == [])
  }
}
