import ArgumentParser
import Storage
import YoungCarers

/// Shows the journal.
struct Log: Command {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show who did what: one line a command, nothing about anybody.",
    discussion: """
      Examples:
        carers log
        carers log --fields number,at,who,command,receipt --format csv

      The number is what carers undo takes.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries()
    let journal = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try $0.journal() }
    try session.write(journal.map(Self.listing), output, empty: "Nothing was done yet.")
  }

  private static func listing(_ lines: [JournalLine]) -> Listing {
    Listing(
      columns: [
        .init(name: "number", title: "No.", isNumber: true, minimum: 3, priority: 9),
        .init(name: "at", title: "When (UTC)", minimum: 19, priority: 8),
        .init(name: "who", title: "Who", minimum: 8, priority: 7),
        .init(name: "claim", title: "As", minimum: 4, priority: 4),
        .init(name: "command", title: "Command", minimum: 10, priority: 6),
        .init(name: "written", title: "Written", minimum: 16, priority: 5),
        .init(name: "receipt", title: "Receipt", isUsual: false),
        .init(name: "host", title: "Host", isUsual: false),
        .init(name: "digest", title: "Digest", isUsual: false),
      ],
      rows: lines.map { line in
        [
          String(line.sequence), String(line.at.text.prefix(19)).replacing("T", with: " "),
          line.actor.account,
          line.actor.claim, line.command,
          line.written.map { "\($0.count) \($0.kind)" }.joined(separator: ", "), line.receipt,
          line.actor.host, line.digestText,
        ]
      })
  }
}
