import ArgumentParser
import Storage
import YoungCarers

/// Shows one case: who is in it, who leads, and what happened.
struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: its people, its lead worker and its chronology.",
    discussion: """
      Examples:
        carers show YC-7KQ4
        carers show YP-3CR9-H4NT-Y
        carers find okafor | carers show -

      Any unique beginning of an id will do. A person's id shows the case they are in today. \
      Without an id every case is shown.
      """)

  @Argument(
    help: ArgumentHelp("Ids of cases or people; - takes references or entries.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Show also what was withdrawn or replaced.")
  var all = false

  @OptionGroup var output: EntryOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(ids.contains("-") ? ["-"] : [])
    let asked = ids.filter { $0 != "-" }
    let files = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      var families = try asked.map { try reader.today(reader.resolve($0)).family }
      if asked.isEmpty { families = try entries.selected?.sorted() ?? reader.allFamilies() }
      return try families.map { family in
        let file = try reader.caseFile(family)
        return all ? file : file.withoutFallen
      }
    }
    guard !files.content.isEmpty else {
      throw Problem(
        "show-nobody", .usage, "no case was named", cure: "Give an id: carers find looks for names."
      )
    }
    if output.format != nil {
      return try session.writeEntries(files.map { $0.flatMap(\.entries) }, output)
    }
    let service = try session.service(entries.store)
    try session.writeText(
      files.map { $0.map { CaseText($0, service, session).text }.joined(separator: "\n") },
      output.file)
  }
}
