import Testing
import YoungCarers

@testable import Reports

@Suite("What the contract's sum comes to")
struct CostTests {
  private static let day = Day(number: 20_780)

  private func report(
    _ code: String, _ length: ReportingPeriod.Length, _ settings: [String: String]
  )
    throws -> PeriodReport
  {
    var service = Service(.plain)
    for (name, value) in settings {
      try service.change(
        #require(Service.Name(rawValue: name)), to: value, source: "the contract")
    }
    let spans = Spans(try ReportingPeriod(code, length, today: Self.day))
    var figures = PeriodFigures(spans)
    for (measure, count) in [
      (Measure.servedFamilies, 30), (.involvedFamilies, 20), (.conferences, 3),
    ] {
      figures.tally.add(count, to: Tally.Key(measure, Spans.this))
    }
    figures.tally.add(3, to: Tally.Key(.conferences, Spans.this, .kind, "plan"))
    return PeriodReport(figures, [service], on: Self.day)
  }

  private static let contract = ["contract.sum": "120000", "contract.year": "2026-27"]

  @Test("It falls to the days of the period; a year with no sum has no costs")
  func days() throws {
    let cells = try #require(
      report("2026-10", .month, Self.contract).report.cells("costs", "For all of it"))
    #expect(cells == [.number(10191), .number(9863), .mark(.unavailable), .number(70356)])
    let year = try report("2026-27", .year, Self.contract).report
    #expect(year.cells("costs", "For all of it")?.first == .number(120_000))
    for settings in [[:], ["contract.sum": "9"], ["contract.year": "2026-27"]] {
      #expect(try report("2026-10", .month, settings).costs == nil)
    }
  }

  @Test("It stands where the number of families or conferences stands, and nowhere else")
  func held() throws {
    let made = try report("2026-10", .month, Self.contract).report
    let shown = Release(made, for: .everybody).report
    let families = shown.cells("costs", "For each family worked with")
    #expect(families?.first == .cost(10191, each: Count(30, Quantity("servedFamilies", "2026-10"))))
    #expect(shown.cells("conferences", "All conferences")?.first == .mark(.confidential))
    let conferences = shown.cells("costs", "For each family group conference")
    #expect(conferences?.first == .mark(.confidential))
  }

  @Test(
    "No report has a cost beside a number that it holds back", arguments: [2, 3, 4, 5] as [UInt64])
  func law(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    var service = Service(.plain)
    try service.change(.contractSum, to: "90000", source: nil)
    try service.change(.contractYear, to: "2024-25", source: nil)
    let figures = try ledger.figures(ReportingPeriod("2024-Q4", .quarter))
    let made = PeriodReport(figures, [service], on: MadeService.days.upperBound).report
    let shown = Release(made, for: .everybody).report
    var told: [Quantity: Bool] = [:]
    for (before, after) in zip(made.cells, shown.cells) {
      guard case .count(let count) = before, let quantity = count.quantity else { continue }
      if case .count = after { told[quantity] = true } else { told[quantity] = false }
    }
    for (before, after) in zip(made.cells, shown.cells) {
      guard case .cost(_, let count) = before else { continue }
      let isTold = if case .cost = after { true } else { false }
      #expect(isTold == count.quantity.flatMap { told[$0] })
    }
  }
}
