import GRDB
import Interchange
import YoungCarers

/// Gives a store the tables of this version, within a transaction that its caller commits. The old
/// tables step aside under other names, everything in them is copied, what an earlier version could
/// only keep is put where this one reads it, what is derived is derived anew, and the whole is proved
/// before the old ones go. No entry's line changes by a byte, so seals and journal hold as they are.
struct Recast {
  struct Outcome {
    /// How many entries the store has, as it had before.
    var entries = 0
    /// Of those, the ones that this version reads and the earlier could not, or not whole.
    var nowRead = 0
    /// Entries of a kind that is known now, but spelled so that they stay as they came.
    var unread = 0
  }

  private let db: GRDB.Database
  private let path: String
  private static let aside = "earlier_"
  private static let derived: Set = ["identity", "fallen", "matchkey"]

  init(_ db: GRDB.Database, path: String) {
    self.db = db
    self.path = path
  }

  func run() throws -> Outcome {
    let old = try tables()
    let count = try entryCount(old)
    try stepAside(old)
    try Schema.create(db)
    let new = try tables().filter { !$0.hasPrefix(Self.aside) }
    for table in old { try copy(table, known: new.contains(table)) }
    var outcome = Outcome(entries: count)
    outcome.nowRead = try readWhatIsKnownNow()
    try Derived(db).rebuild()
    _ = try MatchKeys(db: db).rebuild()
    for table in old { try db.execute(sql: "DROP TABLE \(quoted(Self.aside + table))") }
    try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    let kinds = Kind.allCases.map { "'\($0)'" }.joined(separator: ", ")
    outcome.unread = try tally("SELECT count(*) FROM unknown WHERE record IN (\(kinds))")
    guard try entryCount(new) == count else { throw unproved("entries would be lost") }
    let findings = try Verification.findings(in: db, sealed: true)
    if let first = findings.first {
      throw unproved("a check would find \(findings.count) faults, the first: \(first.says)")
    }
    return outcome
  }

  private func unproved(_ says: Sentence) -> Problem {
    Problem(
      "upgrade-unproved", .data, at: Place(file: path), "\(says): nothing was changed",
      cure: "Look at it with carers check of the version that made it.")
  }

  private func tables() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name
        """)
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private func tally(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

  /// The sum over those of these tables that hold entries.
  private func entryCount(_ tables: [String]) throws -> Int {
    try tables.filter { name in EntryTable.all.contains { $0.name == name } }
      .reduce(0) { try $0 + tally("SELECT count(*) FROM \($1)") }
  }

  private func stepAside(_ tables: [String]) throws {
    let rest = try Row.fetchAll(
      db,
      sql: """
        SELECT type, name FROM sqlite_schema
        WHERE type IN ('view', 'trigger') OR (type = 'index' AND sql IS NOT NULL)
        """)
    for row in rest {
      // A trigger goes with its view.
      try db.execute(sql: "DROP \(row[0] as String) IF EXISTS \(quoted(row[1]))")
    }
    for table in tables {
      try db.execute(
        sql: "ALTER TABLE \(quoted(table)) RENAME TO \(quoted(Self.aside + table))")
    }
  }

  /// Every value, byte for byte. A table or column that has no place here must hold nothing.
  private func copy(_ table: String, known: Bool) throws {
    let old = Self.aside + table
    let columns = try Schema.columns(of: old, db)
    let places = known ? Set(try Schema.columns(of: table, db)) : []
    for column in columns where !places.contains(column) {
      let sql = "SELECT 1 FROM \(quoted(old)) WHERE \(quoted(column)) IS NOT NULL LIMIT 1"
      if try Row.fetchOne(db, sql: sql) != nil {
        throw Problem(
          "store-unfit", .configuration, at: Place(file: path),
          "its table \(named: table) has a column \(named: column) that this version has no place for: nothing was changed",
          cure: "Export it with the version that made it, and load that into a new store.")
      }
    }
    guard known, !Self.derived.contains(table) else { return }
    let common = columns.filter(places.contains).joined(separator: ", ")
    let late = Schema.lateIndexes.filter { $0.name.hasPrefix(table + "_") }
    for index in late { try db.execute(sql: "DROP INDEX \(index.name)") }
    try db.execute(
      sql: "INSERT INTO \(table)(\(common)) SELECT \(common) FROM \(quoted(old))")
    for index in late { try db.execute(sql: index.create) }
  }
}

extension Recast {
  /// Puts entries of kinds that have a table now into it, and values of keys that have a column now
  /// there. Gives how many.
  private func readWhatIsKnownNow() throws -> Int {
    var moved: [ID: (old: Stored, new: Stored)] = [:]
    for table in EntryTable.all {
      let query = try table.query(db, table.kind == nil ? "" : "WHERE extra IS NOT NULL")
      while try query.step() {
        let old = try table.read(query)
        guard let entry = Self.known(old.entry) else { continue }
        moved[entry.id] = (old, Stored(seq: old.seq, entry: entry, seal: old.seal))
      }
    }
    let writer = Writer(db, act: .nobody, sealed: false, after: 0)
    for (old, new) in moved.values.sorted(by: { $0.old.seq < $1.old.seq }) {
      try replace(old, new, writer)
    }
    // What names somebody who is not here, or is filed with others, was let stand as long as nobody
    // read it; and so it stays.
    while true {
      let strays = try strays().compactMap { moved.removeValue(forKey: $0) }
      if strays.isEmpty { return moved.count }
      for (old, new) in strays { try replace(new, old, writer) }
    }
  }

  private func replace(_ old: Stored, _ new: Stored, _ writer: Writer) throws {
    let table = old.entry.kind.map { EntryTable.of($0) } ?? .unknown
    try db.execute(sql: "DELETE FROM \(table.name) WHERE seq = ?", arguments: [old.seq])
    try writer.restore(new)
  }

  private func strays() throws -> Set<ID> {
    var strays = Set(try Reader(db).misfiled(in: Int64.min...Int64.max))
    for kind in Kind.allCases {
      let sql = """
        SELECT id FROM \(kind)
        WHERE seq IN (SELECT rowid FROM pragma_foreign_key_check('\(kind)'))
        """
      strays.formUnion(try String.fetchAll(db, sql: sql).map { ID($0) })
    }
    return strays
  }

  /// The entry as this version reads it, where that is more than the earlier could and writes the
  /// same line.
  private static func known(_ entry: Entry) -> Entry? {
    let line = line(entry)
    guard let read = try? EntryLine.decode(asSpelled: line), read != entry, Self.line(read) == line
    else { return nil }
    return read
  }

  private static func line(_ entry: Entry) -> [UInt8] {
    var line: [UInt8] = []
    EntryLine.encode(entry, into: &line)
    return line
  }

  /// An entry of a folder's file as it was sealed. What a version sealed that had no name for a kind or
  /// a key, and somebody else spelled, is otherwise written differently here, and its seal would not
  /// hold.
  static func entry(_ read: Entry, of line: [UInt8], under seal: [UInt8]?) -> Entry {
    guard let seal, Self.line(read) != line, !Seal.holds(seal, for: Self.line(read)) else {
      return read
    }
    let others = [
      try? EntryLine.decode(asSpelled: line), try? .unknown(EntryLine.unread(line)),
    ]
    return others.lazy.compactMap(\.self).first { Seal.holds(seal, for: Self.line($0)) } ?? read
  }
}
