import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("P38: the flow counts those who were forgotten, and nobody can tell who they were")
struct ForgottenFlowTests {
  /// No two commands draw the same names.
  private static let drawn = Draw()

  private final class Draw: @unchecked Sendable {
    private let lock = NSLock()
    private var last: UInt64 = 0
    func next() -> UInt64 {
      lock.withLock {
        last += 1
        return last
      }
    }
  }

  /// Somebody who writes at a moment.
  private func act(_ time: String) throws -> Act {
    let moment = try #require(Instant(time))
    var random = Seeded(Self.drawn.next())
    return Act(
      actor: Actor(account: "test", claim: nil, host: "host"), command: "test",
      today: Day(inLondonAt: moment), clock: { moment },
      source: RandomSource { random.next() })
  }

  private func forget(_ cases: Set<ID>, _ ledger: Ledger, at time: String) throws -> Forgetting {
    try ledger.store.write(try act(time)) {
      try $0.forget(cases, because: "six years", decider: "M Osei")
    }.value
  }

  /// Families with so many children, worked with from September on.
  private func service(_ children: [Int]) throws -> (entries: [Entry], families: [ID], pen: Pen) {
    var pen = Pen(
      seed: 1, days: MadeService.day("2026-09-01")...MadeService.day("2026-12-31"))
    pen.isPrompt = true
    let families = children.map { count in
      let day = MadeService.day("2026-09-07")
      let family = pen.newID(.family)
      pen.write(Family(), family, on: day, id: family)
      for _ in 0..<count {
        var child = Person()
        child.role = .youngCarer
        pen.write(child, family, on: day, id: pen.newID(.person))
      }
      var triage = Triage()
      triage.ways = [Triage.Way.accepted.rawValue]
      pen.write(triage, family, on: day + 1)
      return family
    }
    return (pen.entries, families, pen)
  }

  @Test("What October carried out November carries in, though a family was forgotten in between")
  func october() throws {
    var (entries, families, pen) = try service([2, 1, 3])
    var closure = Closure()
    closure.because = .planDone
    entries.append(
      pen.write(closure, families[0], on: MadeService.day("2026-11-10")).entry)
    let ledger = try Ledger(entries)
    let (october, november) = try (
      ReportingPeriod("2026-10", .month, today: MadeService.day("2026-12-31")),
      ReportingPeriod("2026-11", .month, today: MadeService.day("2026-12-31"))
    )
    let reported = try ledger.figures(october)
    #expect(reported.families.carriedOut == 3 && reported.children.carriedOut == 6)
    let forgotten = try forget([families[0]], ledger, at: "2026-11-20T10:00:00Z")
    #expect(forgotten.families == ["2026-09-30/2026-11-30"])
    #expect(forgotten.children == ["2026-09-30/2026-11-30", "2026-09-30/2026-11-30"])
    #expect(forgotten.people == 2 && forgotten.entries == 5)
    let figures = try ledger.figures(november)
    #expect(figures.wrong.isEmpty)
    #expect(figures.families.carriedIn == 3 && figures.children.carriedIn == 6)
    #expect(figures.families.carriedOut == 2 && figures.children.carriedOut == 4)
    func step(_ flow: Flow) -> Flow.Step? { flow.steps.first { $0.code.hasSuffix("forgotten") } }
    #expect(step(figures.families)?.count == 1 && step(figures.families)?.isLess == true)
    #expect(step(figures.children)?.count == 2)
    #expect(
      figures.families.steps.map(\.code)[3...4] == [
        "involvedFamilies takenBack", "involvedFamilies forgotten",
      ])
    // Of December nobody was forgotten: they had gone.
    let december = try ledger.figures(
      ReportingPeriod("2026-12", .month, today: MadeService.day("2026-12-31")))
    #expect(december.wrong.isEmpty && december.families.carriedIn == 2)
    #expect(step(december.families)?.count == 0)
    let table = PeriodReport(figures, [Service(.plain)], on: MadeService.day("2026-12-01"))
      .report.tables.first { $0.code == "flow" }
    #expect(
      table?.rows.contains { $0.labels == ["Less: forgotten since, as the law asks"] } == true)
    // Made again as it was known before, the report knows nothing of it.
    let before = try ledger.store.asItStood(
      at: try #require(Instant("2026-11-15T00:00:00Z")), try act("2026-12-01T10:00:00Z"))
    let actor = Actor(account: "test", claim: nil, host: "host")
    let past = try before.read(as: actor, for: .report, at: Instant(microseconds: 0)) {
      try $0.figures(Counting(november))
    }.content
    #expect(step(past.families)?.count == 0 && past.wrong.isEmpty)
  }

  @Test(
    "Whoever is forgotten, every period carries in what it carried in before, and balances",
    arguments: [UInt64(2), 3, 5, 6, 7, 8, 9, 10, 11, 13])
  func law(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    let periods = try stride(from: 1, to: 36, by: 3).map { number in
      let first = MadeService.days.lowerBound.adding(months: number)
      return try ReportingPeriod(String(first.description.prefix(7)), .month)
    }
    let before = try periods.map { try ledger.figures($0) }
    var random = Seeded(seed)
    var cases = try ledger.read { try $0.everyCase() }.sorted()
    cases.shuffle(using: &random)
    // Those who were one with another family for a time come after the others.
    let (clear, joined) = try ledger.read { reader in
      let isClear = try cases.map { one in
        let around = try reader.around([one])
        return around.cases == [one]
      }
      return (
        zip(cases, isClear).filter(\.1).map(\.0), zip(cases, isClear).filter { !$0.1 }.map(\.0)
      )
    }
    func forget(_ some: [ID], most: Int) throws -> [Forgetting] {
      var forgotten: [Forgetting] = []
      for one in some where forgotten.count < most {
        do {
          forgotten.append(try self.forget([one], ledger, at: "2026-03-31T22:00:00Z"))
        } catch let problem as Problem {
          #expect(problem.status == .notAllowed, "\(problem.code)")
        }
      }
      return forgotten
    }
    let forgotten = try forget(clear, most: 24)
    #expect(forgotten.count > 2 && forgotten.contains { !$0.families.isEmpty })
    var met = 0
    for new in try expectCarriedIn(before, periods, ledger) {
      met += new.past.families.forgotten
      #expect(new.past.children.forgotten >= 0)
    }
    #expect(met > 0)
    _ = try forget(joined, most: 8)
    _ = try expectCarriedIn(before, periods, ledger)
  }

  /// The reports of the periods now: they balance, and carry in what they carried in before.
  private func expectCarriedIn(
    _ before: [PeriodFigures], _ periods: [ReportingPeriod], _ ledger: Ledger
  ) throws -> [PeriodFigures] {
    try zip(periods, before).map { period, old in
      let new = try ledger.figures(period)
      #expect(new.wrong.isEmpty, "\(period.code) \(new.wrong)")
      #expect(new.families.carriedIn == old.families.carriedIn, "\(period.code)")
      #expect(new.children.carriedIn == old.children.carriedIn, "\(period.code)")
      for step in new.families.steps + new.children.steps { #expect(step.count >= 0) }
      return new
    }
  }

  @Test("Two who were joined by mistake, closed as one, parted, and one of them forgotten")
  func joinedByMistake() throws {
    var (entries, families, pen) = try service([1, 1])
    let children = entries.compactMap { $0.kind == .person ? $0.id : nil }
    func decide(_ same: Bool, _ day: String) {
      var decision = SamePerson()
      (decision.one, decision.other) = (children[0], children[1])
      decision.because = ["x"]
      entries.append(pen.write(decision, families[0], on: MadeService.day(day)).entry)
    }
    decide(true, "2026-09-20")
    let join = try #require(entries.last)
    var closure = Closure()
    closure.because = .planDone
    entries.append(pen.write(closure, families[0], on: MadeService.day("2026-10-10")).entry)
    var withdrawal = Withdrawal()
    withdrawal.entries = [join.id.text]
    withdrawal.because = "they are two"
    entries.append(pen.write(withdrawal, nil, on: MadeService.day("2026-11-20")).entry)
    let ledger = try Ledger(entries)
    let periods = try ["2026-10", "2026-11", "2026-12"].map {
      try ReportingPeriod($0, .month, today: MadeService.day("2026-12-31"))
    }
    let before = try periods.map { try ledger.figures($0) }
    let forgotten = try forget([families[0]], ledger, at: "2026-12-31T10:00:00Z")
    #expect((forgotten.families + forgotten.children).contains { $0.hasPrefix("-") })
    _ = try expectCarriedIn(before, periods, ledger)
  }

  @Test("What plain SQL counts of the view is what the flow has", arguments: UInt64(1)...4)
  func sql(_ seed: UInt64) throws {
    let made = try MadeParts(seed: seed)
    let ledger = try Ledger(made.all)
    var met = 0
    for (code, length) in FiguresTests.periods {
      let period = try ReportingPeriod(code, length)
      let past = try ledger.figures(period).past
      for (column, count) in [
        ("families", past.families.forgotten), ("children", past.children.forgotten),
      ] {
        let counted = try ledger.sql { db in
          try Int.fetchOne(
            db,
            sql: """
              SELECT count(*) FROM forgettings, json_each(forgettings.\(column)) AS stay
              WHERE forgettings.recorded >= :since AND substr(stay.value, 1, 10) <= :before
                AND substr(stay.value, 12) > :before AND stay.value NOT LIKE '-%'
              """,
            arguments: [
              "since": Instant(inLondonOn: period.first, at: .midnight).text,
              "before": (period.first + -1).description,
            ])
        }
        #expect(count == counted, "\(code) \(column)")
        met += count
      }
    }
    #expect(met > 0)
  }

  @Test("Ends of months, and the stays that they make")
  func stays() throws {
    let ends = Forgetting.monthEnds(
      from: MadeService.day("2024-01-31"), until: try #require(Instant("2024-04-30T23:30:00Z")))
    #expect(ends.map(\.description) == ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"])
    let stays = Forgetting.stays(Array(zip(ends, [1, 2, 1, 0])).map { ($0, $1) })
    #expect(stays == ["2024-01-31/2024-03-31", "2024-02-29/2024-04-30"])
    for (end, count) in zip(ends, [1, 2, 1, 0]) {
      #expect(Forgetting.count(stays, after: end) == count)
    }
    let fewer = Forgetting.stays(Array(zip(ends, [1, -1, -1, 0])).map { ($0, $1) })
    #expect(fewer == ["-2024-02-29/2024-04-30", "2024-01-31/2024-02-29"])
    for (end, count) in zip(ends, [1, -1, -1, 0]) {
      #expect(Forgetting.count(fewer, after: end) == count)
    }
    #expect(Forgetting.stays([(ends[3], 1)]) == ["2024-04-30/2024-05-31"])
    #expect(Forgetting.count(["x", "", "2024-01-31", "2024-13-01/x"], after: ends[0]) == 0)
    let odd = Forgetting.monthEnds(
      from: Day(number: -700_000), until: try #require(Instant("2024-04-30T00:00:00Z")))
    #expect(odd.count == 1_200 && odd.last == ends[2])
  }
}
