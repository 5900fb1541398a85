import Interchange
import Reports
import YoungCarers

extension Session {
  /// The figures of a report of ours that was published before.
  func previousFigures(_ path: String) throws -> [PublishedFigure] {
    let spool = try Spool(opening: path, world)
    let bytes = try spool.bytes(0..<spool.size)
    let isJSON = bytes.first { $0 > 32 }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    let figures =
      try isJSON == true
      ? EarlierReport.figures(json: bytes) : EarlierReport.figures(rows: rows(spool))
    guard let figures else {
      throw Problem(
        "previous-unknown", .data, at: Place(file: path), "this is no report of ours",
        cure: "Give one that was written with --format csv or json, with its column quantity.")
    }
    return figures
  }

  /// The rows of a table whose columns nobody knows.
  func rows(_ spool: Spool) throws -> [[String]] {
    try PlainRows.read(spool.source(), named: spool.name).map { row in
      row.values.map { CSVWriter.unguarded($0) }
    }
  }
}
