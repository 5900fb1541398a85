import Foundation
import GRDB
import Interchange
import YoungCarers

/// A family's file: its entries as a stream with head and end, so that a cut file shows.
enum EntryFile {
  static func bytes(of entries: [Entry]) throws -> [UInt8] {
    var out: [UInt8] = []
    var writer = StreamWriter { out += $0 }
    for entry in entries { try writer.add(entry) }
    try writer.finish()
    return out
  }

  static func read(
    _ bytes: [UInt8], named name: String, _ body: (Entry, _ line: [UInt8]) throws -> Void
  )
    throws
  {
    var rest = bytes[...]
    var stream = StreamReader(file: name) { buffer in
      let part = rest.prefix(buffer.count)
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    while let item = try stream.next() {
      guard case .entry(let entry, let line) = item else {
        throw Problem("folder-reference", .data, at: Place(file: name), "holds a reference")
      }
      try body(entry, line)
    }
  }
}

/// `store.json`: what the store was made with.
struct FolderFile {
  var values: [String: String]

  /// Of the files' form. New kinds and keys do not touch it: a folder's tables are made when it is
  /// opened.
  static let version = 1

  init(_ values: [String: String]) {
    self.values = values
    self.values["application"] = "carers"
    self.values["version"] = String(Self.version)
  }

  init(reading bytes: [UInt8], path: String) throws {
    let read = try? {
      try proveJSONObject(bytes)
      return try JSONDecoder().decode([String: String].self, from: Data(bytes))
    }()
    values = read ?? [:]
    guard values["application"] == "carers", Int(values["version"] ?? "") == Self.version else {
      throw Problem(
        "store-foreign", .data, at: Place(file: path), "the folder is not a store of this version")
    }
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return [UInt8](try encoder.encode(values)) + [10]
    }
  }
}

/// JSON Lines by Codable, for the small files that are not entries.
private enum Lines {
  static func bytes(_ lines: [some Encodable]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try lines.flatMap { [UInt8](try encoder.encode($0)) + [10] }
  }

  static func read<Line: Decodable>(_ bytes: [UInt8], _ path: String) throws -> [Line] {
    try bytes.split(separator: 10).enumerated().map { number, line in
      do {
        try proveJSONObject(Array(line))
        return try JSONDecoder().decode(Line.self, from: Data(line))
      } catch {
        throw Problem(
          "folder-line", .data, at: Place(file: path, line: number + 1), "cannot be read",
          cure: "Nothing was changed. Restore a backup, and keep the folder for study.")
      }
    }
  }
}

/// `seals.jsonl`: where each entry stands in the sequence, and its seal.
struct SealLine: Codable {
  var id: String
  var seal: String
  var seq: Int64

  static func bytes(_ db: GRDB.Database) throws -> [UInt8] {
    var lines: [SealLine] = []
    for table in EntryTable.all {
      let query = try Prepared(db, "SELECT id, seal, seq FROM \(table.name)")
      while try query.step() {
        let seal = Hex.text(query.blob(1) ?? [])
        lines.append(SealLine(id: query.text(0) ?? "", seal: seal, seq: query.integer(2)))
      }
    }
    return try Lines.bytes(lines.sorted { $0.seq < $1.seq })
  }

  static func read(_ bytes: [UInt8], path: String) throws -> [String: SealLine] {
    let file = "\(path)/\(Folder.sealsName)"
    let lines: [SealLine] = try Lines.read(bytes, file)
    let seals = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard seals.count == lines.count else {
      throw Problem("folder-line", .data, at: Place(file: file), "holds a line twice")
    }
    return seals
  }
}

/// `tombstones.jsonl`.
extension TombstoneLine {
  static func bytes(_ lines: [TombstoneLine]) throws -> [UInt8] { try Lines.bytes(lines) }

  static func read(_ bytes: [UInt8], _ file: String) throws -> [TombstoneLine] {
    try Lines.read(bytes, file)
  }
}

/// `journal.jsonl`.
struct JournalFileLine: Codable {
  var actor: String
  var at: String
  var claim: String?
  var command: String
  var digest: String
  var first: Int64
  var host: String
  var last: Int64
  var previous: String
  var receipt: String?
  var sequence: Int64
  var written: String

  init(_ line: JournalLine) {
    actor = line.actor.account
    at = line.at.text
    claim = line.actor.claim
    command = line.command
    digest = Hex.text(line.digest)
    first = line.entries.lowerBound
    host = line.actor.host
    last = line.entries.upperBound
    previous = Hex.text(line.previous)
    receipt = line.receipt
    sequence = line.sequence
    written = Journal.written(line.written)
  }

  var line: JournalLine {
    JournalLine(
      sequence: sequence, at: Journal.time(at),
      actor: Actor(account: actor, claim: claim, host: host), command: command,
      entries: Journal.run(first, last), written: Journal.counts(written), receipt: receipt,
      digest: Hex.bytes(digest), previous: Hex.bytes(previous))
  }

  static func bytes(_ lines: [JournalLine]) throws -> [UInt8] {
    try Lines.bytes(lines.map(JournalFileLine.init))
  }

  static func read(_ bytes: [UInt8], path: String) throws -> [JournalLine] {
    let lines: [JournalFileLine] = try Lines.read(bytes, "\(path)/\(Folder.journalName)")
    return lines.map(\.line)
  }
}
