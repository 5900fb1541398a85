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

  /// Throws where an earlier report is of others than this one: their numbers are not these.
  func proveSame(_ figures: [PublishedFigure], _ path: String, named name: String?) throws {
    let theirs = Set(figures.map(\.quantity.services))
    let ours = several.map(\.name)
    let isSame =
      ours.isEmpty
      ? theirs.allSatisfy { $0.map { names in name.map(names.contains) ?? false } ?? true }
      : theirs.allSatisfy { $0 == nil || $0 == ours } && theirs.contains(ours)
    guard !isSame, !figures.isEmpty else { return }
    let said = theirs.compactMap { $0?.joined(separator: "; ") }.sorted().first
    throw Problem(
      "previous-others", .usage, at: Place(file: path),
      "that report is of \(named: said ?? "one service"), and this is not",
      cure: ours.isEmpty
        ? "A report of several services ties this one where its store is among them, by its file's name."
        : "What each service published of itself is looked at in its own store: carers report --publish writes it there."
    )
  }

  /// The rows of a table whose columns nobody knows.
  func rows(_ spool: Spool) throws -> [[String]] {
    try PlainRows.read(spool.source(), named: spool.name).map { row in
      row.values.map { CSVWriter.unguarded($0) }
    }
  }
}
