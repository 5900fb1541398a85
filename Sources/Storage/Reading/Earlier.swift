import GRDB
import YoungCarers

extension Reader {
  /// Whoever may be known otherwise now than at a time, with everybody who was ever one with them:
  /// what bears on who was worked with. Everybody else is the same then and now. Given `people` and
  /// cases, those, whether they are known otherwise or not.
  public func earlier(than time: Instant, about people: Set<ID>? = nil) throws -> AtAnEarlierTime {
    let reached = try Derived(db).reach(of: people ?? changed(since: time))
    let families = reached.filter { $0.shape == .family }
    var entries: [Entry] = []
    for kind in Self.bearing {
      let table = EntryTable.of(kind)
      let query = try table.query(db, "WHERE \(table.home) = ?")
      for family in families.sorted() {
        query.reset()
        query.bind(1, family.text)
        while try query.step() { entries.append(try table.read(query).entry) }
      }
    }
    return AtAnEarlierTime(try entries + decisions(about: reached) + withdrawals())
  }

  /// What opens and closes, and who is in a family.
  private static let bearing: [Kind] = [.family, .person, .triage, .reopening, .closure]

  /// The people and families about whom anything that bears was written since, or taken out of force.
  private func changed(since time: Instant) throws -> Set<ID> {
    var found: Set<ID> = []
    func take(_ sql: String, _ arguments: StatementArguments) throws {
      for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
        for value in row.databaseValues {
          if let id = String.fromDatabaseValue(value) { found.insert(ID(id)) }
        }
      }
    }
    for kind in Self.bearing {
      try take(
        "SELECT \(EntryTable.of(kind).home) FROM \(kind) WHERE recorded >= ?", [time.text])
    }
    for kind in Self.joining {
      try take("SELECT one, other FROM \(kind) WHERE recorded >= ?", [time.text])
    }
    let named = try withdrawals().filter { $0.header.recorded >= time }.flatMap { entry in
      Standing.Cause(entry)?.takesOut ?? []
    }
    for id in Set(named) {
      for kind in Self.bearing {
        try take(
          "SELECT \(EntryTable.of(kind).home) FROM \(kind) WHERE id = ?", [id.text])
      }
      for kind in Self.joining {
        try take("SELECT one, other FROM \(kind) WHERE id = ?", [id.text])
      }
    }
    return found
  }

  private static let joining: [Kind] = [.samePerson, .sameFamily]

  private func decisions(about ids: Set<ID>) throws -> [Entry] {
    try Self.joining.flatMap { kind -> [Entry] in
      let table = EntryTable.of(kind)
      let query = try table.query(db, "WHERE one = ?")
      return try ids.sorted().flatMap { id -> [Entry] in
        query.reset()
        query.bind(1, id.text)
        var found: [Entry] = []
        while try query.step() { found.append(try table.read(query).entry) }
        return found
      }
    }
  }

  private func withdrawals() throws -> [Entry] {
    let table = EntryTable.of(.withdrawal)
    let query = try table.query(db, "")
    var found: [Entry] = []
    while try query.step() { found.append(try table.read(query).entry) }
    return found
  }
}
