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
    var sink = Sink(output.format ?? .jsonl, file.output)
    _ = try entries.store.read(as: session.actor, for: .export, at: session.world.clock()) {
      reader in
      if asked.isEmpty, entries.selected == nil {
        try reader.forEachEntry { try sink.add($0) }
      } else {
        let families = try asked.map { try reader.today(reader.resolve($0)).family }
        for family in families + (entries.selected ?? []).sorted() {
          for entry in try reader.caseFile(family, fallen: true).entries { try sink.add(entry) }
        }
      }
      try sink.finish()
    }
    try file.commit()
  }

  private enum Sink {
    case stream(StreamWriter)
    case document(EntryDocument)

    init(_ format: EntryOptions.Format, _ output: Output) {
      self =
        format == .json
        ? .document(EntryDocument { try output.write($0) })
        : .stream(StreamWriter { try output.write($0) })
    }

    mutating func add(_ entry: Entry) throws {
      switch self {
      case .stream(var stream):
        try stream.add(entry)
        self = .stream(stream)
      case .document(var document):
        try document.add(entry)
        self = .document(document)
      }
    }

    mutating func finish() throws {
      switch self {
      case .stream(var stream): try stream.finish()
      case .document(var document): try document.finish()
      }
    }
  }
}
