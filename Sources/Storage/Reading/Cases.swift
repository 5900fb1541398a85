import GRDB
import YoungCarers

extension Reader {
  /// What a person or a case stands for today.
  public func today(_ id: ID) throws -> Identity.Alias {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT person, family FROM identity WHERE id = ?"),
      arguments: [id.text])
    if let row {
      return Identity.Alias(
        id: id, person: (row[0] as String?).map { ID($0) }, family: ID(row[1] as String))
    }
    guard id.shape == .person else { return Identity.Alias(id: id, person: nil, family: id) }
    return Identity.Alias(id: id, person: id, family: try home(of: id))
  }

  /// The case as it is seen today: what was filed under it, and under every case and person that has
  /// been joined to it since; without those who have been parted from it. What was withdrawn or
  /// replaced stands in its `entries` only.
  public func caseFile(_ asked: ID) throws -> CaseFile {
    let family = try today(asked).family
    look(at: [family])
    return try caseFiles([family]).first ?? CaseFile(family: family, entries: [], aliases: [])
  }

  /// The case that a person is filed under; of a case, itself. Whatever is written about them is filed
  /// there, however they are joined today.
  public func home(of subject: ID) throws -> ID {
    guard subject.shape == .person else { return subject }
    let family = try String.fetchOne(
      db.cachedStatement(sql: "SELECT family FROM person WHERE id = ?"), arguments: [subject.text])
    return family.map { ID($0) } ?? subject
  }

  /// Entries about somebody that are filed under another case: they stand in no chronology as soon as
  /// the two are not one.
  func misfiled(in run: ClosedRange<Int64>) throws -> [ID] {
    let kinds = Kind.allCases.filter { $0.layout.place["person"] != nil }
    return try kinds.flatMap { kind in
      try String.fetchAll(
        db,
        sql: """
          SELECT entry.id FROM \(kind) AS entry JOIN person ON person.id = entry.person
          WHERE entry.seq BETWEEN ? AND ? AND entry.family IS NOT person.family
          """, arguments: [run.lowerBound, run.upperBound])
    }.map { ID($0) }
  }

  /// The whole id for what was typed, for reading: any unique beginning will do.
  public func resolve(_ typed: String) throws -> ID {
    switch ID.typed(typed) {
    case .whole(let id):
      if try exists(id) { return id }
      throw missing(id)
    case .beginning(let text):
      let found = try ids(beginning: text)
      guard let only = found.first else { throw missing(ID(text)) }
      guard found.count == 1 else {
        throw Problem(
          "id-ambiguous", .noInput, "\(ID(text)) begins \(found.count) ids",
          cure: "Give more of it: \(ID(found.prefix(4).map(\.text).joined(separator: ", "))).")
      }
      return only
    case .mistyped(let shape, let symbols):
      let near = try ID.near(shape, symbols: symbols).filter { try exists($0) }
      throw Problem(
        "id-check", .noInput, "that id has a slip in it: its check symbol disagrees",
        cure: near.isEmpty
          ? "Nobody has an id one slip away."
          : "Did you mean \(ID(near.map(\.text).joined(separator: " or ")))?")
    case .notAnID:
      throw Problem(
        "id-shape", .noInput, "that is not an id",
        cure:
          "An id is like YC-7KQ4-M2DX-J, or at least its first four symbols; carers find looks for names."
      )
    }
  }

  private func missing(_ id: ID) -> Problem {
    Problem("id-missing", .noInput, "there is no \(id) here")
  }

  public func exists(_ id: ID) throws -> Bool {
    for table in EntryTable.all {
      let sql = "SELECT 1 FROM \(table.name) WHERE id = ?"
      if try Row.fetchOne(db, sql: sql, arguments: [id.text]) != nil { return true }
    }
    return false
  }

  private func ids(beginning text: String) throws -> [ID] {
    let end = text + "~"
    return try EntryTable.all.flatMap { table in
      try String.fetchAll(
        db, sql: "SELECT id FROM \(table.name) WHERE id >= ? AND id < ? LIMIT 5",
        arguments: [text, end])
    }.map { ID($0) }.sorted()
  }
}
