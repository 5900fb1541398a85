import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the alerts of a day.
struct AlertList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the alerts that hold today.",
    discussion: """
      Examples:
        carers alert list
        carers alert list --all --format csv -o alerts.csv

      In a pipe it writes references; --format or --fields asks for values.
      """)

  @Argument(
    help: ArgumentHelp("Entries, or references; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Also the alerts that have ended, or have not begun.")
  var all = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.listed(Alert.self, in: "alerts", families: entries.selected)
        .filter { all || $0.entry.holds(on: session.today) }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing), found.content.map { $0.reference(.alert) }, entries, output,
      empty: "There are no alerts.")
  }

  private static func listing(_ alerts: [Listed<Alert>]) -> Listing {
    Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 9),
        .init(name: "whose", title: "Whose", minimum: 10, priority: 8),
        .init(name: "what", title: "What", minimum: 12, priority: 7),
        .init(name: "whom", title: "Whom", minimum: 8, priority: 6),
        .init(name: "text", title: "What to do", minimum: 12, priority: 5),
        .init(name: "starts", title: "From", minimum: 10, priority: 2),
        .init(name: "ends", title: "Until", minimum: 10, priority: 4),
        .init(name: "alert", title: "Alert", minimum: 26, priority: 3),
        .init(name: "person", title: "Person", isUsual: false),
      ],
      rows: alerts.map { alert in
        [
          alert.family?.text, alert.who, alert.entry.what.rawValue, alert.entry.whom,
          alert.entry.text, (alert.entry.starts ?? alert.entry.header.day).description,
          alert.entry.ends?.description, alert.entry.header.id.text, alert.person?.text,
        ]
      })
  }
}
