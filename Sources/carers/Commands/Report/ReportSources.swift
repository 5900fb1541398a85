import ArgumentParser
import Reports

/// Which agencies refer children.
struct ReportSources: ReportOfServices {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Which agencies refer children, and who is not heard from.",
    discussion: """
      Examples:
        carers report sources last
        carers report sources 2026-Q3 --format html -o sources.html
        carers report sources last --store north.sqlite --store south.sqlite

      Referrals and new children of each agency in a month, a quarter or a year, beside the one before, \
      the same a year before and the year to date. Agencies of the service stand in it also with none.
      """)

  @Argument(
    help: ArgumentHelp("As 2026-10, 2026-Q3, 2026-27, last or this.", valueName: "period"))
  var period: String

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let period = try ReportingPeriod(any: period, today: session.today)
    let made = PeriodMaking(
      session: session, spans: Spans(period), areas: AreaLookup(), report: report)
    let (figures, settled) = try made.figures()
    try session.write(figures.map { SourcesReport($0, settled).report }, report)
  }
}
