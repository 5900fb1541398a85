import GRDB
import YoungCarers

/// What is worked out from the entries and kept beside them: what has fallen, who is who. Recomputed
/// in the transaction that changes it, from what stands, so the entries alone are the truth.
struct Derived {
  let db: GRDB.Database

  init(_ db: GRDB.Database) { self.db = db }

  /// From nothing: after a folder or a pipe is read.
  func rebuild() throws {
    try db.execute(sql: "DELETE FROM fallen; DELETE FROM identity")
    _ = try judgeStanding()
    var ends: Set<ID> = []
    for kind in [Kind.samePerson, .sameFamily] {
      for row in try Row.fetchAll(db, sql: "SELECT one, other FROM \(kind)") {
        ends.formUnion([ID(row[0]), ID(row[1])])
      }
    }
    for kind in [Kind.person, .family] {
      let sql = "SELECT id, replaces FROM \(kind) WHERE replaces IS NOT NULL"
      for row in try Row.fetchAll(db, sql: sql) { ends.formUnion([ID(row[0]), ID(row[1])]) }
    }
    if !ends.isEmpty { try refreshIdentity(around: ends) }
  }

  /// Judges every withdrawal and replacement again; gives the entries whose standing changed.
  func judgeStanding() throws -> Set<ID> {
    let rows = try Row.fetchAll(db, sql: "SELECT id, cause FROM fallen")
    let before = Dictionary(uniqueKeysWithValues: rows.map { (ID($0[0]), ID($0[1])) })
    let after = Standing.fallen(try causes(), alarms: try alarms())
    for id in before.keys where after[id] == nil {
      try db.execute(sql: "DELETE FROM fallen WHERE id = ?", arguments: [id.text])
    }
    for (id, cause) in after where before[id] != cause {
      try db.execute(
        sql: "INSERT OR REPLACE INTO fallen(id, cause) VALUES (?, ?)",
        arguments: [id.text, cause.text])
    }
    return Set(before.keys).symmetricDifference(after.keys)
  }

  private func alarms() throws -> Set<ID> {
    Set(try String.fetchAll(db, sql: "SELECT id FROM flag WHERE answers IS NULL").map { ID($0) })
  }

  private func causes() throws -> [Standing.Cause] {
    var found: [(seq: Int64, cause: Standing.Cause)] = []
    for kind in Kind.allCases {
      let query = try EntryTable.of(kind).query(
        db, kind == .withdrawal ? "" : "WHERE replaces IS NOT NULL")
      while try query.step() {
        let stored = try EntryTable.of(kind).read(query)
        if let cause = Standing.Cause(stored.entry) { found.append((stored.seq, cause)) }
      }
    }
    return found.sorted { $0.seq < $1.seq }.map(\.cause)
  }

  /// The people and cases that these decisions are about.
  func subjects(ofDecisions ids: Set<ID>) throws -> Set<ID> {
    var found: Set<ID> = []
    for id in ids {
      for kind in [Kind.samePerson, .sameFamily] {
        let sql = "SELECT one, other FROM \(kind) WHERE id = ?"
        for row in try Row.fetchAll(db, sql: sql, arguments: [id.text]) {
          found.formUnion([ID(row[0]), ID(row[1])])
        }
      }
      if id.shape != nil { found.insert(id) }
    }
    return found
  }

  /// People written under a case that was seen as another until they came.
  func newcomers(in run: ClosedRange<Int64>) throws -> [ID] {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM identity LIMIT 1") != nil else { return [] }
    return try String.fetchAll(
      db,
      sql: """
        SELECT person.id FROM person JOIN identity ON identity.id = person.family
        WHERE person.seq BETWEEN ? AND ?
        """, arguments: [run.lowerBound, run.upperBound]
    ).map { ID($0) }
  }

  /// Works out anew who the people and cases around these are.
  func refreshIdentity(around ids: Set<ID>) throws {
    let scope = try reach(of: ids)
    let people = scope.filter { $0.shape == .person }
    let families = scope.filter { $0.shape == .family }
    let aliases = Identity.resolve(
      people: try members(people, .person), samePeople: try joins(people, .samePerson, .person),
      families: try members(families, .family),
      sameFamilies: try joins(families, .sameFamily, .family))
    let remove = try Prepared(db, "DELETE FROM identity WHERE id = ?")
    for id in scope {
      remove.bind(1, id.text)
      try remove.run()
    }
    let insert = try Prepared(db, "INSERT INTO identity(id, person, family) VALUES (?, ?, ?)")
    for alias in aliases {
      insert.bind(1, alias.id.text)
      insert.bind(2, alias.person?.text)
      insert.bind(3, alias.family.text)
      try insert.run()
    }
  }

  /// Everybody whose identity can depend on these: joined with them, or sharing a case with one.
  func reach(of ids: Set<ID>) throws -> Set<ID> {
    let steps = try [
      "SELECT other FROM samePerson WHERE one = ?", "SELECT one FROM samePerson WHERE other = ?",
      "SELECT other FROM sameFamily WHERE one = ?", "SELECT one FROM sameFamily WHERE other = ?",
      "SELECT family FROM person WHERE id = ? AND family IS NOT NULL",
      "SELECT id FROM person WHERE family = ?",
      "SELECT replaces FROM person WHERE id = ? AND replaces IS NOT NULL",
      "SELECT replaces FROM family WHERE id = ? AND replaces IS NOT NULL",
    ].map { try Prepared(db, $0) }
    var reached = ids
    var waiting = Array(ids)
    while let id = waiting.popLast() {
      for step in steps {
        step.bind(1, id.text)
        while try step.step() {
          let found = ID(step.text(0) ?? "")
          if reached.insert(found).inserted { waiting.append(found) }
        }
      }
    }
    return reached
  }

  private func members(_ ids: Set<ID>, _ kind: Kind) throws -> [Identity.Member] {
    let query = try Prepared(db, "SELECT family, recorded FROM \(kind) WHERE id = ?")
    var found: [Identity.Member] = []
    for id in ids.sorted() {
      query.bind(1, id.text)
      while try query.step() {
        let family = kind == .family ? id : query.text(0).map { ID($0) } ?? id
        let recorded = Instant(query.text(1) ?? "") ?? Instant(microseconds: 0)
        found.append(Identity.Member(id: id, family: family, recorded: recorded))
      }
    }
    return found
  }

  /// The joins that stand: decided, or because one entry took the other's place.
  private func joins(_ ids: Set<ID>, _ decision: Kind, _ subject: Kind) throws -> [(ID, ID)] {
    let decided = try Prepared(
      db,
      """
      SELECT one, other FROM \(decision)
      WHERE one = ? AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = \(decision).id)
      """)
    let replaced = try Prepared(
      db, "SELECT replaces, id FROM \(subject) WHERE id = ? AND replaces IS NOT NULL")
    var found: [(ID, ID)] = []
    for id in ids {
      for query in [decided, replaced] {
        query.bind(1, id.text)
        while try query.step() {
          found.append((ID(query.text(0) ?? ""), ID(query.text(1) ?? "")))
        }
      }
    }
    return found
  }
}
