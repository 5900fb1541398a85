import YoungCarers

/// Columns that the reader of the sheet knows beside a referral's.
extension RowReading {
  /// Nil where they are good; else why the row is not.
  mutating func readFurther(
    _ records: borrowing SheetRecords, isPlain: Bool
  ) -> Problem? {
    for (index, column) in further where index < records.count {
      let value = records.reader.range(of: records.first + index)
      guard let known = column.further else { continue }
      do throws(Rejection) {
        guard let text = try further(records[index], isDate: known.isDate, isPlain) else {
          continue
        }
        row.further.append(
          SheetAnswer(further: known, column: column.name, text: text, value: value))
      } catch {
        return rejected(error, column.name, value)
      }
    }
    return nil
  }

  private mutating func further(
    _ cell: UnsafeBufferPointer<UInt8>, isDate: Bool, _ isPlain: Bool
  ) throws(Rejection) -> String? {
    let decoded = isPlain || !decoder.needsDecoding(cell) ? Array(cell) : decoder.decode(cell)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: decoded.count)
    defer { copy.deallocate() }
    _ = copy.update(from: decoded)
    guard
      let bytes = try cleaned(UnsafeBufferPointer(copy), isPlain: isPlain, isIdentity: false)
    else { return nil }
    return isDate ? try day(DateCell(bytes)).description : text(bytes, isPlain)
  }
}
