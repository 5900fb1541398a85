import Foundation
import GRDB
import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import Storage

enum Medium: CaseIterable { case file, folder, pipe }

/// A store with its own folder, clock and chance: 2026-11-22T09:00Z and a microsecond at each look.
final class Desk {
  let scratch = Scratch()
  let path: String
  let medium: Medium
  private var random: Seeded
  private var time = Instant("2026-11-22T09:00:00Z")?.microseconds ?? 0
  private var held: Store?

  init(_ medium: Medium = .file, seed: UInt64 = 1) throws {
    self.medium = medium
    random = Seeded(seed)
    path = "\(scratch.path)/\(medium == .folder ? "cases/" : "s.sqlite")"
    if medium == .pipe {
      held = try Store.pipe()
    } else {
      try Store.create(path, profile: .plain, source: source)
    }
  }

  var source: RandomSource { RandomSource { self.random.next() } }

  var act: Act {
    Act(
      actor: Desk.actor, command: "test", today: Day(number: 20_780),
      clock: {
        self.time += 1
        return Instant(microseconds: self.time)
      }, source: source)
  }

  static let actor = Actor(account: "test", claim: nil, host: "host")

  /// The store as it is found now: read anew, where there is anything to read.
  func open() throws -> Store { try held ?? Store.open(path, wait: 0) }

  @discardableResult
  func write<Value>(_ body: (Writer) throws -> Value) throws -> Value {
    try open().write(act, body).value
  }

  func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    try open().read(as: Desk.actor, for: .check, at: Instant(microseconds: 0), body).content
  }

  func sql<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
    try open().queue.writeWithoutTransaction(body)
  }

  /// Every entry's line, in reading order.
  func export() throws -> [String] {
    var lines: [String] = []
    try read { try $0.forEachEntry { lines.append(line($0)) } }
    return lines
  }

  func findings() throws -> [String] { try Verification.findings(open()).map(\.code) }

  func derived() throws -> [String] { try sql(derivedRows) }
}

func line(_ entry: Entry) -> String {
  var bytes: [UInt8] = []
  EntryLine.encode(entry, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func derivedRows(_ db: GRDB.Database) throws -> [String] {
  try ["identity", "fallen"].flatMap { table in
    try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id").map(\.description)
  }
}

/// Every row of these tables as text.
func rows(_ db: GRDB.Database, of tables: [String]) throws -> [String] {
  try tables.flatMap { table in
    let names = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('\(table)')")
    let quoted = names.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
    return try String.fetchAll(db, sql: "SELECT '\(table) ' || \(quoted) FROM \(table)")
  }
}

let entryTables = EntryTable.all.map(\.name)

/// The bytes of a stream that holds these lines.
func stream(_ lines: [String]) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var writer = StreamWriter { bytes += $0 }
  for line in lines { try writer.add(line: line.utf8) }
  try writer.finish()
  return bytes
}

func reader(_ bytes: [UInt8]) -> StreamReader {
  var rest = bytes[...]
  return StreamReader(file: "stream") { buffer in
    let part = rest.prefix(buffer.count)
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}

extension Desk {
  @discardableResult
  func load(_ lines: [String]) throws -> LoadReceipt {
    let bytes = try stream(lines)
    return try write { try $0.load { reader(bytes) } }
  }

  /// Takes sheets in, as one command.
  @discardableResult
  func take(_ sheets: [String], agency: String? = nil, matching: Bool = true) throws -> [Receipt] {
    let store = try open()
    var options = Intake.Options()
    options.agency = agency
    options.matching = matching
    let deliveries = try sheets.enumerated().map { place, text in
      Intake.Delivery(
        try Sheet.prove(
          ByteSource(bytes: Array(text.utf8)), named: "\(place).csv", today: Day(number: 20_780)),
        options)
    }
    let listener = Intake.Listener(
      rejected: { _, _ in }, setAside: { _, _ in }, remarked: { _, _ in })
    let rows = deliveries.reduce(0) { $0 + $1.sheet.rowCountHint }
    return try store.write(act, expecting: rows) {
      try Intake($0, store.settings, deliveries).run(listener)
    }.value
  }

  func take(_ sheet: String, agency: String? = nil, matching: Bool = true) throws -> Receipt {
    try #require(try take([sheet], agency: agency, matching: matching).first)
  }

  /// People as they are today, by given name; several entries of one person share the second.
  func people() throws -> [(id: ID, today: ID, family: ID, given: String)] {
    try sql { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, today, familyToday, given FROM people WHERE role <> 'contact' ORDER BY seq
          """
      ).map { (ID($0[0]), ID($0[1]), ID($0[2]), $0[3] as String? ?? "") }
    }
  }
}

/// What `body` gives; nil where it is refused for one of these reasons, and for no other.
func unless<Value>(_ codes: String..., then body: () throws -> Value) throws -> Value? {
  do {
    return try body()
  } catch let problem as Problem where codes.contains(problem.code) {
    return nil
  }
}

extension Payload {
  /// With a word for every text that it cannot do without and nobody gave.
  var filled: Entry {
    get throws {
      let cells = zip(Self.kind.layout.fields, entry.cells).map { field, cell in
        field.isRequired && cell == .text("") ? Cell.text("x") : cell
      }
      return try Entry(Self.kind, cells: cells)
    }
  }
}

extension Writer {
  /// A child of a case of their own.
  func newChild(born: Day, given: String? = nil) throws -> ID {
    let (family, child) = (try newID(.family), try newID(.person))
    var home = Family()
    home.header = header(family: family, id: family)
    try append(.family(home))
    var person = Person()
    person.header = header(family: family, id: child)
    (person.given, person.born) = (given, born)
    try append(.person(person))
    return child
  }

  @discardableResult
  func add<One: Payload>(_ blank: One, about child: ID, _ fill: (inout One) -> Void) throws -> ID {
    var entry = blank
    entry.header = try header(about: child)
    fill(&entry)
    return try append(entry.filled).id
  }
}
