import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists signposts.
struct SignpostList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the services that families were pointed to.",
    discussion: """
      Examples:
        carers signpost list
        carers signpost list --due
        carers signpost list --all --format csv

      Those that are over are left out: still attending at the follow-up, ended, declined.
      """)

  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Only those that somebody should look at by now.")
  var due = false

  @Flag(help: "Also those that are over.")
  var all = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.signposts(families: entries.selected).filter { listed in
        (all || !listed.signpost.state.isOver)
          && (!due || listed.signpost.due.map { $0 <= session.today } ?? true)
      }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing), found.content.map(\.reference), entries, output,
      empty: "There are no such signposts.")
  }

  private static func listing(_ found: [ListedSignpost]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "due", title: "Look by", minimum: 10, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "child", title: "Child", minimum: 10, priority: 7),
      .init(name: "service", title: "Service", minimum: 12, priority: 6),
      .init(name: "state", title: "State", minimum: 9, priority: 5),
      .init(name: "text", title: "How it went", isUsual: false),
      .init(name: "person", title: "Person", isUsual: false),
      .init(name: "signpost", title: "Signpost", minimum: 26, priority: 4),
    ])
    listing.rows = found.map { listed in
      let signpost = listed.signpost
      return [
        signpost.due?.description, listed.family.text, listed.child, signpost.service,
        signpost.state.rawValue, signpost.text, listed.person.text, signpost.header.id.text,
      ]
    }
    return listing
  }
}

extension ListedSignpost {
  var reference: Reference {
    Reference(id: signpost.header.id, kind: Kind.signpost.rawValue, family: family)
  }
}
