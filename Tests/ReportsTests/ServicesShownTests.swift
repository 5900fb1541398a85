import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("A report of several services, as it may be shown")
struct ServicesShownTests {
  private static let name = Dimension.service.rawValue

  /// A period of some services whose counts are drawn, `overlap` of them known to two.
  private func figures(_ random: inout Seeded, services: Int, overlap: Bool) throws
    -> PeriodFigures
  {
    let period = try ReportingPeriod("2024-11", .month)
    let counting = Counting(period)
    var whole = PeriodFigures(counting.spans)
    var often = PeriodFigures(counting.spans)
    for place in 0..<services {
      var own = PeriodFigures(counting.spans)
      for measure in ServicesSection.usual {
        let most = [3, 7, 20].randomElement(using: &random) ?? 3
        let count = Int.random(in: 0...most, using: &random)
        own.tally.add(count, to: Tally.Key(measure, Spans.this))
        if overlap, place == 0 {
          often.tally.add(
            Int.random(in: 0...count, using: &random), to: Tally.Key(measure, Spans.this))
        }
      }
      own.tally.subtract(
        Tally(own.tally.count(.newChildren, 0) - own.tally.count(.referrals, 0), .newChildren))
      whole.add(own, of: "service \(place)")
    }
    whole.add(often, times: -1)
    return whole
  }

  private func report(_ figures: PeriodFigures) -> Report {
    let section = ServicesSection(figures: figures, settled: [Service(.plain)])
    return Report(
      code: "month", title: "", preface: [], sections: [section.section].compactMap { $0 },
      relations: section.relations)
  }

  @Test(
    "The services make all, and no small number of one can be worked out", arguments: [2, 3, 5])
  func safe(_ services: Int) throws {
    for seed in 0..<60 {
      var random = Seeded(UInt64(seed))
      let truth = report(try figures(&random, services: services, overlap: false))
      #expect(wrongSums(truth).isEmpty)
      let release = Release(truth, for: .everybody)
      var recovery = Recovery()
      recovery.read(truth, shown: release.report)
      let found = recovery.recovered()
      #expect(found.count == 0 && found.undecided == 0, "\(seed)")
      #expect(release.report.marks.contains(.confidential))
    }
  }

  @Test("What several know is taken away in a line of its own", arguments: 0..<30)
  func overlap(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let figures = try figures(&random, services: 3, overlap: true)
    let truth = report(figures)
    let table = try #require(truth.tables.first)
    let less = table.rows.first { $0.labels == ["Less: shared"] }
    #expect((less != nil) == ServicesSection.usual.contains { figures.overlap($0, 0) > 0 })
    for column in table.columns.indices {
      let counts = table.rows.map { row -> Int in
        if case .count(let count) = row.cells[column] { count.value } else { 0 }
      }
      let again = less == nil ? 0 : counts[counts.count - 2]
      let services = counts.prefix(3).reduce(0, +)
      #expect(services - again == counts.last)
    }
    let release = Release(truth, for: .everybody)
    for row in release.report.tables[0].rows {
      for case .count(let count) in row.cells { #expect(!(1...4).contains(count.value)) }
    }
  }

  @Test("What a service published of itself gives away nothing of the other")
  func published() {
    let all = Quantity("referrals", "2024-11")
    let table = Report.Table(
      code: "reach", caption: "", columns: [""], rows: [Report.Row([""], [.count(Count(23, all))])])
    let report = RandomReports.report([table])
    func one(_ count: Int) -> Report {
      RandomReports.report([
        Report.Table(
          code: "reach", caption: "", columns: [""],
          rows: [Report.Row([""], [.count(Count(count, all))])])
      ])
    }
    for (own, other, isShown) in [(20, 3, false), (23, 0, true), (12, 11, true), (20, 6, true)] {
      let several = report.of([("north", one(own)), ("south", one(other))])
      var told = Published()
      var register = Published()
      register.add([PublishedFigure(all, own)])
      told.add(register, of: Self.name, "north")
      let release = Release(several.tied(to: told, named: nil), for: .everybody, told: told)
      #expect(release.report.marks.isEmpty == isShown, "\(own)")
      // Nothing was told of both together.
      #expect(Release(several, for: .everybody, told: told).report.marks.isEmpty)
    }
  }

  /// Referrals of some months, and all of them.
  private func months(_ counts: [Int]) -> Report {
    func quantity(_ parts: [String]) -> Quantity { Quantity("referrals", "2025-26", parts) }
    let rows = counts.enumerated().map { month, count in
      Report.Row(["\(month)"], [.count(Count(count, quantity(["month=\(month)"])))])
    }
    let all = Count(counts.reduce(0, +), quantity([]))
    return RandomReports.report([
      Report.Table(
        code: "waits", caption: "", columns: [""],
        rows: rows + [Report.Row(["All"], [.count(all)], isTotal: true)])
    ])
  }

  @Test(
    "Nobody takes from a report of several what each of them held back of itself",
    arguments: [2, 3])
  func heldBack(_ services: Int) throws {
    var held = 0
    for seed in 0..<60 {
      var random = Seeded(UInt64(seed))
      let counts =
        seed == 0
        ? [[20, 11, 9], [8, 4, 12], [6, 7, 8]]
        : (0..<3).map { _ in
          (0..<3).map { _ in Int.random(in: 0...[4, 9, 30][Int(random.next() % 3)], using: &random)
          }
        }
      let own = counts.prefix(services).enumerated().map { ("\($0)", months($1)) }
      let all = (0..<3).map { month in counts.prefix(services).reduce(0) { $0 + $1[month] } }
      var (told, recovery) = (Published(), Recovery())
      for (name, report) in own {
        let release = Release(report, for: .everybody)
        var register = Published()
        register.add(release.figures, release.sums)
        told.add(register, of: Self.name, name)
        recovery.read(
          report.renamed { $0.of(service: name) },
          shown: release.report.renamed { $0.of(service: name) })
      }
      let several = months(all).of(own).tied(to: told, named: nil)
      let release = Release(several, for: .everybody, told: told)
      recovery.read(several, shown: release.report)
      let found = recovery.recovered()
      let isWarned = release.remarks.contains { $0.matter == .exposed }
      #expect(isWarned || found.count == 0 && found.undecided == 0, "\(seed)")
      if release.report.marks.contains(.confidential) { held += 1 }
    }
    #expect(held > 10)
  }

  @Test("What was told of both holds back of one what would give the other away")
  func afterwards() {
    let all = Quantity("referrals", "2024-11")
    func one(_ count: Int, _ quantity: Quantity) -> Report {
      RandomReports.report([
        Report.Table(
          code: "reach", caption: "", columns: [""],
          rows: [Report.Row([""], [.count(Count(count, quantity))])])
      ])
    }
    for (own, name, isShown) in [
      (11, "north", false), (15, "north", true), (8, "north", true), (11, "east", true),
    ] {
      var told = Published()
      told.add([PublishedFigure(all.of(Quantity.all, "north; south"), 15)])
      let release = Release(one(own, all).tied(to: told, named: name), for: .everybody, told: told)
      #expect(release.report.marks.isEmpty == isShown, "\(own) \(name)")
    }
  }
}

extension Tally {
  /// Only where a part would be more than its whole.
  fileprivate init(_ more: Int, _ measure: Measure) {
    self.init()
    if more > 0 { add(more, to: Key(measure, Spans.this)) }
  }
}
