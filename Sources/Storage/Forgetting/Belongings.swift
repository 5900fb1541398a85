import GRDB
import Interchange
import YoungCarers

/// Whatever belongs to some cases of today, and goes when they are forgotten.
public struct Belongings {
  /// The cases and the people, under every id by which they are known.
  public private(set) var ids: Set<ID> = []
  /// The people of today.
  public private(set) var people: Set<ID> = []
  /// The cases of today: those that were asked for, and what is left of a household of which everybody
  /// is in them.
  public fileprivate(set) var cases: Set<ID>
  var erased: [Erased] = []
  private(set) var named: Set<ID> = []

  /// An entry that goes.
  struct Erased {
    var table: EntryTable
    var stored: Stored
  }

  /// How many entries they are.
  public var count: Int { erased.count }

  fileprivate init(_ cases: Set<ID>) { self.cases = cases }

  fileprivate mutating func add(_ stored: Stored, of table: EntryTable) {
    guard named.insert(stored.entry.id).inserted else { return }
    erased.append(Erased(table: table, stored: stored))
  }

  fileprivate mutating func add(_ id: ID, _ alias: Identity.Alias) {
    ids.insert(id)
    if id.shape == .person { people.insert(alias.person ?? id) }
  }
}

extension Reader {
  /// What belongs to these cases of today: all that is filed under them and about whoever is of them
  /// today; every decision about who is who that names one of them; and what is filed under no case and
  /// speaks of nothing else; and where one of them was filed under a household of their own, in which
  /// nobody but contacts is left, that too. Throws where somebody who was filed there is of another case
  /// today.
  public func belongings(of cases: Set<ID>) throws -> Belongings {
    var found = Belongings(cases)
    let around = try reachReplaced(cases).sorted().map { try ($0, today($0)) }
    for (id, alias) in around where cases.contains(alias.family) { found.add(id, alias) }
    try addHouseholds(around, to: &found)
    try addFiled(found.cases, to: &found)
    try addDecisions(to: &found)
    while try addLoose(to: &found) {}
    return found
  }

  /// Everybody around, and whatever took their entries' place: it has an id of its own.
  private func reachReplaced(_ cases: Set<ID>) throws -> Set<ID> {
    let sql = """
      SELECT id, replaces FROM family WHERE replaces IS NOT NULL
      UNION ALL SELECT id, replaces FROM person WHERE replaces IS NOT NULL
      """
    let later = try Row.fetchAll(db, sql: sql).map { (id: ID($0[0]), replaces: ID($0[1])) }
    var around = try Derived(db).reach(of: cases)
    while true {
      let more = later.filter { around.contains($0.replaces) && !around.contains($0.id) }
      if more.isEmpty { return around }
      around = try Derived(db).reach(of: around.union(more.map(\.id)))
    }
  }

  /// A list that names a contact makes a household for each row: when its child is known from another
  /// list, the contact stays behind there, in a case that nothing lists.
  private func addHouseholds(_ around: [(ID, Identity.Alias)], to found: inout Belongings) throws {
    var waiting = found.ids.sorted()
    while let one = waiting.popLast() {
      let house = try today(home(of: one)).family
      guard !found.cases.contains(house) else { continue }
      let left = around.filter { $0.1.family == house }
      for (id, alias) in left where id.shape == .person {
        let isContact = try isContact(id) && isContact(alias.person ?? id)
        guard isContact else { throw Problem.tangled(one, try home(of: one), house) }
      }
      found.cases.insert(house)
      for (id, alias) in left { found.add(id, alias) }
      waiting += left.map(\.0)
    }
  }

  private func isContact(_ id: ID) throws -> Bool {
    let sql = "SELECT role FROM person WHERE id = ?"
    return try String.fetchAll(db, sql: sql, arguments: [id.text]) == [Person.Role.contact.rawValue]
  }

  /// Throws where one of the cases may not go: its work, its alarms, and any doubt of who is who in
  /// it, which whoever stays may turn on.
  public func requireForgettable(_ gone: Belongings) throws {
    for file in try caseFiles(gone.cases).sorted(by: { $0.family < $1.family }) {
      try file.requireForgettable()
    }
    for doubt in try doubts() {
      let mine = try gone.cases.intersection([today(doubt.one).family, today(doubt.other).family])
      guard let family = mine.min() else { continue }
      throw Problem(
        "case-doubted", .notAllowed,
        "\(family) is not forgotten: nobody has decided whether \(doubt.one) and \(doubt.other) are one",
        cure: "carers refer queue asks; carers refer same or different decides.")
    }
  }

  private func addFiled(_ cases: Set<ID>, to found: inout Belongings) throws {
    let homes = Set(try found.ids.map { try home(of: $0) })
    for table in EntryTable.all {
      let query = try table.query(db, "WHERE \(table.home) = ?")
      for home in homes.sorted() {
        query.reset()
        query.bind(1, home.text)
        while try query.step() {
          let stored = try table.read(query)
          let subject = stored.entry.subject
          let today = try today(subject.person ?? subject.family ?? home).family
          if cases.contains(today) {
            found.add(stored, of: table)
          } else if found.ids.contains(home) {
            throw Problem.tangled(subject.person ?? stored.entry.id, home, today)
          }
        }
      }
    }
  }

  private func addDecisions(to found: inout Belongings) throws {
    let list = ListText.encode(found.ids.map(\.text).sorted())
    for kind in [Kind.samePerson, .differentPeople, .sameFamily, .differentFamilies] {
      let table = EntryTable.of(kind)
      let query = try table.query(
        db,
        "WHERE one IN (SELECT value FROM json_each(?1)) OR other IN (SELECT value FROM json_each(?1))"
      )
      query.bind(1, list)
      while try query.step() { found.add(try table.read(query), of: table) }
    }
  }

  /// A withdrawal of nothing but what goes, and what is filed under no case and names something that
  /// goes. Whether there was any.
  private func addLoose(to found: inout Belongings) throws -> Bool {
    let before = found.count
    let withdrawals = EntryTable.of(.withdrawal)
    let query = try withdrawals.query(db, "WHERE family IS NULL")
    while try query.step() {
      let stored = try withdrawals.read(query)
      guard case .withdrawal(let withdrawal) = stored.entry, !withdrawal.entries.isEmpty,
        withdrawal.entries.allSatisfy({ found.named.contains(ID($0)) })
      else { continue }
      found.add(stored, of: withdrawals)
    }
    let list = ListText.encode(found.named.map(\.text).sorted())
    for table in EntryTable.all {
      let names = table.naming
      guard !names.isEmpty else { continue }
      let any = names.map { "\($0) IN (SELECT value FROM json_each(?1))" }
      let query = try table.query(
        db, "WHERE family IS NULL AND (\(any.joined(separator: " OR ")))")
      query.bind(1, list)
      while try query.step() { found.add(try table.read(query), of: table) }
    }
    return found.count > before
  }
}

extension EntryTable {
  /// The fields in which an entry of the kind names another.
  fileprivate var naming: [String] {
    guard let kind, kind != .family else { return [] }
    return kind.layout.fields.filter { $0.type == .id && !["id", "family"].contains($0.name) }
      .map(\.name)
  }
}

extension Entry {
  /// The ids that its fields give to others.
  var naming: Set<ID> {
    guard let kind else { return [] }
    let named = zip(kind.layout.fields, cells).compactMap { field, cell -> ID? in
      guard field.type == .id, field.name != "id", case .text(let text) = cell else { return nil }
      return ID(text)
    }
    return Set(named)
  }
}

extension Problem {
  fileprivate static func tangled(_ one: ID, _ home: ID, _ today: ID) -> Problem {
    Problem(
      "forget-tangled", .notAllowed,
      "\(one) was filed under \(home) and is of \(today) today: nothing was forgotten",
      cure: "Forget both cases in one command, or part them first: carers refer different.")
  }
}
