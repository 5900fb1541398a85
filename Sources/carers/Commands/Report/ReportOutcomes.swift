import ArgumentParser
import Reports
import Storage
import YoungCarers

/// What has changed for the children whose involvement ended.
struct ReportOutcomes: ReportOfServices {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "What has changed for the children whose involvement ended.",
    discussion: """
      Examples:
        carers report outcomes --starts 1/4/2026 --ends 31/3/2027
        carers report outcomes --audience contract --for "Bolton Council"
        carers report outcomes --format eml --mail-to a@council.example | sendmail -t
        carers report outcomes --store north.sqlite --store south.sqlite

      First how many children have a first and a closing score; then counts up, same and down, middles \
      and spreads, each scorer and each area for itself; then how much caring was reduced. It says what \
      has changed, and not why.
      """)

  @Option(help: ArgumentHelp("The first day on which the work ended.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day on which the work ended.", valueName: "date"))
  var ends: String?

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let first = try starts.map { try session.day($0, "--starts") }
    let last = try ends.map { try session.day($0, "--ends") }
    if let first, let last, last < first {
      throw Problem(
        "period-backwards", .usage, at: Place(file: "--ends"), "the period ends before it starts",
        cure: "Give the first and the last day of the period.")
    }
    let days = EndingDays(first, last)
    let services = try session.services(report)
    let instruments = try session.instruments([])
    let collated = try session.read(services) {
      try OfServices(of: $0, days, families: services[0].selected, instruments, session.act)
    }
    let all = collated.content.all
    if all.planned.closures + all.unplanned.closures == 0 { session.status = 1 }
    try session.write(
      collated.map {
        OutcomeReport($0, services.map(\.service), days, on: session.today).report
      }, report)
  }
}
