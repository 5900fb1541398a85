import YoungCarers

/// The first pass over the rows: it believes nothing and keeps no row.
struct SheetSurvey {
  private(set) var columns: [SheetColumn]
  /// Records that are not blank.
  private(set) var count = 0
  /// Where the last record that is surely a row begins: what is sparse after it is a footer.
  private(set) var lastRow = -1
  /// Full names are written "Surname, Given".
  private(set) var namesHaveComma = false
  private var proofs: [(column: Int, proof: DateProof)] = []
  private static let sampled = 500

  init(_ division: SheetDivision) throws {
    columns = division.columns
    var records = try SheetRecords(division)
    let decoder = UTF8Decoder(division.encoding.encoding)
    let name = columns.firstIndex { $0.field == .name }
    for (column, found) in columns.enumerated() where found.isDate {
      proofs.append((column, DateProof()))
    }
    while let shape = try records.next() {
      if shape == .blank { continue }
      count += 1
      let line = records.reader.line
      if records.reader.lines > 1 { try refuseSwallowed(records, division) }
      switch shape {
      case .blank, .repeatedHeader, .footer, .sparse, .continuation: continue
      case .malformed, .ragged: lastRow = records.reader.record.lowerBound
      case .row:
        lastRow = records.reader.record.lowerBound
        for place in proofs.indices {
          let cell = DateCell(Blanks.trim(records[proofs[place].column]))
          proofs[place].proof.look(at: cell, line: line)
        }
        if let name, records[name].contains(44) || records.wasRejectedForName {
          namesHaveComma = true
        }
        if count <= Self.sampled { sample(records, decoder) }
      }
    }
  }

  private mutating func sample(_ records: borrowing SheetRecords, _ decoder: UTF8Decoder) {
    for column in columns.indices where columns[column].samples.count < 3 {
      let text = Blanks.trimmed(decoder.text(records[column]))
      if !text.isEmpty, !columns[column].samples.contains(text) {
        columns[column].samples.append(text)
      }
    }
  }

  /// A quoted value that runs over lines and holds a whole row: a date of birth or a pupil number
  /// stands where the column has it. The quote was opened by mistake and has swallowed a child.
  private func refuseSwallowed(_ records: borrowing SheetRecords, _ division: SheetDivision) throws
  {
    let tells = columns.indices.filter { columns[$0].field == .born || columns[$0].field == .upn }
    let lines = records.reader.bytes.split { $0 == 10 || $0 == 13 }
    for line in lines.dropFirst() {
      let cells = line.split(
        separator: division.header.delimiter, omittingEmptySubsequences: false
      ).map { cell in
        Blanks.trimmed(String(decoding: cell.filter { $0 != 34 }, as: UTF8.self))
      }
      let likeChild = tells.contains { column in
        let place = column + records.first
        return place < cells.count && SheetHeader.looksLikeChild([cells[place]])
      }
      if cells.count >= 3, likeChild { throw records.reader.openQuote(at: records.reader.line) }
    }
  }

  /// The order to read a column's dates in: as told, else as proved, else day first.
  func order(_ division: SheetDivision) -> SheetProfile.DateOrder { division.profile.dates ?? .dmy }

  /// Refuses the file where rows could only be guessed.
  func refuseDoubtful(_ division: SheetDivision) throws {
    let isEmpty = division.header.offset > 0 ? count == 0 : lastRow < 0
    if isEmpty {
      throw Problem(
        "no-rows", .data, at: Place(file: division.file, line: division.header.line),
        "this file has column headings and no rows",
        cure: "Whatever made it found nobody or has failed: ask for it to be exported again.")
    }
    guard division.profile.dates == nil else { return }
    for (column, proof) in proofs {
      guard let line = proof.monthFirst else { continue }
      let place = Place(file: division.file, line: line, column: columns[column].name)
      if let other = proof.dayFirst {
        throw Problem(
          "dates-mixed", .data, at: place,
          "this column mixes day-first dates (line \(other)) with month-first ones (line \(line))",
          cure: "Correct the column; --dates dmy takes the day-first rows and rejects the others.")
      }
      throw Problem(
        "dates-month-first", .data, at: place,
        "the dates of this column are month first, as in America: no day comes first in any",
        cure: "Export them as dd/mm/yyyy, or say so: --dates mdy.")
    }
  }

  func remarks(_ division: SheetDivision) -> [Remark] {
    let isProved = proofs.contains { $0.proof.dayFirst != nil || $0.proof.monthFirst != nil }
    guard division.profile.dates == nil, !isProved else { return [] }
    let doubtful = proofs.filter(\.proof.isAmbiguous).map { columns[$0.column].name }
    guard !doubtful.isEmpty else { return [] }
    return [
      Remark(
        "dates-assumed",
        """
        no date in \(named: doubtful.joined(separator: ", ")) shows whether day or month comes \
        first: read as day first
        """)
    ]
  }
}
