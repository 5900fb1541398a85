import GRDB
import Interchange
import YoungCarers

/// What is kept of the forgotten: the place and the digest of each entry, so that the journal still
/// verifies, and digests under the service's key, by which they are known when they come again.
struct Tombstones {
  private let insert: Prepared

  init(_ db: GRDB.Database) throws {
    insert = try Prepared(db, "INSERT INTO tombstone(seq, digest, source) VALUES (?, ?, ?)")
  }

  func add(_ line: TombstoneLine) throws {
    insert.bind(1, line.seq)
    try Hex.bytes(line.digest ?? "").withUnsafeBufferPointer { digest in
      try Hex.bytes(line.source ?? "").withUnsafeBufferPointer { source in
        if line.digest == nil { insert.bind(2, Int64?.none) } else { insert.bind(2, blob: digest) }
        if line.source == nil { insert.bind(3, Int64?.none) } else { insert.bind(3, blob: source) }
        try insert.run()
      }
    }
  }

  /// The place and digest of an entry that goes.
  func bury(_ stored: Stored) throws {
    guard let seal = stored.seal, seal.count == 48 else { return }
    try add(TombstoneLine(digest: Hex.text(seal.suffix(32)), seq: stored.seq))
  }

  func mark(_ digest: [UInt8]) throws { try add(TombstoneLine(source: Hex.text(digest))) }

  static func lines(_ db: GRDB.Database) throws -> [TombstoneLine] {
    let query = try Prepared(db, "SELECT seq, digest, source FROM tombstone ORDER BY seq, source")
    var lines: [TombstoneLine] = []
    while try query.step() {
      lines.append(
        TombstoneLine(
          digest: query.blob(1).map(Hex.text), seq: query.isNull(0) ? nil : query.integer(0),
          source: query.blob(2).map(Hex.text)))
    }
    return lines
  }
}

/// A look for what was forgotten, by its digests.
struct TombstoneSearch {
  private let query: Prepared

  /// Nil where nothing was forgotten.
  init?(_ db: GRDB.Database) throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM tombstone LIMIT 1") != nil else { return nil }
    query = try Prepared(db, "SELECT 1 FROM tombstone WHERE source = ?")
  }

  func has(_ mark: [UInt8]) throws -> Bool {
    try mark.withUnsafeBufferPointer { digest in
      query.bind(1, blob: digest)
      defer { query.reset() }
      return try query.step()
    }
  }
}

/// A line of a folder's `tombstones.jsonl`.
struct TombstoneLine: Codable, Equatable {
  var digest: String?
  var seq: Int64?
  var source: String?
}

extension SourceKey {
  /// What a case, a person or an entry is known by that was forgotten.
  func tombstone(of id: ID) -> [UInt8] { keyedDigest("id\u{1F}" + id.text) }

  /// What a referral is known by, as it came, and as this service would have written it; and so with
  /// its day and without, since a sheet that gives none says nothing of it.
  func tombstones(_ referral: Referral, of child: Person) -> [[UInt8]] {
    guard let source = referral.source else { return [] }
    let said = Said(
      given: child.given, surname: child.surname, born: child.born, reason: referral.reason)
    var dated = said
    dated.day = referral.header.day
    return [source, keyed(source)].compactMap { $0 }
      .flatMap { [tombstone($0, said), tombstone($0, dated)] }
  }

  func tombstones(form source: String) -> [[UInt8]] {
    [source, keyed(source)].compactMap { $0 }.map(tombstone(form:))
  }
}
