import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// What a command takes that lists the entries of one kind.
struct ListArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Entries, or references; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var output: OutputOptions

  /// Lists what `find` gives of the cases that were selected; of none the status is 1.
  func list<One: Payload>(
    _ session: Session, empty: String, _ listing: ([Listed<One>]) -> Listing,
    _ find: (Reader, Set<ID>?) throws -> [Listed<One>]
  ) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try find($0, entries.selected) }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(listing), found.content.map(\.reference), entries, output, empty: empty)
  }
}

extension Listed {
  var reference: Reference {
    Reference(id: entry.header.id, kind: One.kind.rawValue, family: family)
  }

  /// The person's name, or whose family it is.
  var who: String? { name ?? (person == nil ? familyName.map { "the \($0) family" } : nil) }
}
