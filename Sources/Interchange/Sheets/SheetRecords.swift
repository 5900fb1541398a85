import YoungCarers

/// The records below a header, each with its shape: both passes over a sheet see the same.
struct SheetRecords: ~Copyable {
  enum Shape: Equatable {
    case blank, repeatedHeader, footer
    /// At most two filled cells, and nobody named: a footer too, where nobody comes after it.
    case sparse
    /// The rest of the reason above, whose line break stands without quotation marks.
    case continuation
    case malformed
    /// So many of the sender's fields, not as many as headers.
    case ragged(Int)
    case row
  }

  private(set) var reader: CSVReader
  /// The first field that is the sender's: the columns of a rejects file stand before it.
  private(set) var first = 0
  private let offset: Int
  private let width: Int
  private let header: [[UInt8]]
  private let who: [Int]
  private let born: Int?
  private let endsInReason: Bool
  /// The line after a row, where a continuation of it may stand.
  private var lineAfterRow = -1

  init(_ sheet: SheetDivision) throws {
    var reader = try CSVReader(
      sheet.source, file: sheet.file, encoding: sheet.encoding, delimiter: sheet.header.delimiter)
    for _ in 0...sheet.header.index { _ = try reader.advance() }
    var header: [[UInt8]] = []
    for field in 0..<reader.count { header.append(Array(reader[field])) }
    self.reader = reader
    self.header = header
    offset = sheet.header.offset
    width = sheet.columns.count
    who = sheet.columns.indices.filter { sheet.columns[$0].tellsWho }
    born = sheet.columns.firstIndex { $0.field == .born }
    endsInReason = width >= 3 && sheet.columns.last?.field == .reason
  }

  mutating func next() throws -> Shape? {
    guard try reader.advance() else { return nil }
    first = reader.count > offset ? offset : 0
    let shape = shape
    if shape == .row || shape == .continuation { lineAfterRow = reader.line + reader.lines }
    return shape
  }

  /// The field of a column of the sender's.
  subscript(column: Int) -> UnsafeBufferPointer<UInt8> { reader[first + column] }

  /// How many fields are the sender's.
  var count: Int { reader.count - first }

  /// The sender's own bytes of the record.
  var senderRange: Range<Int> { reader.start(of: first)..<reader.record.upperBound }

  /// In a rejects file: the other names of the sheet had a comma.
  var wasRejectedForName: Bool {
    first == SheetHeader.rejectColumns.count
      && reader[first - 1].starts(with: RowReading.nameShape.text(value: "").utf8)
  }

  private var shape: Shape {
    var filled = 0
    var leading = 0
    var last = -1
    for column in 0..<count where isFilled(column) {
      if filled == 0 { leading = column }
      filled += 1
      last = column
    }
    if filled == 0 { return .blank }
    if reader.isMalformed { return .malformed }
    if isRepeatedHeader { return .repeatedHeader }
    if filled <= 3, !has(born), isFooter(leading) { return .footer }
    if reader.count == 1, endsInReason, reader.line == lineAfterRow, isWords(self[0]) {
      return .continuation
    }
    if filled <= 2, !who.isEmpty, !who.contains(where: { has($0) }) { return .sparse }
    return count < width || last >= width ? .ragged(count) : .row
  }

  private func isFooter(_ leading: Int) -> Bool {
    guard let footer = Footer(self[leading]) else { return false }
    return footer == .phrase
      || !(leading + 1..<count).contains { hasLetters(self[$0]) }
  }

  private func hasLetters(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.contains { $0 >= 0x80 || ($0 | 32 >= 97 && $0 | 32 <= 122) }
  }

  private func isWords(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    hasLetters(cell) && !SheetHeader.looksLikeChild([String(decoding: cell, as: UTF8.self)])
  }

  private func has(_ column: Int?) -> Bool {
    guard let column, column < count else { return false }
    return isFilled(column)
  }

  private func isFilled(_ column: Int) -> Bool {
    let cell = self[column]
    guard let byte = cell.first else { return false }
    return byte > 32 && byte != 0xC2 && byte != 0xA0 || !Blanks.trim(cell).isEmpty
  }

  private var isRepeatedHeader: Bool {
    guard reader.count == header.count else { return false }
    return header.indices.allSatisfy { reader[$0].elementsEqual(header[$0]) }
  }
}
