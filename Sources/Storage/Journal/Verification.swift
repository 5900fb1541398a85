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
/// journal a whole chain, and what is derived as it would be derived again.
public struct Verification {
  private let db: GRDB.Database
  private var findings: [Finding] = []

  public static func findings(_ store: Store) throws -> [Finding] {
    try Store.catching(store.home.name) {
      try store.queue.writeWithoutTransaction { db in
        var check = Verification(db: db)
        if store.home != .pipe { try check.journal() }
        try check.references()
        try check.derived()
        return check.findings
      }
    }
  }

  private init(db: GRDB.Database) { self.db = db }

  private mutating func found(_ code: String, _ says: Sentence) {
    findings.append(Finding(code: code, says: says))
  }

  private mutating func journal() throws {
    var digests = try tombstones()
    var stray: [Int64: ID] = [:]
    var broken: [(Int64, ID)] = []
    var line: [UInt8] = []
    try Reader(db).forEachStored { stored in
      line.removeAll(keepingCapacity: true)
      EntryLine.encode(stored.entry, into: &line)
      stray[stored.seq] = stored.entry.id
      guard let seal = stored.seal, Seal.holds(seal, for: line) else {
        return broken.append((stored.seq, stored.entry.id))
      }
      digests[stored.seq] = Array(seal.suffix(32))
    }
    for (_, id) in broken { found("entry-changed", "\(id) is not as it was written") }
    var previous = Journal.beginning
    for journalLine in try Journal.all(db) {
      let number = Int(journalLine.sequence)
      if journalLine.previous != previous {
        found("journal-chain", "journal line \(number) does not follow the line before it")
      }
      previous = journalLine.digest
      try verify(journalLine, digests)
      for seq in journalLine.entries { stray[seq] = nil }
    }
    for (_, id) in stray.sorted(by: { $0.key < $1.key }) {
      found("entry-unjournalled", "\(id) is in no line of the journal")
    }
  }

  private mutating func verify(_ line: JournalLine, _ digests: [Int64: [UInt8]]) throws {
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
    for row in try Row.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    where row[0] as String? != "ok" {
      found("store-damaged", "SQLite finds the file damaged")
      break
    }
  }

  /// Derives everything again and holds it against what is kept; the rollback leaves no trace.
  private mutating func derived() throws {
    let tables = ["fallen", "identity"]
    func contents() throws -> [String] {
      try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id").map(\.description)
      }
    }
    let kept = try contents()
    var again: [String] = []
    try db.inTransaction(.immediate) {
      try Derived(db).rebuild()
      again = try contents()
      return .rollback
    }
    if kept != again { found("derived-stale", "who is who is not what the decisions say") }
  }
}
