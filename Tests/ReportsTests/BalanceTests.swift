import Reports
import Testing
import YoungCarers

@Suite("A report that does not add up says so")
struct BalanceTests {
  private func figures(carriedOut families: Int) throws -> PeriodFigures {
    let period = try ReportingPeriod("2026-10", .month, today: Day(number: 20_780))
    var figures = PeriodFigures(Spans(period))
    figures.tally.add(7, to: Tally.Key(.involvedFamilies, Spans.before))
    figures.tally.add(3, to: Tally.Key(.acceptedFamilies, Spans.this))
    figures.tally.add(1, to: Tally.Key(.closedFamilies, Spans.this))
    figures.tally.add(1, to: Tally.Key(.closures, Spans.this, .kind, "moved away"))
    figures.carriedOut.families = families
    return figures
  }

  @Test(
    "What was carried in, came and went is what is carried out, or it is told", arguments: 0..<20)
  func balance(carriedOut: Int) throws {
    let figures = try figures(carriedOut: carriedOut)
    let wrong = figures.identities.filter { !$0.holds }
    #expect(wrong.map(\.words).count == (carriedOut == 9 ? 0 : 1))
    let table = PeriodReport(figures, [Service(.plain)], on: Day(number: 20_780)).report.tables
      .first { $0.code == "balance" }
    let told = table?.rows.count { $0.cells == [.text("NO")] }
    #expect(told == wrong.count)
  }
}
