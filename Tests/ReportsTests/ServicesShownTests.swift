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
    for (own, isShown) in [(20, false), (23, true), (12, true)] {
      var register = Published()
      register.add([PublishedFigure(all, own)])
      var told = Published()
      told.add(register, of: Self.name, "north")
      let release = Release(report.tied(to: told), for: .everybody, told: told)
      #expect(release.report.marks.isEmpty == isShown, "\(own)")
      // Nothing was told of both together.
      #expect(Release(report, for: .everybody, told: told).report.marks.isEmpty)
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
