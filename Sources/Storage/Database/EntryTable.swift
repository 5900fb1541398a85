import GRDB
import Interchange
import YoungCarers

/// An entry as it stands in a store: its place in the one sequence, and its seal.
struct Stored {
  var seq: Int64
  var entry: Entry
  var seal: [UInt8]?
}

/// Reading and writing one kind's rows, from its layout alone.
struct EntryTable {
  let kind: Kind?

  /// Every table that holds entries.
  static let all = Kind.allCases.map { EntryTable(kind: $0) } + [EntryTable(kind: nil)]

  var name: String { kind?.rawValue ?? "unknown" }

  private static let unknownColumns = ["id", "family", "day", "recorded", "record", "line"]

  private var columns: [String] {
    guard let kind else { return Self.unknownColumns }
    return kind.layout.fields.map(\.name) + ["extra"]
  }

  func insertion(_ db: GRDB.Database) throws -> Prepared {
    let names = ["seq", "seal"] + columns + (kind == .person ? ["folded"] : [])
    let marks = repeatElement("?", count: names.count).joined(separator: ",")
    return try Prepared(
      db, "INSERT INTO \(name)(\(names.joined(separator: ","))) VALUES (\(marks))")
  }

  func bind(_ stored: Stored, _ cells: [Cell], to statement: Prepared) {
    statement.bind(1, stored.seq)
    statement.bind(2, blob: stored.seal)
    if case .unknown(let unknown) = stored.entry {
      statement.bind(3, unknown.header.id.text)
      statement.bind(4, unknown.header.family?.text)
      statement.bind(5, unknown.header.day.description)
      statement.bind(6, unknown.header.recorded.text)
      statement.bind(7, unknown.record)
      statement.bind(8, unknown.line)
      return
    }
    for (index, cell) in cells.enumerated() { statement.bind(index + 3, cell) }
    statement.bind(cells.count + 3, ExtraText.encode(stored.entry.header.extra))
    if case .person(let person) = stored.entry {
      statement.bind(cells.count + 4, person.searchKey)
    }
  }

  /// A query of whole entries; `rest` is what follows FROM.
  func query(_ db: GRDB.Database, _ rest: String = "") throws -> Prepared {
    try Prepared(
      db, "SELECT seq, seal, \(columns.joined(separator: ", ")) FROM \(name) \(rest)")
  }

  func read(_ statement: Prepared) throws -> Stored {
    let seq = statement.integer(0)
    let seal = statement.blob(1)
    guard let kind else {
      var header = Header()
      header.id = ID(statement.text(2) ?? "")
      header.family = statement.text(3).map { ID($0) }
      header.day = Day(statement.text(4) ?? "") ?? header.day
      header.recorded = Instant(statement.text(5) ?? "") ?? header.recorded
      let unknown = UnknownEntry(
        record: statement.text(6) ?? "", header: header, line: statement.text(7) ?? "")
      return Stored(seq: seq, entry: .unknown(unknown), seal: seal)
    }
    let fields = kind.layout.fields
    var cells: [Cell] = []
    cells.reserveCapacity(fields.count)
    for (index, field) in fields.enumerated() {
      cells.append(statement.cell(index + 2, field.type))
    }
    let extra = try ExtraText.decode(statement.text(fields.count + 2))
    return Stored(seq: seq, entry: try Entry(kind, cells: cells, extra: extra), seal: seal)
  }
}

extension Person {
  /// Every name, folded: what `find` looks in.
  var searchKey: String {
    var key: [UInt8] = []
    for name in [given, preferred, surname, former] {
      guard let name else { continue }
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      Text.fold(name, into: &key)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
