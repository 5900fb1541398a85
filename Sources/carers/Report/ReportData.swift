import Interchange
import Reports

/// A report as data: CSV with a row for each figure (carers-csv(5)), or one JSON document
/// (carers-report(1)).
struct ReportData {
  let report: Report

  static let columns = [
    "report", "section", "table", "about", "measure", "kind", "value", "low", "high", "mark",
    "role", "quantity",
  ]

  /// For a spreadsheet the first heading says that values are guarded.
  func csv(excel: Bool) -> String {
    var bytes: [UInt8] = []
    let writer = CSVWriter(excel: excel)
    writer.begin(&bytes)
    writer.write(
      (excel ? ["carers_\(Self.columns[0])"] : [Self.columns[0]]) + Self.columns.dropFirst(),
      to: &bytes)
    for section in report.sections {
      for table in section.tables {
        for row in rows(table) {
          writer.write([report.code, section.title, table.code] + row, to: &bytes)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Of one table, from the column `about` on; a cell with nothing to say has none.
  private func rows(_ table: Report.Table) -> [[String?]] {
    table.rows.enumerated().flatMap { place, row in
      zip(table.columns, row.cells).enumerated().compactMap { column, cell in
        Datum(cell.1).map { datum in
          [row.labels.joined(separator: " / "), cell.0] + cells(datum)
            + [table.role(datum, place, column), row.quantity(column)?.text]
        }
      }
    }
  }

  private func cells(_ datum: Datum) -> [String?] {
    let marks = datum.figure.marks
    return [
      datum.kind?.rawValue, datum.figure.stand?.text ?? datum.value, datum.low.map(String.init),
      datum.high.map(String.init), marks.isEmpty ? nil : marks.joined(separator: " "),
    ]
  }

  var json: String {
    JSONLine(nil).string("report", report.code).string("title", report.title)
      .list("preface", report.preface.map(JSONLine.quoted))
      .list(
        "symbols",
        report.symbols.map {
          JSONLine(nil).string("symbol", $0.symbol).string("meaning", $0.meaning).object
        }
      )
      .list("sections", report.sections.map(json), separator: ",\n").text
  }

  private func json(_ section: Report.Section) -> String {
    JSONLine(nil).string("title", section.title)
      .list("preface", section.preface.map(JSONLine.quoted))
      .list("tables", section.tables.map(json), separator: ",\n").object
  }

  private func json(_ table: Report.Table) -> String {
    let rows = table.rows.map { row in
      JSONLine(nil).list("labels", row.labels.map(JSONLine.quoted))
        .list("cells", row.cells.indices.map { json(row, $0) }).flag("total", row.isTotal).object
    }
    return JSONLine(nil).string("table", table.code).string("caption", table.caption)
      .list("labels", table.labels.map(JSONLine.quoted))
      .list("columns", table.columns.map(JSONLine.quoted)).string("note", table.note)
      .list("rows", rows, separator: ",\n").object
  }

  private func json(_ row: Report.Row, _ column: Int) -> String {
    guard let datum = Datum(row.cells[column]) else { return "null" }
    let line = JSONLine(nil).string("kind", datum.kind?.rawValue)
    let valued =
      datum.kind == .text
      ? line.string("value", datum.value) : line.json("value", datum.value)
    return
      valued
      .number("low", datum.low).number("high", datum.high).string(
        "mark", datum.figure.stand?.rawValue
      )
      .flag("revised", datum.figure.isRevised).string("quantity", row.quantity(column)?.text).object
  }
}

extension Report.Table {
  /// `total` where a figure is the sum of others in its table, `part` where it is one of those: adding
  /// up the parts counts each once.
  fileprivate func role(_ datum: Datum, _ row: Int, _ column: Int) -> String? {
    if rows[row].isTotal || sums[column] != nil { return "total" }
    switch datum.kind {
    case .count, .number, nil: break
    case .text, .share, .cost, .middle, .longest: return nil
    }
    // What stands below the last total is part of none.
    let isAdded =
      rows.contains(where: \.isTotal)
      ? rows[row...].contains(where: \.isTotal) : sums.values.joined().contains(column)
    return isAdded ? "part" : nil
  }
}
