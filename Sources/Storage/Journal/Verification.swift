import Crypto
import GRDB
import Interchange
import YoungCarers

/// What a check of a store found. Names entries and journal lines, never people.
public struct Finding: Sendable, Equatable {
  public var code: String
  public var says: Sentence
}

/// Whether a store is as it was written: every entry under its seal, the sequence without a gap, the
/// journal a whole chain, and what is derived as it would be derived again. All of it is looked at in
/// one transaction, which is rolled back.
public struct Verification {
  private let db: GRDB.Database
  private var findings: [Finding] = []

  public static func findings(_ store: Store) throws -> [Finding] {
    try Store.catching(store.home.name) {
      try store.queue.writeWithoutTransaction { db in
        var found: [Finding] = []
        try db.inTransaction(.immediate) {
          found = try findings(in: db, sealed: store.home != .pipe)
          return .rollback
        }
        return found
      }
    }
  }

  /// The same within a transaction. What is derived is derived anew.
  static func findings(in db: GRDB.Database, sealed: Bool) throws -> [Finding] {
    var check = Verification(db: db)
    try check.schema()
    if sealed { try check.journal() }
    try check.references()
    try check.waited()
    try check.derived()
    return check.findings
  }

  private init(db: GRDB.Database) { self.db = db }

  private mutating func found(_ code: String, _ says: Sentence) {
    findings.append(Finding(code: code, says: says))
  }

  /// What a new store consists of.
  private static let made = Result {
    try DatabaseQueue().write { db in
      try Schema.create(db)
      return try Schema.objects(db)
    }
  }

  private mutating func schema() throws {
    if try Schema.objects(db) != Self.made.get() {
      found("schema-changed", "a table, an index or a view is not as it was made")
    }
  }

  private mutating func journal() throws {
    var digests = try tombstones()
    var stray = try entries(&digests)
    let last = digests.keys.max() ?? 0
    var previous = Journal.beginning
    for line in try Journal.all(db) {
      let number = Int(line.sequence)
      if line.previous != previous {
        found("journal-chain", "journal line \(number) does not follow the line before it")
      }
      previous = line.digest
      guard line.entries.lowerBound > 0, line.entries.upperBound <= last else {
        found("journal-run", "journal line \(number) names entries that are not here")
        continue
      }
      verify(line, digests)
      for seq in line.entries { stray[seq] = nil }
    }
    for (_, id) in stray.sorted(by: { $0.key < $1.key }) {
      found("entry-unjournalled", "\(id) is in no line of the journal")
    }
  }

  /// Each entry's digest by its place in the sequence, and its id.
  private mutating func entries(_ digests: inout [Int64: [UInt8]]) throws -> [Int64: ID] {
    var ids: [Int64: ID] = [:]
    for table in EntryTable.all {
      let query = try table.query(db)
      while try query.step() {
        let (seq, id) = (query.integer(0), table.id(query))
        if ids.updateValue(id, forKey: seq) != nil {
          found("entry-doubled", "\(id) has the place of another entry")
        }
        if let digest = table.sealed(query) {
          digests[seq] = digest
        } else {
          found("entry-changed", "\(id) is not as it was written")
        }
      }
    }
    return ids
  }

  private mutating func verify(_ line: JournalLine, _ digests: [Int64: [UInt8]]) {
    var hash = SHA256()
    var missing = 0
    for seq in line.entries {
      if let digest = digests[seq] { hash.update(data: digest) } else { missing += 1 }
    }
    let number = Int(line.sequence)
    if missing > 0 {
      found("entry-missing", "\(missing) entries of journal line \(number) are gone or changed")
    } else if Journal.digest(line, entries: hash.finalize()) != line.digest {
      found("journal-changed", "journal line \(number) is not as it was written")
    }
  }

  private func tombstones() throws -> [Int64: [UInt8]] {
    let query = try Prepared(db, "SELECT seq, digest FROM tombstone WHERE seq IS NOT NULL")
    var digests: [Int64: [UInt8]] = [:]
    while try query.step() { digests[query.integer(0)] = query.blob(1) }
    return digests
  }

  private mutating func references() throws {
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      found(
        "subject-missing",
        "a \(named: row[0] as String) entry names a \(named: row[2] as String) that is not here")
    }
    for id in try Reader(db).misfiled(in: Int64.min...Int64.max) {
      found("entry-misfiled", "\(id) is filed under another case than the person it is about")
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    where row[0] as String? != "ok" {
      found("store-damaged", "SQLite finds the file damaged")
      break
    }
  }

  /// Derives everything again and holds it against what is kept.
  /// Where reports of waits were asked for: what they read is what would be worked out from nothing.
  private mutating func waited() throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM waitedUntil") != nil else { return }
    try Waited(db).refresh()
    let kept = try Waited.rows(db)
    try db.execute(sql: "DELETE FROM waitedUntil; INSERT INTO stale VALUES ('')")
    try Waited(db).refresh()
    if try Waited.rows(db) != kept {
      found("waited-stale", "how long referrals waited is not what the entries say")
    }
  }

  private mutating func derived() throws {
    func contents(_ tables: [String]) throws -> SHA256.Digest {
      var hash = SHA256()
      for table in tables {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
        while let row = try rows.next() { hash.update(data: Array(row.description.utf8)) }
      }
      return hash.finalize()
    }
    let identity = try contents(["fallen", "identity"])
    try Derived(db).rebuild()
    if try contents(["fallen", "identity"]) != identity {
      found("derived-stale", "who is who is not what the decisions say")
    }
    let keys = try contents(["matchkey"])
    let isPossible = try MatchKeys(db: db).rebuild()
    if try !isPossible || contents(["matchkey"]) != keys {
      found("keys-stale", "the keys by which children are recognised are not theirs")
    }
  }
}
