import YoungCarers

/// Filled forms as CSV: a row a sheet. A column named `MACA-YC18.1` is an item of that instrument, and
/// a row gives a sheet for each instrument it answers; a column named by a number alone is an item of
/// the instrument in the column `instrument`. All other columns are the sheet's own keys.
public struct AnswerTable: FilledSheets {
  enum Column: Equatable {
    case own, id, instrument
    /// The instrument's place, nil where the row says which.
    case item(Int, of: Int?)
  }

  public let passedBy = 0
  public let forgiven: Problem? = nil

  private let file: String
  private let instruments: Instruments
  private let code: String?
  private let rows: Rows
  private let names: [String]
  private let columns: [Column]
  private let decoder: UTF8Decoder
  private var waiting: [FilledSheet] = []

  /// The reader moves on its own; the table itself is copied.
  private final class Rows {
    var reader: CSVReader
    init(_ reader: consuming CSVReader) { self.reader = reader }
  }

  /// Proves the encoding and reads the columns' names. Throws a `Problem` of status 65 where no column
  /// is an item, or nothing says of which instrument.
  public init(
    _ source: ByteSource, file: String, instruments: Instruments, code: String? = nil
  ) throws {
    self.file = file
    self.instruments = instruments
    self.code = code
    let proved = try EncodingProof(source: source, file: file).prove(asked: nil)
    let decoder = UTF8Decoder(proved.encoding)
    self.decoder = decoder
    var best: (delimiter: UInt8, names: [String], columns: [Column])?
    for delimiter: UInt8 in [44, 59, 9] {
      var reader = try CSVReader(source, file: file, encoding: proved, delimiter: delimiter)
      guard try reader.advance() else { continue }
      let names = (0..<reader.count).map { Blanks.trimmed(decoder.text(reader[$0])) }
      let columns = try names.map { try Self.column($0, instruments, file) }
      if columns.count > best?.columns.count ?? 0 { best = (delimiter, names, columns) }
    }
    guard let best, best.columns.contains(where: { if case .item = $0 { true } else { false } })
    else {
      throw Self.refused(
        file, "items-missing", "no column is named for an item of an instrument",
        "Name the columns by item number, or MACA-YC18.1 and so on.")
    }
    (names, columns) = (best.names, best.columns)
    rows = Rows(
      try CSVReader(source, file: file, encoding: proved, delimiter: best.delimiter))
    _ = try rows.reader.advance()
    try prove()
  }

  private static func column(_ name: String, _ instruments: Instruments, _ file: String) throws
    -> Column
  {
    switch name.lowercased() {
    case "id": return .id
    case "instrument": return .instrument
    default: break
    }
    if let item = wholeNumber(name.utf8), item > 0 { return .item(item, of: nil) }
    guard let dot = name.firstIndex(of: "."),
      let place = instruments.place(of: String(name[..<dot]))
    else { return .own }
    let instrument = instruments.all[place]
    guard let item = wholeNumber(name[dot...].dropFirst().utf8), 1...instrument.count ~= item else {
      throw refused(
        file, "item-unknown",
        "column \(named: name) is no item of \(named: instrument.code), which has \(instrument.count)"
      )
    }
    return .item(item, of: place)
  }

  private func prove() throws {
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted {
      throw Self.refused(file, "column-twice", "two columns are called \(named: name)")
    }
    let isOpen = columns.contains { if case .item(_, nil) = $0 { true } else { false } }
    if isOpen, code == nil, !columns.contains(.instrument) {
      var problem = Problem.instrumentUnsaid
      problem.place = Place(file: file, line: 1)
      problem.cure =
        "Add a column \"instrument\", or say it for all rows with --code MACA-YC18."
      throw problem
    }
  }

  private static func refused(
    _ file: String, _ code: String, _ says: Sentence, _ cure: Sentence? = nil
  ) -> Problem {
    Problem(code, .data, at: Place(file: file, line: 1), says, cure: cure)
  }

  public mutating func next(_ sheet: inout FilledSheet) throws -> Bool {
    if let next = waiting.popLast() {
      sheet = next
      return true
    }
    while try rows.reader.advance() {
      let cells = (0..<rows.reader.count).map { Blanks.trimmed(decoder.text(rows.reader[$0])) }
      if cells.allSatisfy(\.isEmpty) { continue }
      waiting = row(cells).reversed()
      if let next = waiting.popLast() {
        sheet = next
        return true
      }
    }
    return false
  }
}

// One row.
extension AnswerTable {
  private var place: Place {
    Place(file: file, line: rows.reader.line, record: rows.reader.record)
  }

  private func place(of column: Int) -> Place {
    var place = place
    place.column = names[column]
    place.value = rows.reader.range(of: column)
    return place
  }

  private func row(_ cells: [String]) -> [FilledSheet] {
    var blank = FilledSheet()
    blank.place = place
    blank.id = columns.firstIndex(of: .id).flatMap { $0 < cells.count ? cells[$0] : nil }
    guard cells.count == columns.count, !rows.reader.isMalformed else {
      blank.refuse(
        Problem(
          "row-ragged", .data,
          "the row has \(cells.count) values and the first line \(columns.count) columns"),
        at: place)
      return [blank]
    }
    let own = instrument(cells, &blank)
    if blank.problem != nil { return [blank] }
    var found: [FilledSheet] = []
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      guard case .item(let item, let of) = columns[column], let known = of ?? own else { continue }
      let sheet = found.firstIndex { $0.instrument == known } ?? found.count
      if sheet == found.count { found.append(begin(known, cells, blank)) }
      found[sheet].put(
        cell.utf8, for: item, of: instruments.all[known], at: { _ in place(of: column) })
    }
    if found.isEmpty {
      if let own { return [finished(begin(own, cells, blank))] }
      blank.refuse(Problem("answers-missing", .data, "the row has no answers"), at: place)
      return [blank]
    }
    return found.map(finished)
  }

  /// The instrument that the row names, or that was named for all.
  private func instrument(_ cells: [String], _ sheet: inout FilledSheet) -> Int? {
    let column = columns.firstIndex(of: .instrument)
    let named = column.flatMap { cells[$0].isEmpty ? nil : cells[$0] }
    if let named {
      let known = instruments.place(of: named)
      if known == nil {
        sheet.refuse(instruments.unknown(named), at: column.map(place(of:)) ?? place)
      }
      return known
    }
    if let code { return instruments.place(of: code) }
    if column != nil, zip(columns, cells).contains(where: { $0.isOpenItem && !$1.isEmpty }) {
      sheet.refuse(.instrumentUnsaid, at: place)
    }
    return nil
  }

  private func begin(_ known: Int, _ cells: [String], _ blank: FilledSheet) -> FilledSheet {
    var sheet = blank
    sheet.instrument = known
    sheet.answers = AnswerSheet(items: instruments.all[known].count)
    var mark = UInt8(ascii: "{")
    func member(_ name: String, _ value: String) {
      sheet.opening.append(mark)
      mark = UInt8(ascii: ",")
      JSONEscape.write(name, into: &sheet.opening)
      sheet.opening.append(UInt8(ascii: ":"))
      JSONEscape.write(value, into: &sheet.opening)
    }
    for (column, cell) in cells.enumerated() where !cell.isEmpty && !names[column].isEmpty {
      let isKept = columns[column] == .own || columns[column] == .id
      if isKept, !Self.taken.contains(names[column]) { member(names[column], cell) }
    }
    member("instrument", instruments.all[known].code)
    return sheet
  }

  /// With the answers that were put down, which stand in columns no more.
  private func finished(_ sheet: FilledSheet) -> FilledSheet {
    var sheet = sheet
    sheet.opening.append(contentsOf: ",\"answers\":".utf8)
    var mark = "{"
    for item in 1...max(1, sheet.answers.count) {
      guard let answer = sheet.answers[item] else { continue }
      sheet.opening.append(contentsOf: "\(mark)\"\(item)\":\(answer)".utf8)
      mark = ","
    }
    sheet.opening.append(contentsOf: (mark == "{" ? "{}" : "}").utf8)
    return sheet
  }

  /// What a line of results says itself.
  private static let taken = Set(ScoreLine.results.map(\.description) + ["answers"])
}

extension AnswerTable.Column {
  fileprivate var isOpenItem: Bool {
    if case .item(_, nil) = self { true } else { false }
  }
}
