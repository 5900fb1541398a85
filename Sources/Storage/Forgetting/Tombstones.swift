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

/// A line of a folder's `tombstones.jsonl`.
struct TombstoneLine: Codable, Equatable {
  var digest: String?
  var seq: Int64?
  var source: String?
}

/// What a stream holds of whom was forgotten here: it is set aside, and nobody comes back by it.
struct Buried {
  private let here: Prepared
  private let keys: SourceKey
  /// Ids of the stream under which somebody comes who was forgotten under other ids.
  private var again: Set<ID> = []
  /// What was set aside so far.
  private var aside: Set<ID> = []

  /// Nil where nobody was forgotten.
  init?(_ db: GRDB.Database, stream: StreamReader) throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM tombstone LIMIT 1") != nil else { return nil }
    here = try Prepared(db, "SELECT 1 FROM tombstone WHERE source = ?")
    keys = SourceKey(try Settings(reading: db))
    try findAgain(stream)
  }

  /// Children whose referral was forgotten with them, and cases in which nobody else is.
  private mutating func findAgain(_ stream: StreamReader) throws {
    var stream = stream
    var children: [ID: Person] = [:]
    var referrals: [(source: String, child: ID)] = []
    while case .entry(let entry, _)? = try stream.next() {
      switch entry {
      case .person(let person) where person.role != .contact: children[entry.id] = person
      case .referral(let referral):
        if let source = referral.source, let child = referral.person {
          referrals.append((source, child))
        }
      default: continue
      }
    }
    for (source, id) in referrals {
      guard let child = children[id] else { continue }
      let marks = keys.tombstones(source, child)
      if try marks.contains(where: isHere) { again.insert(id) }
    }
    let homes = Dictionary(grouping: children.values) { $0.header.family ?? $0.header.id }
    for (family, members) in homes where members.allSatisfy({ again.contains($0.header.id) }) {
      again.insert(family)
    }
  }

  private func isHere(_ mark: [UInt8]) throws -> Bool {
    try mark.withUnsafeBufferPointer { digest in
      here.bind(1, blob: digest)
      defer { here.reset() }
      return try here.step()
    }
  }

  private func isGone(_ id: ID) throws -> Bool {
    try again.contains(id) || isHere(keys.tombstone(of: id))
  }

  /// Whether an entry is of the forgotten, or speaks of nothing else.
  mutating func takes(_ entry: Entry) throws -> Bool {
    let isTheirs = try isTheirs(entry)
    if isTheirs { aside.insert(entry.id) }
    return isTheirs
  }

  private func isTheirs(_ entry: Entry) throws -> Bool {
    let (family, person) = entry.subject
    if try isGone(entry.id) { return true }
    if let person, try isGone(person) { return true }
    if let family, try isGone(family) { return true }
    switch entry {
    case .samePerson, .differentPeople, .sameFamily, .differentFamilies:
      return try entry.naming.contains(where: isGone)
    case .withdrawal(let withdrawal):
      return try !withdrawal.entries.isEmpty
        && withdrawal.entries.allSatisfy { try aside.contains(ID($0)) || isGone(ID($0)) }
    default:
      return family == nil && !entry.naming.isDisjoint(with: aside)
    }
  }
}

extension SourceKey {
  /// What a case, a person or an entry is known by that was forgotten.
  func tombstone(of id: ID) -> [UInt8] { keyedDigest("id\u{1F}" + id.text) }

  /// What a referral or a form is known by, as it came, and as this service would have written it.
  func tombstones(_ source: String, _ child: Person) -> [[UInt8]] {
    [source, keyed(source)].compactMap { $0 }.map {
      tombstone($0, given: child.given, surname: child.surname, born: child.born)
    }
  }
}
