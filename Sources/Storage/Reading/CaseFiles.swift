import GRDB
import Interchange
import YoungCarers

/// Whatever is filed under some cases, kind by kind: prepared once.
struct FiledQuery {
  private typealias Part = (query: Prepared, fallen: Int, entry: (Prepared) throws -> Entry)
  private let parts: [Part]

  /// Whole entries of every kind; filed under cases, or under none.
  init(_ db: GRDB.Database, isLoose: Bool = false) throws {
    parts = try EntryTable.all.map { table in
      try Self.part(table, table.stored, db, isLoose: isLoose) { try table.entry($0) }
    }
  }

  /// Some fields of some kinds, filed under cases, and always who is there; or filed under none.
  init(_ db: GRDB.Database, reading fields: [Kind: Set<String>], isLoose: Bool = false) throws {
    let fields = isLoose ? fields : fields.merging([.person: []]) { asked, _ in asked }
    parts = try fields.sorted { $0.key < $1.key }.map { kind, names in
      let reading = PartReading(kind, only: names)
      return try Self.part(EntryTable.of(kind), reading.columns, db, isLoose: isLoose) {
        try reading.entry($0)
      }
    }
  }

  private static func part(
    _ table: EntryTable, _ columns: [String], _ db: GRDB.Database, isLoose: Bool,
    entry: @escaping (Prepared) throws -> Entry
  ) throws -> Part {
    let rest =
      isLoose
      ? "WHERE \(table.home) IS NULL"
      : ", (SELECT value AS home FROM json_each(?)) WHERE \(table.home) = home"
    let fallen = "EXISTS (SELECT 1 FROM fallen WHERE fallen.id = entry.id)"
    let query = try Prepared(
      db,
      "SELECT \(columns.joined(separator: ", ")), \(fallen) FROM \(table.name) AS entry \(rest)")
    return (query, columns.count, entry)
  }

  func read(
    under homes: [ID] = [], _ body: (Entry, _ hasFallen: Bool) throws -> Void
  ) throws {
    let list = ListText.encode(homes.map(\.text))
    for part in parts {
      if !homes.isEmpty { part.query.bind(1, list) }
      defer { part.query.reset() }
      while try part.query.step() {
        try body(part.entry(part.query), part.query.integer(part.fallen) != 0)
      }
    }
  }
}

extension Reader {
  /// Cases of today, each as `caseFile` has it, by their ids; without those of which there is nothing.
  /// Their number costs little more than their entries do.
  public func caseFiles(_ families: Set<ID>) throws -> [CaseFile] {
    try caseFiles(families, filed.get())
  }

  /// With no other entries than the query's.
  func caseFiles(_ families: Set<ID>, _ filed: FiledQuery) throws -> [CaseFile] {
    let homes = try homes(of: families)
    var read: [(entry: Entry, hasFallen: Bool)] = []
    try filed.read(under: homes) { read.append(($0, $1)) }
    // Who was filed there may belong elsewhere today.
    let aliases = try aliases(
      of: homes + read.compactMap { $0.entry.kind == .person ? $0.entry.id : nil })
    var found: [ID: (entries: [Entry], fallen: Set<ID>)] = [:]
    for (entry, hasFallen) in read {
      let subject = entry.subject
      let alias = subject.person.flatMap { aliases[$0] } ?? subject.family.flatMap { aliases[$0] }
      guard let family = alias?.family ?? subject.family, families.contains(family) else {
        continue
      }
      found[family, default: ([], [])].entries.append(entry)
      if hasFallen { found[family]?.fallen.insert(entry.id) }
    }
    let byFamily = Dictionary(grouping: aliases.values, by: \.family)
    return found.map { family, filed in
      CaseFile(
        family: family, entries: filed.entries, aliases: byFamily[family] ?? [],
        fallen: filed.fallen)
    }
  }

  /// Where these cases of today were filed: under themselves, under a case that is seen as one of them,
  /// and where somebody was filed who belongs to them. In the order of their ids, so that a page of an
  /// index is read once for all that it names.
  private func homes(of families: Set<ID>) throws -> [ID] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH mine AS MATERIALIZED (
            SELECT id, person FROM identity WHERE family IN (SELECT value FROM json_each(:asked)))
          SELECT value FROM json_each(:asked)
          UNION SELECT id FROM mine WHERE person IS NULL
          UNION SELECT person.family FROM mine JOIN person ON person.id = mine.id
          ORDER BY 1
          """), arguments: ["asked": ListText.encode(families.map(\.text))]
    ).map { ID($0) }
  }

  /// What these stand for today, where that is not themselves.
  private func aliases(of ids: [ID]) throws -> [ID: Identity.Alias] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, person, family FROM identity WHERE id IN (SELECT value FROM json_each(:asked))
          """), arguments: ["asked": ListText.encode(ids.map(\.text))])
    var found: [ID: Identity.Alias] = [:]
    while let row = try rows.next() {
      let id = ID(row[0] as String)
      found[id] = Identity.Alias(
        id: id, person: (row[1] as String?).map { ID($0) }, family: ID(row[2] as String))
    }
    return found
  }

  /// Every case of today, or those given, one after another in the order of their ids. Whose people
  /// are given out must be looked at: `look(at:)`.
  public func eachCase(
    _ families: Set<ID>? = nil, reading fields: [Kind: Set<String>]? = nil,
    _ body: (CaseFile) throws -> Void
  ) throws {
    let filed = try fields.map { try FiledQuery(db, reading: $0) } ?? filed.get()
    try eachBatch(families, filed) { try $0.forEach(body) }
  }

  /// So many cases at a time as memory bears.
  func eachBatch(
    _ families: Set<ID>?, _ filed: FiledQuery, _ body: ([CaseFile]) throws -> Void
  ) throws {
    let all = try (families ?? everyCase()).sorted()
    for start in stride(from: 0, to: all.count, by: 500) {
      try body(caseFiles(Set(all[start...].prefix(500)), filed).sorted { $0.family < $1.family })
    }
  }

  /// What is filed under no case, as if it were one.
  public func looseFile(reading fields: [Kind: Set<String>]) throws -> CaseFile {
    var entries: [Entry] = []
    var fallen: Set<ID> = []
    try FiledQuery(db, reading: fields, isLoose: true).read { entry, hasFallen in
      entries.append(entry)
      if hasFallen { fallen.insert(entry.id) }
    }
    return CaseFile(family: Agenda.noCase, entries: entries, aliases: [], fallen: fallen)
  }

  /// Every case of today that anything is filed under, though the case itself was taken back: an
  /// alarm stands on.
  func everyCase() throws -> Set<ID> {
    let rows = try Row.fetchAll(db, sql: "SELECT id, person, family FROM identity")
    let moved = rows.filter { $0[1] as String? == nil }.map { ID($0[0] as String) }
    return try filedCases().union(rows.map { ID($0[2] as String) }).subtracting(moved)
  }
}
