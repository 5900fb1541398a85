import YoungCarers

/// The record that names the columns, and how the sheet is divided into them.
struct SheetHeader {
  var delimiter: UInt8
  /// How many records stand before it.
  var index: Int
  var line: Int
  /// The sender's own part of the record, line end included.
  var record: Range<Int>
  /// The sender's headers as they are written.
  var names: [String]
  /// The lines of the title block that hold something.
  var titleLines: [Int]
  /// Columns in front that are ours, in a rejects file fed back.
  var offset: Int

  static let rejectColumns = ["carers_line", "carers_column", "carers_reason"]

  /// Case, blanks, punctuation and accents do not count in a header.
  static func fold(_ header: String) -> String {
    Text.folded(header).filter { $0 != " " }
  }

  /// Nobody's header: it holds a date, a pupil number, a health number or an e-mail address.
  static func looksLikeChild(_ cells: [String]) -> Bool {
    cells.contains { cell in
      if cell.utf8.count == 13, cell.utf8.dropFirst().prefix(11).allSatisfy({ 48...57 ~= $0 }) {
        return true
      }
      if cell.utf8.contains(64) || NHSNumber(cell) != nil { return true }
      var text = cell
      return text.withUTF8 { bytes in
        switch DateCell(bytes) {
        case .plain, .ordered, .timed: true
        case .serial, .unreadable: false
        }
      }
    }
  }
}
