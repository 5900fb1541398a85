import ArgumentParser
import Reports
import Storage
import YoungCarers

/// Both waiting lists as they stand.
struct ReportWaiting: ReportOfServices {
  static let configuration = CommandConfiguration(
    commandName: "waiting", abstract: "Who waits for an assessment, and for how long.",
    discussion: """
      Examples:
        carers report waiting
        carers report waiting --format html -o waiting.html
        carers find okafor | carers report waiting -
        carers report waiting --store north.sqlite --store south.sqlite

      Both lists as they stand: children and families, who joined and left in the last 4 weeks, the \
      wait in the middle and the longest, how many are over target, by level of need and by weeks; \
      and whether the list is open, and for how many days of the last 12 months it was shut. The \
      clock runs from the first referral or request. carers assess waiting has the names.
      """)

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let services = try session.services(report)
    let lists = try session.read(services) {
      try OfServices(
        of: $0, families: services[0].selected, on: session.today, session.act)
    }
    try session.write(
      lists.map { WaitingReport($0, services.map(\.service)).report }, report)
  }
}
