import ArgumentParser
import Storage
import YoungCarers

/// What needs doing.
struct Next: Command {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What needs doing: repeat referrals to read, decisions to make.",
    discussion: """
      Examples:
        carers next
        carers next --lead "R Shah"

      A repeat referral may carry a new danger, so it stays here until a note answers it: \
      carers note CASE --read. Where it is not sure who the child is, carers refer queue shows the \
      evidence.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Only this lead worker's cases.", valueName: "name"))
  var lead: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let waiting = [
        ("referred again", try reader.repeats()),
        ("who is it?", Set(try reader.doubts().map(\.referral))),
      ]
      let all = waiting.reduce(into: Set()) { $0.formUnion($1.1) }
      let items = try reader.referrals(on: session.today, only: all).filter(isTheirs)
      return waiting.map { what, ids in (what, items.filter { ids.contains($0.referral) }) }
    }
    try session.write(
      found.map(Self.listing), found.content.flatMap { $0.1.map(\.reference) }, entries, output,
      empty: "Nothing waits.")
  }

  private func isTheirs(_ item: ListedReferral) -> Bool {
    lead.map { Text.folded(item.lead ?? "").contains(Text.folded($0)) } ?? true
  }

  private static func listing(_ waiting: [(what: String, items: [ListedReferral])]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "what", title: "What", minimum: 12, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "child", title: "Child", minimum: 10, priority: 7),
      .init(name: "since", title: "Since", minimum: 10, priority: 6),
      .init(name: "agency", title: "Agency", minimum: 8, priority: 4),
      .init(name: "lead", title: "Lead", minimum: 8, priority: 5),
      .init(name: "referral", title: "Referral", minimum: 26, priority: 3),
    ])
    listing.rows = waiting.flatMap { what, items in items.map { row(what, $0) } }
    return listing
  }

  private static func row(_ what: String, _ item: ListedReferral) -> [String?] {
    [
      what, item.family.text,
      [item.given, item.surname].compactMap { $0 }.joined(separator: " "), item.day.description,
      item.agency, item.lead, item.referral.text,
    ]
  }
}
