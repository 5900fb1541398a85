import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

/// A store of entries as they are: nothing is asked of a clock or of chance.
final class Ledger {
  let store: Store

  /// In the order in which they come, so many to a command.
  init(_ entries: [Entry], batch: Int = .max) throws {
    store = try Store.pipe()
    let act = Act(
      actor: Actor(account: "test", claim: nil, host: "host"), command: "test",
      today: MadeService.days.upperBound, clock: { Instant(microseconds: 0) },
      source: RandomSource { 0 })
    for start in stride(from: 0, to: entries.count, by: min(batch, max(entries.count, 1))) {
      _ = try store.write(act) { writer in
        for entry in entries[start...].prefix(batch) { try writer.append(entry) }
      }
    }
  }

  func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    let actor = Actor(account: "test", claim: nil, host: "host")
    return try store.read(as: actor, for: .report, at: Instant(microseconds: 0), body).content
  }

  func sql<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
    try store.queue.writeWithoutTransaction(body)
  }

  func figures(_ period: ReportingPeriod) throws -> PeriodFigures {
    try read { try $0.figures(Counting(period)) }
  }
}

extension Counting {
  init(_ period: ReportingPeriod) {
    self.init(Spans(period), Service(.plain), instruments: Instruments([]))
  }
}

extension ReportingPeriod {
  init(_ code: String, _ length: Length) throws {
    try self.init(code, length, today: MadeService.days.upperBound)
  }
}

@Suite("Every figure of a period is what plain SQL counts")
struct FiguresTests {
  /// How many children the service has: more, as 5000, where `CARERS_CHILDREN` says so.
  static let children =
    ProcessInfo.processInfo.environment["CARERS_CHILDREN"].flatMap { Int($0) } ?? 1000

  static let periods: [(String, ReportingPeriod.Length)] = [
    ("2024-11", .month), ("2024-04", .month), ("2025-04", .month), ("2026-03", .month),
    ("2024-Q4", .quarter), ("2024-25", .year),
  ]

  @Test("Counts, kinds, breakdowns, middles, days shut and schools") func same() throws {
    let ledger = try Ledger(MadeService(children: Self.children, seed: 1).entries)
    try ledger.sql { try SQLCount.prepare($0) }
    for (code, length) in Self.periods {
      let period = try ReportingPeriod(code, length)
      let figures = try ledger.figures(period)
      try ledger.sql { try compare(figures, SQLCount(figures.spans, $0), code) }
    }
  }

  private func compare(_ figures: PeriodFigures, _ counted: SQLCount, _ code: String) throws {
    let tally = figures.tally
    for key in Set(tally.counts.keys).union(counted.counts.keys) {
      let (ours, theirs) = (tally.counts[key] ?? 0, counted.counts[key] ?? 0)
      #expect(ours == theirs, "\(code) \(words(key))")
    }
    for key in Set(tally.spreads.keys).union(counted.middles.keys) {
      let ours = tally.spreads[key].map { SQLCount.Middle($0) }
      #expect(ours == counted.middles[key], "\(code) \(words(key))")
    }
    for form in [Assessment.Form.needs, .transition] {
      #expect(try figures.shut[form] == counted.shut(form.rawValue), "\(code) \(form)")
    }
    #expect(try figures.schools.heardFrom.map(\.count) == counted.schools())
    // Not one measure is compared with nothing.
    let met = Set(tally.counts.keys.map(\.measure)).union(tally.spreads.keys.map(\.measure))
    if figures.spans.period.length == .year, Self.children >= 500 {
      #expect(met == Set(Measure.allCases))
    }
  }

  private func words(_ key: Tally.Key) -> String {
    "\(key.measure) \(key.slot) \(key.dimension?.rawValue ?? "") \(key.value)"
  }
}
