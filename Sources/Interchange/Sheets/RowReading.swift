import YoungCarers

/// Reads the values of one row after another into the same place.
struct RowReading {
  var row: SheetRow
  private(set) var seen = Observations()

  private struct Taken {
    let index: Int
    let field: SheetField
    let name: String
  }

  struct Rejection: Error {
    let code: String
    let says: Sentence
    let cure: Sentence?
  }

  private let taken: [Taken]
  let further: [(index: Int, column: SheetColumn)]
  /// Where values may stand.
  private let filled: [Int]
  let decoder: UTF8Decoder
  private let order: SheetProfile.DateOrder
  private let today: Day
  private let isGuarded: Bool
  private let namesHaveComma: Bool

  init(_ division: SheetDivision, _ survey: SheetSurvey) {
    row = SheetRow(file: division.file)
    taken = division.columns.enumerated().compactMap { index, column in
      column.field.map {
        Taken(index: index, field: $0, name: column.name)
      }
    }
    further = division.columns.enumerated().filter { $1.further != nil }
      .map { (index: $0, column: $1) }
    filled = Set(taken.map(\.field) + [.given, .surname]).map(\.ordinal)
    decoder = UTF8Decoder(division.encoding.encoding)
    order = survey.order(division)
    today = division.today
    isGuarded = division.isGuarded
    namesHaveComma = survey.namesHaveComma
  }

  /// Nil where the row is good; else why it is not.
  mutating func read(_ records: borrowing SheetRecords) -> Problem? {
    row.line = records.reader.line
    row.record = records.senderRange
    row.born = nil
    row.day = nil
    for field in filled { row.values[field] = nil }
    let isPlain = Self.isPlain(records.reader.bytes)
    for column in taken where column.index < records.count {
      if let problem = take(column, records[column.index], isPlain) {
        let value = records.reader.range(of: records.first + column.index)
        return rejected(problem, column.name, value)
      }
    }
    if !further.isEmpty {
      row.further.removeAll(keepingCapacity: true)
      if let problem = readFurther(records, isPlain: isPlain) { return problem }
    }
    guard row.values[SheetField.given.ordinal] == nil,
      row.values[SheetField.surname.ordinal] == nil,
      !row.further.contains(where: \.further.tellsWho)
    else { return nil }
    return rejected(
      Rejection(code: "row-no-name", says: "the row has no name", cure: "Write the child's name."),
      nil, nil)
  }

  /// Adds a line to the reason, which ends the row. Nil where the row is good.
  mutating func add(_ records: borrowing SheetRecords) -> Problem? {
    row.record = row.record.lowerBound..<records.senderRange.upperBound
    seen.note(.lineBreak, line: records.reader.line)
    let before = row.values[SheetField.reason.ordinal]
    row.values[SheetField.reason.ordinal] = nil
    guard let column = taken.last else { return nil }
    if let problem = take(column, records[0], Self.isPlain(records.reader.bytes)) {
      return rejected(problem, column.name, records.reader.range(of: records.first))
    }
    let added = row.values[SheetField.reason.ordinal]
    row.values[SheetField.reason.ordinal] =
      [before, added].compactMap(\.self).joined(separator: "\n")
    return nil
  }

  func rejected(_ rejection: Rejection, _ column: String?, _ value: Range<Int>?) -> Problem {
    Problem(
      rejection.code, .partial,
      at: Place(
        file: row.file, line: row.line, column: column, value: value, record: row.record),
      rejection.says, cure: rejection.cure)
  }

  private mutating func take(
    _ column: Taken, _ cell: UnsafeBufferPointer<UInt8>, _ isPlain: Bool
  ) -> Rejection? {
    if cell.isEmpty { return nil }
    do throws(Rejection) {
      if isPlain || !decoder.needsDecoding(cell) {
        try take(cell, for: column.field, isPlain: isPlain)
      } else {
        try takeDecoded(decoder.decode(cell), for: column.field)
      }
      return nil
    } catch {
      return error
    }
  }

  /// ASCII without controls: nothing to check, nothing to compose.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var at = 0
    while at + 8 <= bytes.count {
      let eight = EightBytes(start + at)
      let marks = eight.below(32) | eight.equal(to: 127) | eight.high
      if marks != 0, !bytes[at..<at + 8].allSatisfy(isPlain) { return false }
      at += 8
    }
    return bytes[at...].allSatisfy(isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 127 && (byte >= 32 || byte == 9 || byte == 10 || byte == 13)
  }

  private mutating func takeDecoded(_ bytes: [UInt8], for field: SheetField) throws(Rejection) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { copy.deallocate() }
    _ = copy.update(from: bytes)
    try take(UnsafeBufferPointer(copy), for: field, isPlain: false)
  }

  private mutating func take(
    _ cell: UnsafeBufferPointer<UInt8>, for field: SheetField, isPlain: Bool
  ) throws(Rejection) {
    let isIdentity = field.isName || field == .born || field == .upn
    guard let bytes = try cleaned(cell, isPlain: isPlain, isIdentity: isIdentity) else { return }
    if field.isDate { return try takeDate(DateCell(bytes), for: field) }
    try keep(text(bytes, isPlain), for: field)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if !isPlain { text = Text.composed(text) }
    return isGuarded ? CSVWriter.unguarded(text) : text
  }

  /// The value without blanks at its ends; nil where there is none.
  mutating func cleaned(
    _ cell: UnsafeBufferPointer<UInt8>, isPlain: Bool, isIdentity: Bool
  ) throws(Rejection) -> UnsafeBufferPointer<UInt8>? {
    let bytes = Blanks.trim(cell)
    if bytes.count < cell.count { seen.note(.blanksTrimmed, line: row.line) }
    if bytes.isEmpty { return nil }
    if !isPlain, let scalar = Text.forbidden(in: String(decoding: cell, as: UTF8.self)) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      throw Rejection(
        code: "control-character", says: "the value holds the character U+\(named: padded)",
        cure: "Type the value again: what is seen may not be what is there.")
    }
    if bytes[0] == 35, Self.errors.contains(where: bytes.elementsEqual) {
      if isIdentity {
        throw Rejection(
          code: "spreadsheet-error", says: "the value is an error of the spreadsheet",
          cure: "Mend the formula, or type the value.")
      }
      seen.note(.spreadsheetError, line: row.line)
      return nil
    }
    return bytes
  }

  private static let errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"]
    .map { Array($0.utf8) }

  private mutating func keep(_ text: String, for field: SheetField) throws(Rejection) {
    switch field {
    case .name: return try takeName(text)
    case .upn: if UPN(text) == nil { seen.note(.upnCheck, line: row.line) }
    case .nhsNumber: if NHSNumber(text) == nil { seen.note(.nhsCheck, line: row.line) }
    default: break
    }
    if field.isJoined, let before = row.values[field.ordinal] {
      row.values[field.ordinal] = before + ", " + text
    } else {
      row.values[field.ordinal] = text
    }
  }

  static let nameShape: Sentence = "the name is not written \"Surname, Given\" like the others"

  /// The comma proves which part is which; where the column has none, the first word is the given
  /// name, said aloud.
  private mutating func takeName(_ text: String) throws(Rejection) {
    let separator: Character = namesHaveComma ? "," : " "
    let parts = text.split(separator: separator, maxSplits: namesHaveComma ? .max : 1)
      .map { Blanks.trimmed(String($0)) }
    if namesHaveComma {
      guard parts.count == 2, !parts.contains("") else {
        throw Rejection(
          code: "name-comma", says: Self.nameShape,
          cure: "Write it so, or use a column for each part.")
      }
      row.values[SheetField.surname.ordinal] = parts[0]
      row.values[SheetField.given.ordinal] = parts[1]
    } else {
      seen.note(.nameSplit, line: row.line)
      row.values[SheetField.given.ordinal] = parts.first
      if parts.count > 1 { row.values[SheetField.surname.ordinal] = parts[1] }
    }
  }

  private mutating func takeDate(_ cell: DateCell, for field: SheetField) throws(Rejection) {
    let day = try day(cell)
    switch field {
    case .born:
      guard day <= today else {
        throw Rejection(
          code: "born-ahead", says: "the date of birth \(.value) is in the future",
          cure: "Correct the year.")
      }
      let (_, month, dayOfMonth) = day.parts
      if month == 1, dayOfMonth == 1 { seen.note(.birthPlaceholder, line: row.line) }
      row.born = day
    default:
      if day > today { seen.note(.dayAhead, line: row.line) }
      row.day = day
    }
  }

  mutating func day(_ cell: DateCell) throws(Rejection) -> Day {
    guard let reading = cell.reading(order, today: today) else {
      throw Rejection(code: "date", says: "\(.value) is not a date", cure: cell.cure)
    }
    guard let day = reading.day else {
      throw Rejection(code: "date", says: "\(.value) is not a date", cure: reading.cure)
    }
    if reading.isShort { seen.note(.shortYear, line: row.line) }
    return day
  }
}
