import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("Waiting, waits and outcomes of several services: each one's own, and all counted once")
struct ServicesListsTests {
  private static let day = MadeService.day("2025-06-30")
  private let days = MadeService.day("2024-01-01")...day
  private let service = Service(.plain)
  private let act = Act(
    actor: Actor(account: "test", claim: nil, host: "host"), command: "test", today: day,
    clock: { Instant(microseconds: 0) }, source: RandomSource { 0 })

  private func read<Value>(
    _ ledgers: [Ledger], _ body: ([OpenService]) throws -> Value
  ) throws -> Value {
    for one in ledgers { try one.store.prepareWaited() }
    return try Store.read(
      ledgers.map(\.store)[...], as: act.actor, for: .report, at: Instant(microseconds: 0)
    ) { stores in
      try body(stores.enumerated().map { OpenService("S\($0)", $1, service) })
    }.content
  }

  /// The three reports of some services.
  private func reports(_ ledgers: [Ledger]) throws -> [Report] {
    let settled = ledgers.map { _ in service }
    let ended = EndingDays(days.lowerBound, days.upperBound)
    return try read(ledgers) { services in
      let waiting = try OfServices<WaitingLists>(of: services, on: Self.day, act)
      let waits = try OfServices<[Timeliness.Referrals]>(of: services, days, act)
      let outcomes = try OfServices<Collated>(of: services, ended, Instruments([]), act)
      return [
        WaitingReport(waiting, settled).report,
        TimelinessReport(waits, by: [.agency, .month], days, code: "2024", settled).report,
        TimelinessReport(waits, by: [.year], days, code: "2024", settled).report,
        OutcomeReport(outcomes, settled, ended, on: Self.day).report,
      ]
    }
  }

  /// Of all: without the services, and the lists themselves, which are each one's own.
  private func tables(_ report: Report) -> [Report.Table] {
    report.tables.filter { !$0.code.hasSuffix("service") && !$0.code.hasSuffix("services") }
      .filter { !$0.code.hasSuffix("-state") }
  }

  private func expectSame(_ several: [Report], _ one: [Report]) {
    for (several, one) in zip(several, one) {
      for (a, b) in zip(tables(several), tables(one)) {
        #expect(a.rows.map(\.labels) == b.rows.map(\.labels), "\(one.code) \(a.code)")
        let cells = [a, b].map { $0.rows.map { $0.cells.map(\.told) } }
        #expect(cells[0] == cells[1], "\(one.code) \(a.code)")
      }
      #expect(tables(several).count == tables(one).count)
      #expect(wrongSums(several) == [], "\(several.code)")
      let names = several.relations.flatMap(\.parts).map(\.text)
      #expect(names.contains { $0.contains("service=S0") }, Comment(rawValue: several.code))
    }
  }

  private func beside(_ report: Report) throws -> [Report.Table] {
    let tables = report.tables.filter {
      $0.code.hasSuffix("service") || $0.code.hasSuffix("services")
    }
    #expect(!tables.isEmpty)
    return tables
  }

  @Test("Services that share nobody come to what one store of all entries says", arguments: 51...54)
  func apart(_ seed: UInt64) throws {
    let parts = try MadeParts(seed: seed)
    let one = try reports([try Ledger(parts.all)])
    let ledgers = try parts.apart.map { try Ledger($0) }
    let several = try reports(ledgers)
    expectSame(several, one)
    #expect(one.prefix(3).allSatisfy { $0.tables.contains { $0.rows.count > 1 } })
    for report in several {
      for table in try beside(report) {
        #expect(table.rows.map(\.labels) == [["S0"], ["S1"], ["S2"], ["All"]])
      }
    }
    // Each stands as its own report has it.
    for (place, ledger) in ledgers.enumerated() {
      let own = try reports([ledger])
      for (several, own) in zip(several, own) where own.code == "timeliness" {
        let row = try #require(beside(several)[0].rows.first { $0.labels == ["S\(place)"] })
        let all = try #require(own.tables[0].rows.last)
        #expect(row.cells.map(\.told) == all.cells.map(\.told))
      }
    }
  }

  @Test("What stands in several stores is counted once", arguments: 51...54)
  func copied(_ seed: UInt64) throws {
    let parts = try MadeParts(seed: seed)
    let one = try reports([try Ledger(parts.all)])
    let ledgers = try parts.overlapping.map { try Ledger($0) }
    let several = try reports(ledgers)
    expectSame(several, one)
    let shared = try several.map { try beside($0).flatMap(\.rows).map(\.labels) }
    // One seed has something of every kind that several know.
    #expect((seed == 51 ? shared : [shared[1]]).allSatisfy { $0.contains(["Less: shared"]) })
  }

  @Test("What one service alone was told without a case is counted beside all else")
  func loose() throws {
    let parts = try MadeParts(seed: 55)
    let one = try reports([try Ledger(parts.all)])
    // Both have what names no case, and no case is known to both.
    let ledgers = try (0..<2).map { place in
      try Ledger(parts.entries { parts.place(of: $0, among: 2) == place } + parts.loose)
    }
    expectSame(try reports(ledgers), one)
  }

  /// The header of something of the family, written down on its day.
  private func header(_ id: String, _ day: String) -> Header {
    var header = Header()
    header.id = ID(id)
    header.day = MadeService.day(day)
    header.recorded = Instant(inLondonOn: header.day, at: .midnight)
    header.family = id == "YC-7KQ4-M2DX-J" ? nil : ID("YC-7KQ4-M2DX-J")
    return header
  }

  private func closure(_ id: String, _ day: String, _ reason: Closure.Reason) -> Entry {
    var closure = Closure()
    (closure.header, closure.because, closure.planned) = (header(id, day), reason, true)
    return closure.entry
  }

  private var begun: [Entry] {
    var (family, child, triage) = (Family(), Person(), Triage())
    family.header = header("YC-7KQ4-M2DX-J", "2024-02-01")
    (child.header, child.role) = (header("YP-3CR9-H4NT-Y", "2024-02-01"), .youngCarer)
    triage.header = header("T1", "2024-02-01")
    (triage.person, triage.ways) = (ID("YP-3CR9-H4NT-Y"), ["accepted"])
    return [family.entry, child.entry, triage.entry]
  }

  @Test("How a family is that was handed on is asked after the last ending")
  func after() throws {
    let passed = closure("C1", "2024-05-01", .transferred)
    let ended = closure("C2", "2024-09-02", .planDone)
    var (reopening, followUp) = (Reopening(), FollowUp())
    (reopening.header, reopening.because) = (header("R1", "2024-05-01"), "passed on")
    (followUp.header, followUp.situation) = (header("F1", "2025-03-09"), .settled)
    let south = [reopening.entry, ended, followUp.entry]
    for ledgers in [
      [try Ledger(begun + [passed]), try Ledger(begun + south)],
      [try Ledger(begun + south), try Ledger(begun + [passed])],
      [try Ledger(begun + [passed]), try Ledger(begun + [ended, followUp.entry])],
    ] {
      for (month, count) in [("2024-11", 0), ("2025-03", 1)] {
        let period = try ReportingPeriod(month, .month)
        let figures = try read(ledgers) {
          try PeriodFigures(of: $0, Spans(period), act) { _ in Counting(period) }
        }
        #expect(figures.tally.count(.sixAfter, Spans.this) == count, "\(month)")
        #expect(
          figures.tally.count(.sixKnown, Spans.this, .kind, FollowUp.Situation.settled.rawValue)
            == count)
      }
    }
  }

  @Test("A family that was handed on has one ending: where none goes on with it")
  func handedOn() throws {
    let passed = closure("C1", "2024-05-01", .transferred)
    let ended = closure("C2", "2024-09-01", .planDone)
    var reopening = Reopening()
    reopening.because = "passed on"
    reopening.header = header("R1", "2024-05-01")
    reopening.header.recorded = Instant(
      inLondonOn: reopening.header.day + 1, at: .midnight)
    func told(_ one: [Entry], _ other: [Entry]) throws -> [String?: Int] {
      let report = try reports([try Ledger(begun + one), try Ledger(begun + other)])[3]
      return Dictionary(
        uniqueKeysWithValues: report.tables[0].rows.map { row in
          (row.labels.first, row.cells.last.flatMap(\.number) ?? 0)
        })
    }
    let all = "All families"
    // The south goes on with it.
    #expect(try told([passed], [])[all] == 0)
    #expect(try told([], [passed])[all] == 0)
    // The south has ended it, whatever it knows of the north.
    for south in [[ended], [passed, reopening.entry, ended]] {
      let told = try told([passed], south)
      #expect(told[all] == 1)
      #expect(told[Closure.Reason.planDone.rawValue] == 1)
    }
    // Both ended it on one day: once.
    let same = closure("C3", "2024-05-01", .moved)
    #expect(try told([passed], [same])[all] == 1)
    #expect(try told([passed], [passed])[all] == 1)
  }
}

extension Figure {
  fileprivate var number: Int? {
    if case .count(let count) = self { count.value } else { nil }
  }

  /// What it says, whatever its quantity.
  fileprivate var told: Figure {
    if case .count(let count) = self { .count(Count(count.value, nil)) } else { self }
  }
}
