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
  private let columns: [String]

  /// Every table that holds entries.
  static let all = Kind.allCases.map { EntryTable($0) } + [unknown]

  static let unknown = EntryTable(nil)

  static func of(_ kind: Kind) -> EntryTable { all[kind.rank] }

  private init(_ kind: Kind?) {
    self.kind = kind
    columns =
      kind.map {
        $0.layout.fields.map(\.name) + ["extra"] + ($0 == .person ? ["folded"] : [])
      } ?? ["id", "family", "day", "recorded", "record", "line"]
  }

  /// Its place in `all`.
  var rank: Int { kind?.rank ?? Self.all.count - 1 }

  var name: String { kind?.rawValue ?? "unknown" }

  /// The column of the case that a row is filed under.
  var home: String { kind == .family ? "id" : "family" }

  /// Every column, in the order of an insertion.
  var stored: [String] { ["seq", "seal"] + columns }

  /// What a view of the table gives, as SQL: all but the seal, which tools that show rows trip over.
  var shown: String { (["seq"] + columns).map { "\(name).\($0)" }.joined(separator: ", ") }

  func insertion(_ db: GRDB.Database) throws -> Prepared {
    let names = stored
    let marks = repeatElement("?", count: names.count).joined(separator: ",")
    return try Prepared(
      db, "INSERT INTO \(name)(\(names.joined(separator: ","))) VALUES (\(marks))")
  }

  /// The place of the first value of an entry's own in an insertion; before it seq and seal.
  static let firstPlace = 3

  /// Adds a row of a known kind to a batch; only what is there takes room. Either it has its seal, or
  /// a salt to be sealed with, or none.
  func add(
    _ seq: Int64, _ seal: [UInt8]?, salt: (UInt64, UInt64)?, _ cells: [Cell], _ extra: [Extra],
    to batch: inout RowBatch
  ) {
    add(seq, seal, salt: salt, extra, to: &batch) { batch in
      for (index, cell) in cells.enumerated() { batch.add(index + Self.firstPlace, cell) }
      guard kind == .person else { return }
      let place = cells.count + Self.firstPlace + 1
      batch.add(place, written: { SearchKey.write(SearchKey.names(in: cells), into: &$0) })
    }
  }

  /// The same, where `fill` adds the values, each at its `place`; of a person their search key too.
  func add(
    _ seq: Int64, _ seal: [UInt8]? = nil, salt: (UInt64, UInt64)?, _ extra: [Extra] = [],
    to batch: inout RowBatch, _ fill: (inout RowBatch) -> Void
  ) {
    batch.add(table: rank, salt: salt, extra: extra) { batch in
      batch.add(1, seq)
      batch.add(2, blob: seal)
      fill(&batch)
      if !extra.isEmpty { batch.add(place(of: "extra"), ExtraText.encode(extra)) }
    }
  }

  /// Where a value of this name stands in an insertion.
  func place(of name: String) -> Int {
    guard let place = columns.firstIndex(of: name) else {
      preconditionFailure("\(self.name) has no column of that name")
    }
    return place + Self.firstPlace
  }

  /// Adds a row of a kind that this version does not know.
  func add(
    _ seq: Int64, _ seal: [UInt8]?, salt: (UInt64, UInt64)?, _ unknown: UnknownEntry,
    to batch: inout RowBatch
  ) {
    batch.add(table: rank, salt: salt, extra: []) { batch in
      batch.add(1, seq)
      batch.add(2, blob: seal)
      batch.add(3, unknown.header.id.text)
      batch.add(4, unknown.header.family?.text)
      batch.add(5, .day(unknown.header.day))
      batch.add(6, .instant(unknown.header.recorded))
      batch.add(7, unknown.record)
      batch.add(8, unknown.line)
    }
  }

  /// A query of whole entries; `rest` is what follows the table's name.
  func query(_ db: GRDB.Database, _ rest: String = "") throws -> Prepared {
    try Prepared(db, "SELECT \(stored.joined(separator: ", ")) FROM \(name) \(rest)")
  }

  func read(_ statement: Prepared) throws -> Stored {
    Stored(seq: statement.integer(0), entry: try entry(statement), seal: statement.blob(1))
  }

  func entry(_ statement: Prepared) throws -> Entry {
    guard let kind else {
      var header = Header()
      header.id = ID(statement.text(2) ?? "")
      header.family = statement.text(3).map { ID($0) }
      header.day = Day(statement.text(4) ?? "") ?? header.day
      header.recorded = Instant(statement.text(5) ?? "") ?? header.recorded
      return .unknown(
        UnknownEntry(
          record: statement.text(6) ?? "", header: header, line: statement.text(7) ?? ""))
    }
    let extra = try ExtraText.decode(statement.text(kind.layout.fields.count + 2))
    return try Entry(kind, extra: extra) { statement.cell($0 + 2, $1) }
  }
}

extension EntryTable {
  /// The id in a row, though the rest of it may not be readable.
  func id(_ statement: Prepared) -> ID {
    ID(statement.text((kind?.layout.place["id"] ?? 0) + 2) ?? "")
  }

  /// The digest of a row's entry; nil where the seal does not hold, or a value does not stand there
  /// as it would be written.
  func sealed(_ statement: Prepared) -> [UInt8]? {
    guard let stored = try? read(statement), let seal = stored.seal else { return nil }
    var line: [UInt8] = []
    EntryLine.encode(stored.entry, into: &line)
    guard Seal.holds(seal, for: line), isSpelled(stored.entry, in: statement) else { return nil }
    return Array(seal.suffix(32))
  }

  private func isSpelled(_ entry: Entry, in statement: Prepared) -> Bool {
    if case .unknown(let unknown) = entry {
      guard let meant = try? EntryLine.unread(Array(unknown.line.utf8)) else { return false }
      let texts = [
        meant.header.id.text, meant.header.family?.text, meant.header.day.description,
        meant.header.recorded.text, meant.record,
      ]
      return texts.indices.allSatisfy { statement.text($0 + 2) == texts[$0] }
    }
    let cells = entry.cells
    var isSpelled = cells.indices.allSatisfy { statement.holds($0 + 2, cells[$0]) }
    isSpelled =
      isSpelled
      && statement.text(cells.count + 2) == ExtraText.encode(entry.header.extra)
    guard kind == .person else { return isSpelled }
    return isSpelled && statement.text(cells.count + 3) == SearchKey.of(cells)
  }
}

/// Every name of a person, folded: what `find` looks in.
enum SearchKey {
  static let places = ["given", "preferred", "surname", "former"].compactMap {
    Kind.person.layout.place[$0]
  }

  static func names(in cells: [Cell]) -> [String?] {
    places.map { if case .text(let name) = cells[$0] { name } else { nil } }
  }

  static func of(_ cells: [Cell]) -> String {
    var key: [UInt8] = []
    write(names(in: cells), into: &key)
    return String(decoding: key, as: UTF8.self)
  }

  /// `names` in the order of `places`.
  static func write(_ names: [String?], into key: inout [UInt8]) {
    let start = key.count
    for case let name? in names {
      if key.count > start { key.append(UInt8(ascii: " ")) }
      Text.fold(name, into: &key)
    }
  }
}
