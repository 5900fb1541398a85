import GRDB
import GRDBSQLite
import Interchange
import YoungCarers

/// A statement of SQLite's own on GRDB's connection: binding a row through it costs a third of what
/// GRDB's arguments do, and imports bind millions of values.
final class Prepared {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ db: GRDB.Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var statement: OpaquePointer?
    let result = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard result == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  /// SQLite copies what it is given: the value may go when the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ place: Int, _ number: Int64?) {
    if let number {
      sqlite3_bind_int64(statement, Int32(place), number)
    } else {
      sqlite3_bind_null(statement, Int32(place))
    }
  }

  func bind(_ place: Int, _ text: String?) {
    guard var text else { return bind(place, Int64?.none) }
    text.withUTF8 { bytes in
      // An empty buffer has no address, and no address would be NULL.
      bytes.withMemoryRebound(to: CChar.self) { chars in
        _ = sqlite3_bind_text(
          statement, Int32(place), chars.baseAddress ?? UnsafePointer(bitPattern: 1),
          Int32(chars.count), Self.copied)
      }
    }
  }

  /// Bytes bound where they lie: they must stay until the statement has run.
  func bind(_ place: Int, blob bytes: UnsafeBufferPointer<UInt8>) {
    sqlite3_bind_blob(statement, Int32(place), bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// A value of a batch, bound where it lies: the bytes must stay until the statement has run.
  func bind(_ value: RowBatch.Value, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let place = Int32(value.place)
    let start = UnsafeRawPointer(base + (value.form == .integer ? 0 : value.start))
    switch value.form {
    case .integer: sqlite3_bind_int64(statement, place, Int64(value.start))
    case .text:
      sqlite3_bind_text(
        statement, place, start.assumingMemoryBound(to: CChar.self), value.count, nil)
    case .blob: sqlite3_bind_blob(statement, place, start, value.count, nil)
    }
  }

  /// Every value becomes NULL again.
  func clear() { sqlite3_clear_bindings(statement) }

  /// For a statement without rows.
  func run() throws {
    let result = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard result == SQLITE_DONE else { throw error(result) }
  }

  /// True while there is a row; resets itself after the last.
  func step() throws -> Bool {
    let result = sqlite3_step(statement)
    if result == SQLITE_ROW { return true }
    sqlite3_reset(statement)
    guard result == SQLITE_DONE else { throw error(result) }
    return false
  }

  func reset() { sqlite3_reset(statement) }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  func text(_ column: Int) -> String? { utf8(column).map { String(decoding: $0, as: UTF8.self) } }

  /// Good until the next step.
  private func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(statement, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return UnsafeBufferPointer(start: start, count: count)
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  func cell(_ column: Int, _ type: FieldType) -> Cell {
    switch type {
    case .integer: return isNull(column) ? .absent : .integer(integer(column))
    case .truth: return isNull(column) ? .absent : .truth(integer(column) != 0)
    case .list, .text, .id, .day, .instant: break
    }
    guard let bytes = utf8(column) else { return .absent }
    if type == .day, let day = Day(utf8: bytes) { return .day(day) }
    if type == .instant, let instant = Instant(utf8: bytes) { return .instant(instant) }
    let text = String(decoding: bytes, as: UTF8.self)
    if type == .list { return .list(ListText.decode(text)) }
    return text.isEmpty ? .absent : .text(text)
  }

  /// Whether a cell stands in a column as `bind` would have put it there.
  func holds(_ column: Int, _ cell: Cell) -> Bool {
    switch cell {
    case .absent: isNull(column)
    case .integer(let number): integer(column) == number
    case .truth(let truth): integer(column) == (truth ? 1 : 0)
    case .text(let text): self.text(column) == text
    case .day(let day): text(column) == day.description
    case .instant(let instant): text(column) == instant.text
    case .list(let list): text(column) == ListText.encode(list)
    }
  }

  private func error(_ result: Int32) -> DatabaseError {
    let extended = sqlite3_extended_errcode(connection)
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended == SQLITE_OK ? result : extended))
  }
}
