import Crypto
import Foundation
import GRDB
import TestSupport
import YoungCarers

@testable import Interchange
@testable import Storage

extension Desk {
  /// What stands in its folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []).sorted()
  }
}

/// Stores as earlier versions made them.
enum EarlierStores {
  /// Runs SQL on a file by hand, past everything that a store looks at.
  static func edit(_ path: String, _ body: (GRDB.Database) throws -> Void) throws {
    var loose = Configuration()
    loose.foreignKeysEnabled = false
    let hand = try DatabaseQueue(path: path, configuration: loose)
    try hand.writeWithoutTransaction(body)
    try hand.close()
    chmod(path, 0o600)
  }

  /// Makes a store what it would be had it been written by a version that knew none of these kinds and
  /// keys: such entries whole in `unknown`, such values in `extra`.
  static func forget(
    _ kinds: Set<Kind>, _ keys: [Kind: Set<String>] = [:], in path: String
  ) throws {
    try edit(path) { db in
      for view in Views.all { try db.execute(sql: "DROP VIEW \(view.name)") }
      for kind in kinds {
        for stored in try all(kind, db) {
          let header = stored.entry.header
          try db.execute(
            sql: """
              INSERT INTO unknown(seq, id, family, day, recorded, record, line, seal)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              stored.seq, header.id.text, header.family?.text, header.day.description,
              header.recorded.text, kind.rawValue, line(stored.entry), Data(stored.seal ?? []),
            ])
        }
        try db.execute(sql: "DROP TABLE \(kind)")
      }
      for (kind, keys) in keys where !kinds.contains(kind) {
        for stored in try all(kind, db) {
          let extra = try members(of: line(stored.entry)).filter {
            keys.contains($0.key) || kind.layout.place[$0.key] == nil && $0.key != "record"
          }
          try db.execute(
            sql: "UPDATE \(kind) SET extra = ? WHERE seq = ?",
            arguments: [extra.isEmpty ? nil : ExtraText.encode(extra), stored.seq])
        }
        for key in keys {
          try db.execute(sql: "DROP INDEX IF EXISTS \(kind)_\(key)")
          try db.execute(sql: "ALTER TABLE \(kind) DROP COLUMN \(key)")
        }
      }
      try db.execute(sql: "PRAGMA user_version = 1")
    }
  }

  /// The keys of a kind that a version could have done without.
  static func spare(_ kind: Kind, _ db: GRDB.Database) throws -> [String] {
    let bound = try String.fetchSet(
      db, sql: "SELECT \"from\" FROM pragma_foreign_key_list('\(kind)')")
    return kind.layout.fields.filter { !$0.isRequired && !bound.contains($0.name) }.map(\.name)
      .filter { !["family", "replaces"].contains($0) }
  }

  /// Seals the journal again over the seals that are there: whoever writes an entry seals it too.
  static func journalAnew(_ db: GRDB.Database) throws {
    var seals: [Int64: [UInt8]] = [:]
    for name in try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    where try Schema.columns(of: name, db).contains("seal") {
      for row in try Row.fetchAll(db, sql: "SELECT seq, seal FROM \(name)") {
        seals[row[0]] = [UInt8](row[1] as Data).suffix(32)
      }
    }
    var previous = Journal.beginning
    let lines = try Journal.all(db)
    try db.execute(sql: "DELETE FROM journal")
    for var line in lines {
      line.previous = previous
      var hash = SHA256()
      for seq in line.entries { hash.update(data: seals[seq] ?? []) }
      line.digest = Journal.digest(line, entries: hash.finalize())
      previous = line.digest
      try Journal.insert(line, db)
    }
  }

  private static func all(_ kind: Kind, _ db: GRDB.Database) throws -> [Stored] {
    let query = try EntryTable.of(kind).query(db)
    var all: [Stored] = []
    while try query.step() { all.append(try EntryTable.of(kind).read(query)) }
    return all
  }

  private static func members(of line: String) throws -> [Extra] {
    try Array(line.utf8).withUnsafeBufferPointer { bytes in
      try JSONObject(bytes).members.map {
        Extra(key: bytes.text($0.key), json: bytes.raw($0.value.range))
      }
    }
  }
}
