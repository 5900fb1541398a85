import YoungCarers

extension Sheet {
  /// Shows every record below the header that is not blank, in order. Stops where `body` throws.
  @discardableResult
  public func forEachRow(_ body: (SheetLine) throws -> Void) throws -> SheetReceipt {
    var records = try SheetRecords(division)
    var reading = RowReading(division, survey)
    var receipt = SheetReceipt()
    /// The last row or reject, until it is sure that no line continues it.
    var held: HeldLine?
    func release() throws {
      switch held.take() {
      case .row?:
        receipt.rows += 1
        try body(.row(reading.row))
      case .rejected(let problem)?:
        receipt.rejected += 1
        try body(.rejected(problem))
      case nil: break
      }
    }
    while let shape = try records.next() {
      if shape == .blank { continue }
      let isAfterRows = records.reader.record.lowerBound > survey.lastRow && !isRejects
      if shape == .continuation, !isAfterRows {
        held?.extend(to: records.senderRange.upperBound)
        if held == .row { held = reading.add(records).map { .rejected($0) } ?? .row }
        continue
      }
      try release()
      let place = Place(file: file, line: records.reader.line, record: records.senderRange)
      if let (code, says) = shape.setAside(isAfterRows: isAfterRows) {
        receipt.setAside += 1
        try body(.setAside(Problem(code, .partial, at: place, says)))
      } else if let problem = shape.rejection(at: place, width: columns.count) {
        held = .rejected(problem)
      } else {
        held = reading.read(records).map { .rejected($0) } ?? .row
      }
    }
    try release()
    receipt.remarks = reading.seen.remarks
    return receipt
  }
}

private enum HeldLine: Equatable {
  case row
  case rejected(Problem)

  mutating func extend(to end: Int) {
    guard case .rejected(var problem) = self, let record = problem.place?.record else { return }
    problem.place?.record = record.lowerBound..<end
    self = .rejected(problem)
  }
}

extension SheetRecords.Shape {
  /// Why the record is no child, where it is none.
  fileprivate func setAside(isAfterRows: Bool) -> (String, Sentence)? {
    switch self {
    case .repeatedHeader: ("header-repeated", "the column headings again")
    case .footer: ("footer", "a footer")
    case .sparse, .continuation: isAfterRows ? ("footer", "a footer") : nil
    case .blank, .malformed, .ragged, .row: nil
    }
  }

  /// Why its values cannot even be told apart.
  fileprivate func rejection(at place: Place, width: Int) -> Problem? {
    switch self {
    case .malformed:
      Problem(
        "quote-text", .partial, at: place, "text stands after a closing quotation mark",
        cure: "A quotation mark inside a value is written twice.")
    case .ragged(let count):
      Problem(
        "row-shape", .partial, at: place, "the row has \(count) fields and the header \(width)",
        cure: "Values after a missing or extra comma may be shifted: quote one that holds a comma.")
    case .blank, .repeatedHeader, .footer, .sparse, .continuation, .row: nil
    }
  }
}
