import TestSupport
import Testing

@testable import Reports

@Suite("Disclosure control")
struct DisclosureTests {
  private static let seeds = 0..<200

  private func expectSafe(_ truth: Report, _ release: Release, _ recovery: Recovery) {
    let found = recovery.recovered()
    #expect(found.count == 0 && found.undecided == 0, "\(truth.drawing)\n\(release.report.drawing)")
    for (row, told) in zip(truth.rows, release.report.rows) {
      for (figure, shown) in zip(row.cells, told.cells) {
        guard case .count(let count) = figure else { continue }
        if count.value == 0 { #expect(shown == figure) }
        if case .count(let number) = shown { #expect(!(1...4).contains(number.value)) }
      }
    }
  }

  @Test(
    "Nobody can work out a number that is held back",
    arguments: [RandomReports.list, RandomReports.grid, RandomReports.breakdowns])
  func safe(_ draw: @Sendable (inout Seeded) -> Report) {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let truth = draw(&chance)
      let release = Release(truth, for: .everybody)
      var recovery = Recovery()
      recovery.read(truth, shown: release.report)
      expectSafe(truth, release, recovery)
      #expect(release.remarks.isEmpty)
    }
  }

  @Test("Nor with last month's report beside this one")
  func months() {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let (first, second) = RandomReports.months(&chance)
      let before = Release(first, for: .everybody)
      var told = Published()
      told.add(before.figures, before.sums)
      let release = Release(second, for: .everybody, told: told)
      var recovery = Recovery()
      recovery.read(first, shown: before.report)
      recovery.read(second, shown: release.report)
      expectSafe(second, release, recovery)
    }
  }

  @Test("Nor with what was published before late entries came", arguments: [false, true])
  func revised(_ revise: Bool) {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let (first, second) = RandomReports.revised(&chance)
      let before = Release(first, for: .everybody)
      var told = Published()
      told.add(before.figures, before.sums)
      let release = Release(second, for: .everybody, told: told, revise: revise)
      var recovery = Recovery()
      recovery.read(second, shown: release.report)
      recovery.read(first, shown: before.report, now: second.counts)
      if release.remarks.contains(where: { $0.matter == .exposed }) { continue }
      let found = recovery.recovered()
      #expect(
        found.count == 0 && found.undecided == 0,
        "\(second.drawing)\n\n\(before.report.drawing)\n\n\(release.report.drawing)")
      for (old, new) in zip(before.report.cells, release.report.cells) {
        switch (old, new) {
        case (.count(let old), .count(let new)): #expect(old.value == new.value)
        case (.count(let old), .revised(.count(let new))):
          #expect(revise && abs(old.value - new.value) >= 5)
        case (.mark, let new): #expect(new.unrevised == .mark(.confidential))
        case (.count, let new): #expect(revise && new == .revised(.mark(.confidential)))
        default: Issue.record("\(old) became \(new)")
        }
      }
    }
  }

  @Test("What was published once is published again as it was")
  func again() {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let truth = RandomReports.months(&chance).second
      let before = Release(truth, for: .everybody)
      var told = Published()
      told.add(before.figures, before.sums)
      #expect(Release(truth, for: .everybody, told: told).report == before.report)
    }
  }

  @Test("A released report, released again, is the same")
  func idempotent() {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let once = Release(RandomReports.breakdowns(&chance), for: .everybody).report
      #expect(Release(once, for: .everybody).report == once)
    }
  }

  @Test("The order of rows does not change what is shown")
  func order() {
    for seed in Self.seeds {
      var chance = Seeded(UInt64(seed))
      let truth = RandomReports.grid(&chance)
      var turned = truth
      let rows = truth.sections[0].tables[0].rows
      turned.sections[0].tables[0].rows = rows.dropLast().reversed() + rows.suffix(1)
      let shown = Release(truth, for: .everybody).report.rows
      let other = Release(turned, for: .everybody).report.rows
      #expect(Array(shown.dropLast()) == other.dropLast().reversed() && shown.last == other.last)
    }
  }

  @Test("Named recipients read every true number, and that it is not for publication")
  func contract() {
    var chance = Seeded(1)
    let truth = RandomReports.grid(&chance)
    let release = Release(truth, for: .contract, to: ["Leeds City Council", "the ICB"]).report
    #expect(release.sections == truth.sections)
    #expect(release.preface == ["Not for publication. For Leeds City Council, the ICB."])
  }

  @Test("Little more is held back than the small numbers themselves")
  func kept() {
    func counts(_ report: Report, _ test: (Int) -> Bool) -> Int {
      report.cells.count { if case .count(let count) = $0 { test(count.value) } else { false } }
    }
    var (shown, notSmall) = (0, 0)
    for draw in [RandomReports.list, RandomReports.grid, RandomReports.breakdowns] {
      for seed in Self.seeds {
        var chance = Seeded(UInt64(seed))
        let truth = draw(&chance)
        shown += counts(Release(truth, for: .everybody).report) { _ in true }
        notSmall += counts(truth) { !(1...4).contains($0) }
      }
    }
    #expect(shown * 100 >= notSmall * 70, "\(shown) of \(notSmall)")
  }
}

extension Report {
  var rows: [Row] { tables.flatMap(\.rows) }

  var counts: [Quantity: Int] {
    var counts: [Quantity: Int] = [:]
    for case .count(let count) in cells {
      if let quantity = count.quantity { counts[quantity] = count.value }
    }
    return counts
  }

  /// The tables as one reads them, where a test fails.
  var drawing: String {
    tables.map { table in
      table.rows.map { row in
        row.cells.map { "\($0.drawing)" }.joined(separator: "\t") + (row.isTotal ? "  total" : "")
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension Figure {
  fileprivate var drawing: String {
    switch self {
    case .count(let count): "\(count.value)"
    case .mark(let mark): mark.text
    case .revised(let figure): "\(figure.drawing) [r]"
    default: "\(self)"
    }
  }
}
