import Testing
import YoungCarers

@testable import Reports

@Suite("What children and families say")
struct HearingTests {
  @Test("No word of theirs stands in a report, wherever somebody wrote it")
  func words() throws {
    let ledger = try Ledger(MadeService(children: 80, seed: 3).entries)
    let figures = try ledger.figures(ReportingPeriod("2024-25", .year))
    let report = PeriodReport(figures, [Service(.plain)], on: MadeService.days.upperBound).report
    #expect(figures.tally.count(.viewsGiven, Spans.this) > 0)
    let tables = ["viewsAsked", "viewsGiven", "childHeard", "parentHeard", "complaintsEnded"]
    #expect(tables.contains { report.cells($0, Facts.otherWord) != nil })
    #expect(!"\(report)".contains(Maker.ownWords))
    #expect(wrongSums(report).filter { $0.contains("iews") || $0.contains("complaints") } == [])
  }

  @Test("Of those asked, how many did not say is not to be worked out")
  func silent() throws {
    let spans = Spans(try ReportingPeriod("2026-10", .month, today: Day(number: 20_780)))
    var figures = PeriodFigures(spans)
    for (measure, voice, count) in [
      (Measure.viewsAsked, "child", 22), (.viewsAsked, "parent", 30), (.viewsGiven, "child", 20),
      (.viewsGiven, "parent", 25),
    ] {
      figures.tally.add(count, to: Tally.Key(measure, 0, .kind, voice))
      figures.tally.add(count, to: Tally.Key(measure, 0))
    }
    let made = PeriodReport(figures, [Service(.plain)], on: Day(number: 20_780)).report
    let shown = Dictionary(
      Release(made, for: .everybody).figures.map { ($0.quantity, $0.count) },
      uniquingKeysWith: { first, _ in first })
    let told = [Measure.viewsAsked, .viewsGiven].map {
      shown[spans.quantity($0, 0).of("kind", "child")] ?? nil
    }
    #expect(told.contains(nil))
    #expect(shown[spans.quantity(.viewsAsked, 0).of("kind", "parent")] != nil)
  }
}
