import ArgumentParser
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

  @Flag(help: "Also the alerts that have ended, or have not begun.")
  var all = false

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no alerts.", Self.listing) { reader, families in
      try reader.listed(Alert.self, in: "alerts", families: families)
        .filter { all || $0.entry.holds(on: session.today) }
    }
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
