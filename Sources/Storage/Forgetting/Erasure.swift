import GRDB
import Interchange
import YoungCarers

extension Writer {
  /// Erases whole cases of today for good, with all that belongs to them, and writes down that it was
  /// done, without any id. Throws where one of them may not go, or where an entry of another case would
  /// name what is gone; nothing is kept then.
  @discardableResult
  public func forget(_ cases: Set<ID>, because: String, decider: String) throws -> Forgetting {
    let gone = try reader.belongings(of: cases)
    try reader.requireForgettable(gone)
    var forgetting = Forgetting()
    forgetting.header = header(family: nil)
    (forgetting.because, forgetting.decider) = (because, decider)
    (forgetting.entries, forgetting.people) = (gone.count, gone.people.count)
    let around = try Derived(db).reach(of: gone.ids)
    let first = gone.erased.map { Day(inLondonAt: $0.stored.entry.header.recorded) }.min()
    let ends = Forgetting.monthEnds(
      from: first ?? act.today, until: forgetting.header.recorded)
    let before = try involved(around, at: ends)
    try erase(gone)
    let after = try involved(around.subtracting(gone.ids), at: ends)
    func stays(_ part: KeyPath<Involved, Set<ID>>) -> [String] {
      Forgetting.stays(
        ends.indices.map {
          (ends[$0], before[$0][keyPath: part].count - after[$0][keyPath: part].count)
        })
    }
    forgetting.families = stays(\.families)
    forgetting.children = stays(\.children)
    try append(.forgetting(forgetting))
    return forgetting
  }

  /// Who of these was worked with at the end of each month, as it was known then: what the report of
  /// that month carried out.
  private func involved(_ ids: Set<ID>, at ends: [Day]) throws -> [Involved] {
    let entries = try reader.earlier(than: Instant(microseconds: .min), about: ids)
    return ends.map { end in
      let then = Instant(inLondonOn: end + 1, at: .midnight)
      return entries.involved(after: end, written: then, identity: then)
    }
  }

  private func erase(_ gone: Belongings) throws {
    try bury(gone)
    for table in EntryTable.all {
      let delete = try Prepared(db, "DELETE FROM \(table.name) WHERE seq = ?")
      for one in gone.erased where one.table.rank == table.rank {
        delete.bind(1, one.stored.seq)
        try delete.run()
      }
    }
    erasedHomes.formUnion(gone.erased.map(\.stored.entry.header.family))
    try proveWhole()
    try db.execute(
      sql: "DELETE FROM matchkey WHERE person IN (SELECT value FROM json_each(?))",
      arguments: ["[\(gone.erased.map { String($0.stored.seq) }.joined(separator: ","))]"])
    try Derived(db).rebuild()
    // Agencies and year groups that only they had stand there as names: all of it is worked out anew
    // when somebody asks.
    try db.execute(
      sql: """
        DELETE FROM waited; DELETE FROM waitedName; DELETE FROM waitedUntil; DELETE FROM stale
        """)
  }

  private func bury(_ gone: Belongings) throws {
    let tombstones = try Tombstones(db)
    let keys = SourceKey(try Settings(reading: db))
    var people: [ID: Person] = [:]
    for case .person(let person) in gone.erased.map(\.stored.entry) {
      people[person.header.id] = person
    }
    var marks: Set<[UInt8]> = Set(gone.ids.map(keys.tombstone))
    for one in gone.erased {
      try tombstones.bury(one.stored)
      // Each by its own id: what comes again of the case and is not among them is new.
      marks.insert(keys.tombstone(of: one.stored.entry.id))
      switch one.stored.entry {
      case .referral(let referral):
        guard let child = referral.person.flatMap({ people[$0] }) else { continue }
        marks.formUnion(keys.tombstones(referral, of: child))
      case .assessment(let assessment):
        marks.formUnion(assessment.source.map(keys.tombstones(form:)) ?? [])
      default: continue
      }
    }
    for mark in marks.sorted(by: { $0.lexicographicallyPrecedes($1) }) { try tombstones.mark(mark) }
  }

  /// No entry that stays names what is gone.
  private func proveWhole() throws {
    guard let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check"),
      let seq = row[1] as Int64?
    else { return }
    let table: String = row[0]
    let named = try Row.fetchOne(
      db, sql: "SELECT id, family FROM \(table) WHERE seq = ?", arguments: [seq])
    let (id, family) = (ID(named?[0] ?? ""), (named?[1] as String?).map { ID($0) })
    throw Problem(
      "forget-named", .notAllowed,
      "\(id) of \(family ?? id) names what would be gone: nothing was forgotten",
      cure: "Forget both cases in one command; carers show tells what the entry says.")
  }
}

extension Store {
  /// One command that erases: as `write`, and then nothing of it is left in the file either. SQLite
  /// overwrites what is deleted, but not the copies that its pages keep of rows that moved; so the file
  /// is written anew from what it holds. Cut off between, the next command on the store does that.
  public func erase<Value>(
    _ act: Act, dryRun: Bool = false, _ body: (Writer) throws -> Value
  ) throws -> Outcome<Value> {
    guard home != .pipe else {
      throw Problem(
        "forget-pipe", .usage, "there is nothing to forget in a pipe",
        cure: "Give the store: --store leeds.sqlite. What a pipe says is in the files it came from."
      )
    }
    let outcome = try write(act, erasing: true, dryRun: dryRun) { writer in
      let value = try body(writer)
      if case .file = home {
        try writer.db.execute(
          sql: "INSERT OR REPLACE INTO setting(name, value) VALUES (?, '1')",
          arguments: [Self.unswept])
      }
      return value
    }
    guard case .file(let path) = home, !dryRun else { return outcome }
    do {
      try queue.writeWithoutTransaction { try Self.sweep($0) }
    } catch {
      throw Problem(
        "store-unswept", .inputOutput, at: Place(file: path),
        "it is forgotten, but the file could not be written anew: traces may be left where it is free",
        cure:
          "The next command on the store does that first; it needs room for the store once more.")
    }
    return outcome
  }

  private static let unswept = "unswept"

  /// Writes the file anew where an erasure has not been followed by that.
  static func sweep(_ db: GRDB.Database) throws {
    let sql = "SELECT 1 FROM setting WHERE name = ?"
    guard try Row.fetchOne(db, sql: sql, arguments: [unswept]) != nil else { return }
    try db.execute(sql: "VACUUM")
    try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [unswept])
  }
}
