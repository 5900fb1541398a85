import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// The register of what left.
struct ReportPublished: Command {
  static let configuration = CommandConfiguration(
    commandName: "published", abstract: "List the reports that left: for whom, and when.",
    discussion: """
      Examples:
        carers report published
        carers report published --fields day,report,period,audience,recipients
        carers report published --format csv -o register.csv

      A report is written down here with --publish. Its figures stand in its entry, and later reports \
      are held against them.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { try $0.publications() }
    try session.write(
      found.map(Self.listing),
      found.content.map {
        Reference(id: $0.header.id, kind: Kind.publication.rawValue, family: nil)
      }, entries, output, empty: "No report was published.")
  }

  private static func listing(_ register: [Publication]) -> Listing {
    Listing(
      columns: [
        .init(name: "day", title: "Day", minimum: 10, priority: 9),
        .init(name: "report", title: "Report", minimum: 8, priority: 8),
        .init(name: "period", title: "Period", minimum: 7, priority: 7),
        .init(name: "title", title: "Title", isUsual: false),
        .init(name: "audience", title: "Audience", minimum: 8, priority: 6),
        .init(name: "recipients", title: "For", minimum: 8, priority: 5, wraps: true),
        .init(name: "figures", title: "Figures", isNumber: true, priority: 4),
        .init(name: "worker", title: "By", minimum: 6, priority: 3),
        .init(name: "entry", title: "Entry", minimum: 26, priority: 1),
      ],
      rows: register.map { entry in
        [
          entry.header.day.description, entry.report, entry.period, entry.title, entry.audience,
          entry.recipients.joined(separator: "; "), String(entry.figures.count),
          entry.header.worker, entry.header.id.text,
        ]
      })
  }
}
