import ArgumentParser
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

  @Flag(help: "Only those that somebody should look at by now.")
  var due = false

  @Flag(help: "Also those that are over.")
  var all = false

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no such signposts.", Self.listing) {
      reader, families in
      try reader.listed(Signpost.self, in: "signposts", families: families).filter { listed in
        (all || !listed.entry.state.isOver)
          && (!due || listed.entry.due.map { $0 <= session.today } ?? true)
      }.sorted { ($0.entry.due ?? $0.entry.header.day) < ($1.entry.due ?? $1.entry.header.day) }
    }
  }

  private static func listing(_ found: [Listed<Signpost>]) -> Listing {
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
      let signpost = listed.entry
      return [
        signpost.due?.description, listed.family?.text, listed.name, signpost.service,
        signpost.state.rawValue, signpost.text, listed.person?.text, signpost.header.id.text,
      ]
    }
    return listing
  }
}
