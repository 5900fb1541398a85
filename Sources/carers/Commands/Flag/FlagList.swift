import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the alarms that nobody has answered.
struct FlagList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the flags that no named person has answered.",
    discussion: """
      Examples:
        carers flag list
        carers flag list --all --format csv -o flags.csv

      Status 1 where any is open. In a pipe it writes references; --format or --fields asks for \
      values.
      """)

  @Flag(help: "Also the flags that were answered, and what was done.")
  var all = false

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(list.files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let open = try reader.listed(
        SafeguardingFlag.self, in: "openFlags", families: entries.selected)
      let every =
        try all ? reader.listed(SafeguardingFlag.self, in: "flags", families: entries.selected) : []
      return (open: open, every: every)
    }
    if !found.content.open.isEmpty { session.status = 1 }
    let rows = found.map { all ? $0.every.filter(\.entry.isAlarm) : $0.open }
    try session.write(
      found.map { Self.listing(all ? $0.every : $0.open) },
      rows.content.map(\.reference), entries, list.output, empty: "No flag is open.")
  }

  private static func listing(_ flags: [Listed<SafeguardingFlag>]) -> Listing {
    let answers = Dictionary(
      grouping: flags.filter(\.entry.isAnswer), by: { $0.entry.answers ?? ID("") })
    return Listing(
      columns: [
        .init(name: "flag", title: "Flag", minimum: 26, priority: 8),
        .init(name: "case", title: "Case", minimum: 14, priority: 9),
        .init(name: "child", title: "Child", minimum: 10, priority: 7),
        .init(name: "raised", title: "Raised", minimum: 10, priority: 6),
        .init(name: "what", title: "What", minimum: 12, priority: 5),
        .init(name: "text", title: "Text", minimum: 10, priority: 4),
        .init(name: "done", title: "What was done", minimum: 10, priority: 3),
        .init(name: "by", title: "By", minimum: 8, priority: 2),
        .init(name: "person", title: "Person", isUsual: false),
        .init(name: "about", title: "About", isUsual: false),
      ],
      rows: flags.filter(\.entry.isAlarm).map { flag in
        let answer = answers[flag.entry.header.id]?.last?.entry
        return [
          flag.entry.header.id.text, flag.family?.text, flag.who, flag.entry.header.day.description,
          flag.entry.raised, flag.entry.text, answer?.done, answer?.doneBy, flag.person?.text,
          flag.entry.about?.text,
        ]
      })
  }
}
