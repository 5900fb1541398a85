import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("What holds of the figures of every service and every month")
struct FigureLawTests {
  private static let seeds: [UInt64] = Array(2...13)

  private func months(_ seed: UInt64) throws -> [ReportingPeriod] {
    try stride(from: Int(seed) % 5 + 2, to: 36, by: 7).map { number in
      let first = MadeService.days.lowerBound.adding(months: number)
      return try ReportingPeriod(String(first.description.prefix(7)), .month)
    }
  }

  @Test(
    "P38: a month begins with what was known when it began, and all identities hold",
    arguments: seeds)
  func flow(_ seed: UInt64) throws {
    let entries = try MadeService(children: 60, seed: seed).entries
    let ledger = try Ledger(entries)
    for period in try months(seed) {
      let figures = try ledger.figures(period)
      for identity in figures.identities {
        #expect(
          identity.holds, "\(period.code) \(identity.words): \(identity.left) \(identity.right)")
      }
      let since = Instant(inLondonOn: period.first, at: .midnight)
      let then = try Ledger(entries.filter { $0.header.recorded < since })
      let known = try then.read { try $0.involved(after: period.first + -1) }
      #expect(figures.families.carriedIn == known.families, "\(period.code)")
      #expect(figures.children.carriedIn == known.children, "\(period.code)")
      for step in figures.families.steps + figures.children.steps { #expect(step.count >= 0) }
      #expect(figures.families.steps.allSatisfy { $0.code.contains("amilies") })
      #expect(figures.children.steps.allSatisfy { $0.code.contains("hildren") })
    }
  }

  @Test("Every correction is met with") func corrections() throws {
    var met = Flow.Past()
    for seed in Self.seeds {
      let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
      for period in try months(seed) {
        let past = try ledger.figures(period).past
        for part in [\Flow.Past.families, \.children] {
          met[keyPath: part].parted += past[keyPath: part].parted
          met[keyPath: part].joined += past[keyPath: part].joined
          met[keyPath: part].writtenLate += past[keyPath: part].writtenLate
          met[keyPath: part].takenBack += past[keyPath: part].takenBack
        }
      }
    }
    for part in [met.families, met.children] {
      #expect(part.joined > 0 && part.writtenLate > 0 && part.takenBack > 0 && part.parted > 0)
    }
  }

  @Test("Tallies of some cases and of the others make that of all", arguments: seeds.prefix(4))
  func parts(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    let counting = Counting(try ReportingPeriod("2025-Q2", .quarter))
    var whole = Tally()
    var parts = Array(repeating: Tally(), count: 3)
    var random = Seeded(seed)
    try ledger.read { reader in
      let cases = try reader.cases(since: MadeService.days.lowerBound)
      try reader.eachCase(cases) { file in
        counting.add(file, to: &whole)
        counting.add(file, to: &parts[Int.random(in: 0..<3, using: &random)])
      }
    }
    var sum = Tally()
    for part in parts { sum.add(part) }
    #expect(sum == whole && !whole.counts.isEmpty && !whole.spreads.isEmpty)
  }

  @Test("The fields that are read are enough", arguments: seeds.prefix(3))
  func reading(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    let counting = Counting(try ReportingPeriod("2024-25", .year))
    try ledger.read { reader in
      let cases = try reader.cases(since: counting.spans.earliest)
      let tallies = try [nil, Facts.reads].map { fields in
        var tally = Tally()
        try reader.eachCase(cases, reading: fields) { counting.add($0, to: &tally) }
        return tally
      }
      #expect(tallies[0] == tallies[1] && !tallies[0].spreads.isEmpty)
    }
  }

  /// A report reads those cases only that its spans are about.
  @Test("No case that is left out has a figure", arguments: seeds.prefix(4))
  func leftOut(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    for period in try months(seed) {
      let counting = Counting(period)
      try ledger.read { reader in
        let read = try reader.cases(since: counting.spans.earliest)
        let rest = try reader.everyCase().subtracting(read)
        try reader.eachCase(rest) { file in
          var tally = Tally()
          counting.add(file, to: &tally)
          #expect(tally == Tally(), "\(period.code) \(file.family)")
        }
      }
    }
  }

  @Test(
    "Neither the order of loading nor the number of commands is seen", arguments: seeds.prefix(4))
  func orders(_ seed: UInt64) throws {
    let entries = try MadeService(children: 60, seed: seed).entries
    var random = Seeded(seed)
    let ledgers = [
      try Ledger(entries), try Ledger(entries, batch: 37),
      try Ledger(entries.shuffled(using: &random)), try Ledger(entries.reversed()),
    ]
    for period in try months(seed) {
      let figures = try ledgers.map { try $0.figures(period) }
      for other in figures.dropFirst() {
        let keys = Set(other.tally.counts.keys).union(figures[0].tally.counts.keys).filter {
          other.tally.counts[$0] != figures[0].tally.counts[$0]
        }
        #expect(keys.isEmpty, "\(period.code)")
        #expect(other.tally.spreads == figures[0].tally.spreads, "\(period.code)")
        #expect(other.families == figures[0].families && other.children == figures[0].children)
        #expect(other.shut == figures[0].shut && other.schools == figures[0].schools)
      }
    }
  }

  /// Whoever waits for ever after is whom the list names.
  @Test("Who waits is whom the waiting list names", arguments: seeds.prefix(6))
  func waiting(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    let figures = try ledger.figures(try ReportingPeriod("2031-01", .month))
    for (list, measure) in [("needs", Measure.needsWaiting), ("transition", .transitionWaiting)] {
      let named = try ledger.sql {
        try Int.fetchOne(
          $0, sql: "SELECT count(DISTINCT today) FROM waits WHERE list = ?", arguments: [list])
      }
      #expect(figures.tally.count(measure, Spans.this) == named)
    }
  }

  @Test("Middles are those of the sorted numbers", arguments: 0..<40)
  func middles(_ count: Int) {
    var random = Seeded(UInt64(count))
    let numbers = (0..<count).map { _ in Int.random(in: -9...30, using: &random) }.sorted()
    let (left, right) = (Spread(numbers.prefix(count / 3)), Spread(numbers.dropFirst(count / 3)))
    var spread = right
    spread.add(left)
    #expect(spread == Spread(numbers.shuffled(using: &random)))
    #expect(spread.count == count && spread.highest == numbers.last)
    guard count > 0 else { return #expect(spread.median == nil && spread.words == nil) }
    let middle = Double(numbers[(count - 1) / 2] + numbers[count / 2]) / 2
    #expect(spread.median.flatMap { Double($0) } == middle)
    // At least a quarter are no higher, and fewer than that are lower; and the other way round.
    for (quartile, share) in [(spread.lowerQuartile, 1), (spread.upperQuartile, 3)] {
      let value = quartile ?? .min
      #expect(numbers.count { $0 <= value } * 4 >= count * share)
      #expect(numbers.count { $0 < value } * 4 < count * share)
    }
  }
}
