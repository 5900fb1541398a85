import Interchange
import Storage
import YoungCarers

extension Session {
  /// Text for people, to standard output or a file.
  func writeText(_ text: Disclosed<String>, _ options: FileOptions? = nil) throws {
    try prepared(text.content, options).commit()
  }

  /// Text that is written, and that nobody sees before `commit`.
  func prepared(_ text: String, _ options: FileOptions?) throws -> AtomicFile {
    let file = try AtomicFile(
      options?.output ?? "-", mode: options?.permissions() ?? 0o600, world)
    try file.output.write(text)
    try file.prepare()
    return file
  }

  /// Entries as a stream, or as one JSON document.
  func writeEntries(_ entries: Disclosed<[Entry]>, _ options: EntryOptions) throws {
    let file = try AtomicFile(options.file.output ?? "-", mode: options.file.permissions(), world)
    var sink = EntrySink(options.format, file.output)
    for entry in entries.content { try sink.add(entry) }
    try sink.finish()
    try file.commit()
  }

  /// What was given in this command and comes from no store: a sheet being looked at, a setting.
  func given<Content>(_ content: Content) -> Disclosed<Content> {
    Disclosed(given: content, by: actor)
  }

  /// The id that a command which writes needs: whole, or a yes at the terminal after the family's
  /// name is shown.
  func whole(_ typed: String, _ entries: Entries) throws -> ID {
    let found = try entries.store.read(as: actor, for: .casework, at: world.clock()) { reader in
      let id = try reader.resolve(typed)
      return (id, try reader.caseFile(id).name)
    }.content
    if case .whole = ID.typed(typed) { return found.0 }
    guard asking.isPossible else {
      throw Problem(
        "id-not-whole", .usage, "a command that writes needs the whole id: \(found.0)",
        cure: "A beginning is for looking; at a terminal it is asked about.")
    }
    guard try asking.askYes("\(found.0.text), the \(found.1 ?? "unnamed") family?") else {
      throw Problem("no-answer", .usage, "nothing was done")
    }
    return found.0
  }
}

/// Entries on their way out: a stream, or one JSON document.
enum EntrySink {
  case stream(StreamWriter)
  case document(EntryDocument)

  init(_ format: EntryOptions.Format?, _ output: Output) {
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
