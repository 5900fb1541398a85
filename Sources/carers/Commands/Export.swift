import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Writes entries out, whole.
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write entries out: everything, or some cases.",
    discussion: """
      Examples:
        carers export -o everything.jsonl
        carers export YC-7KQ4-M2DX-J
        carers export | carers load --store copy.sqlite

      This is children's data leaving the store: it is written down in the access log.
      """)

  @Argument(
    help: ArgumentHelp("Ids of cases; none is all. - takes references or entries.", valueName: "id")
  )
  var ids: [String] = []

  @OptionGroup var output: EntryOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(ids.contains("-") ? ["-"] : [])
    let asked = ids.filter { $0 != "-" }
    let file = try AtomicFile(
      output.file.output ?? "-", mode: output.file.permissions(), session.world)
    var sink = EntrySink(output.format, file.output)
    let isAll = asked.isEmpty && entries.selected == nil
    func forEachCase(_ reader: Reader, _ body: (CaseFile) throws -> Void) throws {
      let families = try asked.map { try reader.today(reader.resolve($0)).family }
      for family in families + (entries.selected ?? []).sorted() {
        try body(reader.caseFile(family))
      }
    }
    func look(_ reader: Reader) throws {
      if isAll { try reader.lookAtAll() } else { try forEachCase(reader) { _ in } }
    }
    _ = try entries.store.read(
      as: session.actor, for: .export, at: session.world.clock(), beforehand: look
    ) { reader in
      if isAll {
        try reader.forEachEntry { try sink.add($0) }
      } else {
        try forEachCase(reader) { for entry in $0.entries { try sink.add(entry) } }
      }
      try sink.finish()
    }
    try file.commit()
  }
}
