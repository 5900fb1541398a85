import ArgumentParser
import Reports
import Storage
import YoungCarers

/// Which agencies refer children.
struct ReportSources: Command {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Which agencies refer children, and who is not heard from.",
    discussion: """
      Examples:
        carers report sources last
        carers report sources 2026-Q3 --format html -o sources.html

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
    let entries = try session.whole(report)
    let service = try session.service(entries.store)
    let counting = try Counting(Spans(period), service, instruments: session.instruments([]))
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      SourcesReport(
        try reader.figures(counting), try reader.agencies(), service: service.text(.nameService))
    }
    try session.write(found.map(\.report), report)
  }
}
