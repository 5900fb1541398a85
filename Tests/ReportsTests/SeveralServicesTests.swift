import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("Several services: each one's figures, and all of them counted once")
struct SeveralServicesTests {
  static let seeds: [UInt64] = Array(31...36)
  private let act = Act(
    actor: Actor(account: "test", claim: nil, host: "host"), command: "test",
    today: MadeService.days.upperBound, clock: { Instant(microseconds: 0) },
    source: RandomSource { 0 })

  private func figures(_ ledgers: [Ledger], _ period: ReportingPeriod) throws -> PeriodFigures {
    try Store.read(
      ledgers.map(\.store)[...], as: act.actor, for: .report, at: Instant(microseconds: 0)
    ) { stores in
      try PeriodFigures(
        of: stores.enumerated().map { OpenService("S\($0)", $1, Service(.plain)) },
        Spans(period), act
      ) { _ in Counting(period) }
    }.content
  }

  private func periods(_ seed: UInt64) throws -> [ReportingPeriod] {
    [
      try ReportingPeriod(["2024-11", "2025-02", "2025-06"][Int(seed % 3)], .month),
      try ReportingPeriod("2024-25", .year),
    ]
  }

  /// All but who each service is.
  private func expectSame(
    _ several: PeriodFigures, _ one: PeriodFigures, _ words: String,
    where isCounted: (Measure) -> Bool = { _ in true }
  ) {
    let counts = several.tally.counts.filter { $0.key.dimension != .service }
    for key in Set(counts.keys).union(one.tally.counts.keys) where isCounted(key.measure) {
      #expect(counts[key] == one.tally.counts[key], "\(words) \(key)")
    }
    for key in Set(several.tally.spreads.keys).union(one.tally.spreads.keys)
    where isCounted(key.measure) {
      #expect(several.tally.spreads[key] == one.tally.spreads[key], "\(words) \(key)")
    }
  }

  @Test("Services that share nobody come to what one store of all entries says", arguments: seeds)
  func apart(_ seed: UInt64) throws {
    let parts = try MadeParts(seed: seed)
    let one = try Ledger(parts.all)
    let ledgers = try parts.apart.map { try Ledger($0) }
    for period in try periods(seed) {
      let (several, whole) = (try figures(ledgers, period), try one.figures(period))
      expectSame(several, whole, period.code)
      #expect(several.past == whole.past && several.carriedOut == whole.carriedOut)
      #expect(several.schools == whole.schools)
      #expect(several.wrong.isEmpty && several.services.count == 3)
      for (place, ledger) in ledgers.enumerated() {
        let own = try ledger.figures(period)
        #expect(several.services["S\(place)"]?.tally == own.tally)
        let count = several.tally.count(.referrals, Spans.this, .service, "S\(place)")
        #expect(count == own.tally.count(.referrals, Spans.this))
      }
    }
  }

  @Test("What stands in several stores is counted once", arguments: seeds)
  func copied(_ seed: UInt64) throws {
    let parts = try MadeParts(seed: seed)
    let one = try Ledger(parts.all)
    let ledgers = try parts.overlapping.map { try Ledger($0) }
    for period in try periods(seed) {
      let (several, whole) = (try figures(ledgers, period), try one.figures(period))
      expectSame(several, whole, period.code)
      #expect(several.past == whole.past && several.carriedOut == whole.carriedOut)
      #expect(several.wrong.isEmpty)
      let beside = ServicesSection(figures: several, settled: [Service(.plain)])
      let report = Report(
        code: "", title: "", preface: [], sections: [try #require(beside.section)],
        relations: beside.relations)
      #expect(wrongSums(report).isEmpty)
      #expect(several.overlap(.referrals, Spans.this) > 0 || period.length == .month)
    }
  }

  @Test("A family that was handed on is worked with while any service does", arguments: seeds)
  func handedOn(_ seed: UInt64) throws {
    let parts = try MadeParts(seed: seed)
    let one = try Ledger(parts.all)
    let time = Instant(inLondonOn: MadeService.day("2025-01-15"), at: .midnight)
    // Nothing is written of a case that is not there.
    let written = parts.entries {
      parts.place(of: $0, among: 4) == 1 && $0.header.recorded < time
    }
    let cases = Set(written.filter { $0.kind == .family }.map(\.id))
    let handed = written.filter { $0.header.family.map(cases.contains) ?? true }
    let ledgers = try [Ledger(parts.all), Ledger(handed + parts.lists)]
    let heads: Set<Measure> = [
      .newChildren, .servedFamilies, .involvedFamilies, .unledFamilies, .involvedChildren,
      .sixAfter, .sixKnown, .twelveAfter, .twelveKnown,
    ]
    let endings = Set(
      try ledgers[0].read { reader in
        var found: Set<Measure> = []
        let counting = Counting(try ReportingPeriod("2024-25", .year))
        try reader.eachCase { file in
          let facts = counting.facts(of: file)
          found.formUnion((facts.involvement + facts.endings).map(\.measure))
        }
        return found
      })
    for period in try periods(seed) {
      let (several, whole) = (try figures(ledgers, period), try one.figures(period))
      expectSame(several, whole, period.code) { !heads.contains($0) && !endings.contains($0) }
      #expect(several.wrong.isEmpty, "\(period.code) \(several.wrong)")
      for slot in several.spans.all.indices {
        for measure in heads.union(Measure.beginnings)
        where ![.sixAfter, .sixKnown, .twelveAfter, .twelveKnown].contains(measure) {
          #expect(several.overlap(measure, slot) >= 0)
          for figures in several.services.values
          where measure == .newChildren || measure.isStock && measure != .unledFamilies {
            #expect(several.tally.count(measure, slot) >= figures.tally.count(measure, slot))
          }
        }
      }
      #expect(several.families.steps.allSatisfy { $0.count >= 0 })
    }
  }

  /// A child of whom two services know the number: told by it, and by nothing else.
  private struct Told {
    var first: [(recorded: Instant, day: Day)] = []
    var stays: [Stay] = []
  }

  @Test(
    "A child whom a number tells is one among the new children and those worked with",
    arguments: seeds)
  func numbers(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let made = try [seed, seed + 100].map { try MadeService(children: 60, seed: $0).entries }
    let children = made.map { entries in
      entries.compactMap { entry -> ID? in
        guard case .person(let person) = entry, person.role == .youngCarer,
          person.header.replaces == nil
        else { return nil }
        return entry.id
      }
    }
    let pairs = Array(
      zip(children[0].shuffled(using: &random), children[1].shuffled(using: &random)).prefix(40))
    let ledgers = try made.enumerated().map { place, entries in
      let numbers = Dictionary(
        uniqueKeysWithValues: pairs.enumerated().map {
          (place == 0 ? $1.0 : $1.1, Self.number($0))
        })
      return try Ledger(
        entries.map { entry in
          guard case .person(var person) = entry, let number = numbers[entry.id] else {
            return entry
          }
          (person.upn, person.nhsNumber) = (number.upn, number.nhs)
          return .person(person)
        })
    }
    // Whom a service takes for one or for nobody any more is left to it.
    let today = try ledgers.map { ledger in
      try ledger.read { reader in
        try Dictionary(
          uniqueKeysWithValues: pairs.flatMap { [$0.0, $0.1] }.map {
            ($0, try reader.today($0).person ?? $0)
          })
      }
    }
    let told = try ledgers.map { try $0.read { try self.told($0) } }
    for period in try periods(seed) {
      let several = try figures(ledgers, period)
      #expect(several.wrong.isEmpty, "\(several.wrong)")
      let standing = try ledgers.map { try $0.read { try $0.holding() } }
      var both: Set<[ID]> = []
      for (one, other) in pairs {
        guard let a = today[0][one], let b = today[1][other],
          standing[0].numbers.contains(where: { $1 == a && standing[1].numbers[$0] == b })
        else { continue }
        both.insert([a, b])
      }
      // Two of one store that a third would make one are left alone.
      let alone = both.filter { pair in
        both.count { $0[0] == pair[0] || $0[1] == pair[1] } == 1
      }
      #expect(alone.count > 20)
      for slot in several.spans.all.indices {
        let days = several.spans.all[slot].days
        var (again, twice) = (0, 0)
        for pair in alone {
          guard let a = told[0][pair[0]], let b = told[1][pair[1]] else { continue }
          if a.first.count + b.first.count == 2,
            let later = (a.first + b.first).max(by: { $0.recorded < $1.recorded }),
            days.contains(later.day)
          {
            again += 1
          }
          let last = days.upperBound
          if [a, b].allSatisfy({ $0.stays.contains { $0.isOpen(after: last) } }) { twice += 1 }
        }
        #expect(several.overlap(.newChildren, slot) == again, "\(period.code) \(slot)")
        #expect(several.overlap(.involvedChildren, slot) == twice, "\(period.code) \(slot)")
        #expect(several.overlap(.referrals, slot) == 0)
        #expect(several.overlap(.involvedFamilies, slot) == 0)
      }
    }
  }

  private func told(_ reader: Reader) throws -> [ID: Told] {
    let counting = Counting(try ReportingPeriod("2024-25", .year))
    var told: [ID: Told] = [:]
    try reader.eachCase { file in
      for child in file.children {
        told[child.id, default: Told()].stays += file.stays(of: child, in: file.stays)
      }
      for fact in counting.facts(of: file).reach where fact.measure == .newChildren {
        guard let child = fact.child, let referral = fact.referral else { continue }
        told[child, default: Told()].first.append((referral.header.recorded, fact.day))
      }
    }
    return told
  }

  /// Each third child has both numbers, others one of them.
  private static func number(_ place: Int) -> (upn: String?, nhs: String?) {
    let digits = String(800_000_000_000 + place)
    let upn = "ABCDEFGHJKLMNPQRTUVWXYZ".lazy.compactMap { UPN("\($0)\(digits)")?.text }.first
    let nhs = (0...9).lazy.compactMap { NHSNumber("9990000\(place + 10)\($0)")?.text }.first
    return place % 3 == 0 ? (upn, nhs) : place % 3 == 1 || nhs == nil ? (upn, nil) : (nil, nhs)
  }
}
