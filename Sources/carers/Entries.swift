import Foundation
import Interchange
import Storage
import YoungCarers

/// The entries a command works on: a store's, or those of a stream, which then is read, added to and
/// written on.
struct Entries {
  let store: Store
  /// The cases that references named; nil where all are meant.
  let selected: Set<ID>?
  /// The references themselves.
  var references: [Reference] = []
  /// What was read, to be written on unchanged.
  let read: [Spool]

  var isPipe: Bool { store.home == .pipe }

  /// Of those selected the cases of a lead worker, where one is named; nil where all are meant.
  func selected(ledBy lead: String?, on day: Day, _ reader: Reader) throws -> Set<ID>? {
    guard let lead else { return selected }
    let led = try reader.families(ledBy: lead, on: day)
    return selected?.intersection(led) ?? led
  }
}

extension Session {
  /// Where entries come from: files given, `-` for standard input; else the store; else standard
  /// input. The stream says what it is: references select in the store, entries set a configured
  /// store aside.
  func entries(_ operands: [String] = [], partial: Bool = false) throws -> Entries {
    try entries(in: streams(operands), given: !operands.isEmpty, partial: partial)
  }

  /// The files given, or standard input; nil where the store is meant.
  func streams(_ operands: [String]) throws -> [Spool]? {
    if !operands.isEmpty { return try operands.map { try Spool(opening: $0, world) } }
    if let path = storePath, path != "-" { return nil }
    guard !world.stdin.isTerminal else {
      throw Problem(
        "store-unnamed", .usage, "there is no store to work on, and nothing comes from a pipe",
        cure: "Give --store, set CARERS_STORE, or make one: carers init leeds.sqlite.")
    }
    return [try Spool(opening: "-", world)]
  }

  /// The same from streams that are open already.
  func entries(in streams: [Spool]?, given: Bool, partial: Bool = false) throws -> Entries {
    let path = storePath
    if let streams {
      return given
        ? try entries(in: streams, path: path, partial: partial)
        : try pipe(streams, partial: partial)
    }
    return Entries(store: try open(path ?? "-"), selected: nil, read: [])
  }

  /// The store that is named anywhere; `-` is the pipe.
  var storePath: String? { options.store ?? configuration["store"] }

  func open(_ path: String) throws -> Store {
    let store = try Store.open(world.path(path), wait: wait)
    world.keep(store)
    opened = store
    return store
  }

  private func entries(in spools: [Spool], path: String?, partial: Bool) throws -> Entries {
    guard let references = try references(in: spools, partial: partial) else {
      if let asked = options.store, asked != "-" {
        throw Problem(
          "entries-and-store", .usage,
          "entries came in, and --store names a store they are not added to",
          cure:
            "carers load adds entries to a store; without --store they are worked on as they are.")
      }
      return try pipe(spools, partial: partial)
    }
    guard let path, path != "-" else {
      throw Problem(
        "references-alone", .usage, "references came in, and no store is named to find them in",
        cure: "Give the store with --store or CARERS_STORE.")
    }
    let store = try open(path)
    let families = try store.read(as: actor, for: .casework, at: world.clock()) { reader in
      Set(try references.compactMap { try reader.today($0.family ?? $0.id).family })
    }
    return Entries(
      store: store, selected: families.content, references: references, read: [])
  }

  /// Nil where the streams hold entries.
  private func references(in spools: [Spool], partial: Bool) throws -> [Reference]? {
    var references: [Reference] = []
    for spool in spools {
      var stream = spool.stream(partial: partial)
      while let item = try stream.next() {
        guard case .reference(let reference) = item else { return nil }
        references.append(reference)
      }
    }
    return references
  }

  private func pipe(_ spools: [Spool], partial: Bool) throws -> Entries {
    let store = try Store.pipe()
    _ = try store.write(act) { writer in
      for spool in spools {
        var stream = spool.stream(partial: partial)
        try writer.take(&stream)
      }
    }
    let missing = try store.missingSubjects()
    if missing > 0 {
      presenter.remark(
        Remark(
          "\(named: missing == 1 ? "1 entry names" : "\(missing) entries name") a case or person that is not in the stream"
        ))
    }
    opened = store
    return Entries(store: store, selected: nil, read: spools)
  }
}

extension Spool {
  func stream(partial: Bool = false, _ progress: Progress? = nil) -> StreamReader {
    var at = 0
    return StreamReader(file: name, partial: partial) { try self.read(on: &at, into: $0, progress) }
  }

  func source(_ progress: Progress? = nil) -> ByteSource {
    var at = 0
    return ByteSource(
      read: { try self.read(on: &at, into: $0, progress) },
      rewind: { at = 0 },
      bytes: { try self.bytes($0) })
  }

  private func read(
    on at: inout Int, into buffer: UnsafeMutableRawBufferPointer, _ progress: Progress?
  ) throws -> Int {
    let count = try read(at: at, into: buffer)
    at += count
    if at < size { progress?.reached(at) } else { progress?.finish() }
    return count
  }
}

extension Session {
  /// How far a file has been read, told while it is.
  func progress(_ spool: Spool) -> Progress {
    let isQuiet = options.quiet || options.errors == .json
    let progress = Progress(spool.name, .bytes, of: spool.size, quiet: isQuiet, world)
    presenter.progress.append(progress)
    return progress
  }
}

extension Session {
  /// A command that writes: all of it or nothing, then the sentences that `body` gives, for people,
  /// and on standard output what `emit` leaves there.
  func change(
    _ entries: Entries, dryRun: Bool, only: FilterOptions.Only? = nil,
    _ body: (Writer) throws -> [String]
  ) throws {
    let outcome = try entries.store.write(act, dryRun: dryRun, body)
    for sentence in outcome.value { try say(sentence) }
    if !dryRun { try emit(entries, outcome.written, only: only) }
  }

  func change(_ entries: Entries, _ filter: FilterOptions, _ body: (Writer) throws -> [String])
    throws
  {
    try change(entries, dryRun: filter.dryRun, only: filter.only, body)
  }

  /// What a command that writes leaves on standard output: in a pipe all that was read and then what
  /// was added; from a store references, and at a terminal nothing, since the sentence says it.
  func emit(_ entries: Entries, _ written: ClosedRange<Int64>?, only: FilterOptions.Only? = nil)
    throws
  {
    if world.stdout.isTerminal || options.quiet && !entries.isPipe { return }
    let output = Output(world.stdout)
    var stream = StreamWriter { try output.write($0) }
    if !entries.isPipe {
      for reference in try written.map(entries.store.references) ?? [] { try stream.add(reference) }
    } else {
      if only == nil { try copy(entries.read, to: &stream) }
      if let written {
        _ = try entries.store.read(as: actor, for: .casework, at: world.clock()) { reader in
          try reader.forEachEntry(in: written) { try stream.add($0) }
        }
      }
    }
    try stream.finish()
    try output.finish()
  }

  func copy(_ spools: [Spool], to stream: inout StreamWriter) throws {
    for spool in spools {
      var items = spool.stream(partial: true)
      while case .entry(_, let line)? = try items.next() { try stream.add(line: line) }
    }
  }
}
