import ArgumentParser
import Reports
import Storage
import YoungCarers

/// How many families each lead worker has, and how many have none.
struct ReportCaseload: Command {
  static let configuration = CommandConfiguration(
    commandName: "caseload", abstract: "How many families each lead worker has, and nobody.",
    discussion: """
      Examples:
        carers report caseload
        carers report caseload --format csv -o caseload.csv
        carers report caseload --today 31/3/2027

      Families and children by lead worker, ours and other agencies' apart: of these who waits, whose \
      conference is prepared, whose review is due in the next 4 weeks, who is over the agreed limit, \
      and where an alarm is open. Families that we work with and nobody leads are always in it. For \
      managers of the service: it names workers.
      """)

  /// Reviews of the next four weeks.
  private static let ahead = 28

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(for: report)
    let service = try session.service(entries.store)
    let last = session.today + Self.ahead
    let loads = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var loads: [Caseload] = []
      try reader.eachCase(entries.selected) { file in
        if let load = file.caseload(on: session.today, reviewsUntil: last) { loads.append(load) }
      }
      return loads
    }
    try session.writeForManagers(
      loads.map {
        CaseloadReport(
          $0, service: service.text(.nameService), day: session.today, reviewsUntil: last
        ).report
      }, report)
  }
}
