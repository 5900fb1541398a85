import GRDB
import Matching
import YoungCarers

/// The stored keys by which known people are found. They are derived, and written in one place: what
/// came in since the last time is keyed in one sorted run.
struct MatchKeys {
  let db: GRDB.Database

  private static let mark = "keyed"

  /// How far in the sequence people are keyed.
  private var done: Int64 {
    get throws {
      let sql = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?"
      return try Int64.fetchOne(db, sql: sql, arguments: [Self.mark]) ?? 0
    }
  }

  /// From nothing, as far as they were; false where that is further than anything was written.
  func rebuild() throws -> Bool {
    let limit = try done
    try db.execute(sql: "DELETE FROM matchkey")
    try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Self.mark])
    try catchUp(to: limit)
    return try limit <= Store.lastSequence(db)
  }

  func catchUp(to limit: Int64 = .max) throws {
    let done = try done
    let table = EntryTable.of(.person)
    let query = try table.query(db, "WHERE seq > ? AND seq <= ?")
    query.bind(1, done)
    query.bind(2, limit)
    var last = done
    var found: [(hash: Int64, person: Int64)] = []
    while try query.step() {
      let stored = try table.read(query)
      last = max(last, stored.seq)
      guard case .person(let person) = stored.entry, person.role.isChild else { continue }
      let child = Described(person)
      for key in Set(keys(of: child) + householdKeys(of: child)) {
        found.append((Int64(bitPattern: key), stored.seq))
      }
    }
    guard last > done else { return }
    found.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.person < $1.person }
    let insert = try Prepared(db, "INSERT OR IGNORE INTO matchkey(hash, person) VALUES (?, ?)")
    for key in found {
      insert.bind(1, key.hash)
      insert.bind(2, key.person)
      try insert.run()
    }
    try db.execute(
      sql:
        "INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
      arguments: [Self.mark, String(last)])
  }
}

extension Person.Role {
  /// Whom a referral can be about.
  public var isChild: Bool { self == .youngCarer || self == .child }
}

/// Everybody known, as far as a row asks for them: people of the store are fetched by the row's keys
/// and stand in the recogniser beside those of the sheet.
final class KnownPeople {
  var recogniser = Recogniser()
  private let isEmpty: Bool
  private let byKey: Prepared
  private let bySeq: Prepared
  private let byID: Prepared
  private let cares: Prepared
  private let others: Prepared
  private var fetched: Set<Int64> = []

  init(_ db: GRDB.Database) throws {
    isEmpty = try Row.fetchOne(db, sql: "SELECT 1 FROM matchkey LIMIT 1") == nil
    byKey = try Prepared(
      db, "SELECT person FROM matchkey WHERE hash = ? LIMIT \(Recogniser.crowd)")
    bySeq = try EntryTable.of(.person).query(db, "WHERE seq = ?")
    byID = try Prepared(
      db,
      """
      SELECT person.seq, coalesce(identity.person, person.id),
        coalesce(identity.family, home.family, person.family),
        EXISTS (SELECT 1 FROM fallen WHERE fallen.id = person.id)
      FROM person LEFT JOIN identity ON identity.id = person.id
        LEFT JOIN identity AS home ON home.id = person.family
      WHERE person.id = ?
      """)
    cares = try Prepared(
      db, "SELECT caredFor, caredForRelation FROM referral WHERE family = ? AND person = ?")
    others = try Prepared(db, "SELECT id FROM identity WHERE person = ?")
  }

  /// Brings in whoever of the store shares a key with the child, and every other entry of theirs.
  func fetch(for child: Described) throws {
    if isEmpty { return }
    for key in keys(of: child) + householdKeys(of: child) {
      byKey.bind(1, Int64(bitPattern: key))
      var found: [Int64] = []
      while try byKey.step() { found.append(byKey.integer(0)) }
      for seq in found where fetched.insert(seq).inserted { try bring(seq) }
    }
  }

  private func bring(_ seq: Int64) throws {
    bySeq.bind(1, seq)
    guard try bySeq.step() else { return }
    let entry = try EntryTable.of(.person).read(bySeq).entry
    bySeq.reset()
    guard case .person(let person) = entry, person.role.isChild else { return }
    byID.bind(1, person.header.id.text)
    guard try byID.step() else { return }
    let identity = ID(byID.text(1) ?? person.header.id.text)
    let family = byID.text(2).map { ID($0) }
    let isFallen = byID.integer(3) == 1
    byID.reset()
    if isFallen { return }
    cares.bind(1, person.header.family?.text)
    cares.bind(2, person.header.id.text)
    let knows = try cares.step()
    let child = Described(
      person, caredFor: knows ? cares.text(0) : nil, caredForRelation: knows ? cares.text(1) : nil)
    cares.reset()
    recogniser.add(child, person: person.header.id, family: family, identity: identity)
    try bringOthers(of: identity)
  }

  private func bringOthers(of identity: ID) throws {
    others.bind(1, identity.text)
    var ids = [identity]
    while try others.step() { ids.append(ID(others.text(0) ?? "")) }
    for id in ids {
      byID.bind(1, id.text)
      guard try byID.step() else { continue }
      let seq = byID.integer(0)
      byID.reset()
      if fetched.insert(seq).inserted { try bring(seq) }
    }
  }
}
