import Interchange
import YoungCarers

/// Rows on their way into SQLite: their values behind each other in one run of bytes, so that they are
/// bound where they lie, and a batch can be handed to another thread.
struct RowBatch: Sendable {
  enum Form: UInt8, Sendable { case integer, text, blob }

  struct Value: Sendable {
    /// Where it begins; an integer itself.
    var start: Int
    /// In bytes; of an integer, nothing.
    var count: Int32
    var place: Int16
    var form: Form

    func raw(of bytes: UnsafeBufferPointer<UInt8>) -> EntryLine.Raw {
      form == .integer
        ? .integer(Int64(start)) : .bytes(.init(rebasing: bytes[start..<start + Int(count)]))
    }
  }

  struct Line: Sendable {
    /// The rank of the table.
    var table: Int
    var values: Range<Int>
    /// Keys without a name here, for the entry's line.
    var extra: [Extra]
    /// What the entry is sealed with when it is inserted; nil where it is not sealed, or is already.
    var salt: (UInt64, UInt64)?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var values: [Value] = []
  private(set) var lines: [Line] = []

  /// About as much as is worth a hand-over.
  var isFull: Bool { bytes.count >= 1 << 18 }
  var isEmpty: Bool { lines.isEmpty }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  /// A row: `add` adds its values in the order of their places.
  mutating func add(
    table: Int, salt: (UInt64, UInt64)?, extra: [Extra], _ add: (inout RowBatch) -> Void
  ) {
    let start = values.count
    add(&self)
    lines.append(Line(table: table, values: start..<values.count, extra: extra, salt: salt))
  }

  mutating func add(_ place: Int, _ number: Int64) {
    values.append(Value(start: Int(number), count: 0, place: Int16(place), form: .integer))
  }

  mutating func add(_ place: Int, _ text: String?) {
    guard var text else { return }
    text.withUTF8 { utf8 in add(place, .text) { $0.append(copying: utf8) } }
  }

  /// A text that is written straight into the batch.
  mutating func add(_ place: Int, written write: (inout [UInt8]) -> Void) {
    add(place, .text, write)
  }

  mutating func add(_ place: Int, blob: [UInt8]?) {
    guard let blob else { return }
    add(place, .blob) { $0.append(contentsOf: blob) }
  }

  mutating func add(_ place: Int, _ cell: Cell) {
    switch cell {
    case .absent: break
    case .integer(let number): add(place, number)
    case .truth(let truth): add(place, truth ? 1 : 0)
    case .text(let text): add(place, text)
    case .day(let day): add(place, Day.length) { day.write(to: $0) }
    case .instant(let instant): add(place, Instant.length) { instant.write(to: $0) }
    case .list(let list): add(place, written: { ListText.write(list, into: &$0) })
    }
  }

  private mutating func add(
    _ place: Int, _ length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void
  ) {
    add(place, .text) { bytes in
      bytes.append(atMost: length) { start in
        write(start)
        return length
      }
    }
  }

  @inline(__always)
  private mutating func add(_ place: Int, _ form: Form, _ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    values.append(
      Value(
        start: start, count: Int32(bytes.count - start), place: Int16(place), form: form))
  }
}
