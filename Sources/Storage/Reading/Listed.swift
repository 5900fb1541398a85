import GRDB
import YoungCarers

/// An entry in a list, with whom it is about, as they are known today.
public struct Listed<One: Payload>: Sendable {
  public var entry: One
  public var family: ID?
  public var person: ID?
  /// The person's name as the entry that it is about gives it.
  public var name: String?
  /// The case's name, where the entry is about nobody in particular.
  public var familyName: String?
}

extension Reader {
  /// The entries of a kind that a view lists, oldest first; of some cases, where those are given.
  public func listed<One: Payload>(_ type: One.Type, in view: String, families: Set<ID>? = nil)
    throws -> [Listed<One>]
  {
    let table = EntryTable.of(One.kind)
    let query = try table.query(
      db,
      """
      WHERE id IN (SELECT id FROM \(view))
        AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = \(table.name).id)
      ORDER BY day, recorded, id
      """)
    var found: [Listed<One>] = []
    while try query.step() {
      guard let entry = try table.read(query).entry.of(One.self) else { continue }
      let alias = try (entry.person ?? entry.header.family).map { try today($0) }
      if let families, !(alias.map { families.contains($0.family) } ?? false) { continue }
      if let family = alias?.family { look(at: [family]) }
      found.append(
        Listed(
          entry: entry, family: alias?.family, person: alias?.person,
          name: try entry.person.flatMap { try name(of: $0) },
          familyName: try alias.flatMap { try familyName($0.family) }))
    }
    return found
  }

  /// Given name and surname as one entry has them.
  private func name(of person: ID) throws -> String? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT given, surname FROM person WHERE id = ?"),
      arguments: [person.text])
    let words = [row?[0] as String?, row?[1] as String?].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func familyName(_ family: ID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM family WHERE id = ?"), arguments: [family.text])
  }

  /// The referrals whose referrer has not been told that they came.
  public func unacknowledged() throws -> Set<ID> {
    Set(try String.fetchAll(db, sql: "SELECT id FROM unacknowledged").map { ID($0) })
  }

  /// Whether an id is that of an alarm, which nothing takes out of force.
  public func isAlarm(_ id: ID) throws -> Bool {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM flag WHERE id = ? AND answers IS NULL"),
      arguments: [id.text]) != nil
  }

  /// The alarms among the entries of a run that nobody has answered.
  public func openFlags(in run: ClosedRange<Int64>) throws -> [SafeguardingFlag] {
    let table = EntryTable.of(.flag)
    let query = try table.query(
      db, "WHERE seq BETWEEN ? AND ? AND id IN (SELECT id FROM openFlags) ORDER BY seq")
    query.bind(1, run.lowerBound)
    query.bind(2, run.upperBound)
    var found: [SafeguardingFlag] = []
    while try query.step() {
      if case .flag(let flag) = try table.read(query).entry { found.append(flag) }
    }
    return found
  }
}
