import ArgumentParser
import Storage
import YoungCarers

/// Services that families were pointed to, and how it went.
struct SignpostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signpost", abstract: "Follow up the services that families were pointed to.",
    discussion: """
      Examples:
        carers signpost list --due
        carers signpost 01J9ZK3V5B8Q2W4X6Y7Z0A1B2C --state started
      """,
    subcommands: [SignpostList.self, SignpostSet.self], defaultSubcommand: SignpostSet.self)
}

/// Says how it went.
struct SignpostSet: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Say how it went with a service that a family was pointed to.",
    discussion: """
      Examples:
        carers signpost 01J9ZK3V5B8Q2W4X6Y7Z0A1B2C --state agreed
        carers signpost set 01J9ZK3V5B8Q2W4X6Y7Z0A1B2C --state "still attending"

      The word set may be left out. It is looked at again until it is still attending, ended or \
      declined.
      """)

  @Argument(help: ArgumentHelp("The signpost's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "agreed, contacted, started, \"still attending\", ended or declined.", valueName: "state"))
  var state: String

  @Option(help: ArgumentHelp("How it went.", valueName: "text"))
  var text: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let known = Signpost.State.known
    guard let state = known.first(where: { Text.folded($0.rawValue) == Text.folded(state) }) else {
      throw Problem(
        "state-unknown", .usage, "\"\(named: self.state)\" is no state of a signpost",
        cure: Nearest.cure(self.state, among: known.map(\.rawValue)))
    }
    let service = try session.service(entries.store)
    try session.change(entries, filter) { writer in
      guard case .signpost(var signpost)? = try writer.reader.entry(subject),
        try !writer.reader.hasFallen(subject)
      else {
        throw Problem(
          "signpost-missing", .noInput, "\(subject) is no signpost that stands",
          cure: "carers signpost list shows them.")
      }
      let family = signpost.header.family
      signpost.header = writer.header(family: family)
      signpost.header.replaces = subject
      signpost.state = state
      signpost.text = text ?? signpost.text
      if let due = signpost.due, due <= session.today {
        signpost.due = service.due(.targetSignpost, after: session.today)
      }
      try writer.append(.signpost(signpost))
      let again = signpost.due.map { "; look again by \($0.spoken)" } ?? ""
      return ["\(signpost.service): \(state.rawValue)\(state.isOver ? "" : again)."]
    }
  }
}
