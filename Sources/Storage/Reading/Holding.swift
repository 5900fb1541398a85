import GRDB
import Interchange
import YoungCarers

/// What of a store may stand in another one too: cases that were handed on with their entries, and
/// children whom a number tells.
public struct Holding: Sendable {
  /// As they were filed.
  public internal(set) var cases: Set<ID> = []
  /// What names no case: advice, news of nobody, what was forgotten.
  public internal(set) var loose: Set<ID> = []
  /// The child of today who has a UPN or an NHS number that passes its check, by the number.
  public internal(set) var numbers: [String: ID] = [:]
  /// Numbers that two children of this store have: they tell nobody.
  public internal(set) var doubtful: Set<String> = []

  mutating func add(_ number: String, _ person: ID) {
    if let other = numbers.updateValue(person, forKey: number), other != person {
      doubtful.insert(number)
    }
  }
}

extension Reader {
  public func holding() throws -> Holding {
    var holding = Holding()
    holding.cases = Set(try String.fetchAll(db, sql: "SELECT id FROM family").map { ID($0) })
    let loose = ["consultation", "referral", "screening", "forgetting"].map {
      "SELECT id FROM \($0) WHERE family IS NULL"
    }
    holding.loose = Set(
      try String.fetchAll(db, sql: loose.joined(separator: " UNION ALL ")).map { ID($0) })
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT today, upn, nhsNumber FROM people WHERE coalesce(upn, nhsNumber) IS NOT NULL")
    while let row = try rows.next() {
      let person = ID(row[0] as String)
      // A temporary number tells nobody beyond the school that gave it.
      if let upn = (row[1] as String?).flatMap({ UPN($0) }), upn.isPermanent {
        holding.add(upn.text, person)
      }
      if let number = (row[2] as String?).flatMap({ NHSNumber($0) }) {
        holding.add(number.text, person)
      }
    }
    return holding
  }

  /// All people and cases whose story may be one with that of these, and the cases of today.
  public func around(_ ids: Set<ID>) throws -> (all: Set<ID>, cases: Set<ID>) {
    let all = try Derived(db).reach(of: ids)
    return (all, try Set(all.map { try today($0).family }))
  }

  /// Every entry that is filed under these cases or under none, whether it stands or not.
  public func eachEntry(under cases: Set<ID>, _ body: (Entry) throws -> Void) throws {
    let all = cases.sorted()
    for start in stride(from: 0, to: all.count, by: 500) {
      try filed.get().read(under: Array(all[start...].prefix(500))) { entry, _ in try body(entry) }
    }
    try FiledQuery(db, isLoose: true).read { entry, _ in try body(entry) }
  }

  /// Who of some cases of today is worked with when a day is over: from the views, as `involved`.
  public func involved(after day: Day, in cases: Set<ID>) throws -> Involved {
    let arguments: StatementArguments = [
      "day": day.description, "cases": ListText.encode(cases.map(\.text)),
    ]
    let open = """
      SELECT familyToday FROM involvements
      WHERE opened <= :day AND (closed IS NULL OR closed > :day)
        AND familyToday IN (SELECT value FROM json_each(:cases))
      """
    func ids(_ sql: String) throws -> Set<ID> {
      Set(try String.fetchAll(db, sql: sql, arguments: arguments).map { ID($0) })
    }
    var involved = Involved()
    involved.families = try ids(open)
    involved.children = try ids(
      """
      SELECT today FROM people WHERE familyToday IN (\(open))
      GROUP BY today HAVING max(role = 'young carer') AND min(day) <= :day
      """)
    return involved
  }
}

extension Writer {
  /// Takes in an entry that may have come before, from another store. Throws where the two differ.
  public func unite(_ entry: Entry) throws {
    guard let here = try reader.entry(entry.id) else {
      try append(entry)
      return
    }
    guard here == entry else {
      throw Problem(
        "entry-differs", .data, "\(entry.id) says one thing in one store, and another in another",
        cure: """
          carers load put it to a child who was known there already, or somebody changed a store by \
          hand, which carers check tells. Until then report on each service by itself.
          """)
    }
  }
}
