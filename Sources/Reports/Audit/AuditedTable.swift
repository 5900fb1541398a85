import YoungCarers

/// A table as it was published, whoever made it: what stands before the numbers says what a row is
/// about, and the last row of words above them what the columns are.
public struct AuditedTable: Equatable {
  var name: String
  var columns: [String]
  var rows: [Row]

  struct Row: Equatable {
    var label: String
    var cells: [AuditedCell]
    /// The quantities of the cells, where the table says them.
    var quantities: [String?]
  }

  /// The tables of a file; none where there are no numbers in it. Ours have a row for each figure.
  public static func all(in rows: [[String]]) -> [AuditedTable] {
    if let head = rows.first, let tidy = TidyColumns(head) { return tidy.tables(rows.dropFirst()) }
    return wide(rows).map { [$0] } ?? []
  }

  private static func wide(_ rows: [[String]]) -> AuditedTable? {
    let showsZeros = rows.contains {
      $0.contains { AuditedCell($0, showsZeros: true) == .number(0) }
    }
    func cell(_ text: String) -> AuditedCell { AuditedCell(text, showsZeros: showsZeros) }
    func isFigure(_ text: String) -> Bool { cell(text) != .other }
    let width = rows.map(\.count).max() ?? 0
    guard
      let first = rows.firstIndex(where: { row in
        row.count > 1 && row.dropFirst().contains(where: isFigure)
          && !row.dropFirst().allSatisfy { isYear($0) || !isFigure($0) }
      })
    else { return nil }
    let heading = rows[..<first].last { row in row.count { !$0.isEmpty } > 1 } ?? []
    // Notes below a table have words in one cell.
    let body = rows[first...].filter { row in row.dropFirst().contains(where: isFigure) }
    let labels = max(
      1,
      (0..<width).prefix { column in
        column == 0
          || body.count { $0.indices.contains(column) && !isFigure($0[column]) } * 2 > body.count
      }.count)
    let columns = (labels..<max(labels, width)).map { column in
      heading.indices.contains(column) ? heading[column] : "\(column + 1)"
    }
    let table = AuditedTable(
      name: "", columns: columns,
      rows: body.map { row in
        Row(
          label: row.prefix(labels).filter { !$0.isEmpty }.joined(separator: " / "),
          cells: columns.indices.map { column in
            let text = row.indices.contains(labels + column) ? row[labels + column] : ""
            return columns[column].contains("%")
              ? AuditedCell.share(text.filter { $0 != "%" && $0 != " " }).or(cell(text))
              : cell(text)
          }, quantities: columns.map { _ in nil })
      })
    return columns.isEmpty ? nil : table
  }

  /// A heading of years is no row of figures.
  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && (Int(text).map { (1990...2100).contains($0) } ?? false)
  }

  /// Whether a column counts people or things: not days, scores or what is aimed at.
  func counts(_ column: Int) -> Bool {
    let words = Set(Text.folded(columns[column]).split(separator: " "))
    return words.isDisjoint(with: [
      "average", "mean", "median", "middle", "days", "weeks", "hours", "rate", "target", "longest",
      "score", "age", "percent", "per", "percentage", "year",
    ]) && !columns[column].contains("%")
  }
}

extension AuditedCell {
  fileprivate func or(_ other: AuditedCell) -> AuditedCell { self == .other ? other : self }
}

/// Where our own tidy form has what.
private struct TidyColumns {
  private let places: [String: Int]

  init?(_ head: [String]) {
    let names = head.map { $0.hasPrefix("carers_") ? String($0.dropFirst(7)) : $0 }
    places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    guard ["table", "about", "measure", "value"].allSatisfy({ places[$0] != nil }) else {
      return nil
    }
  }

  private func value(_ name: String, _ row: [String]) -> String {
    places[name].flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
  }

  func tables(_ rows: ArraySlice<[String]>) -> [AuditedTable] {
    let showsZeros = rows.contains { value("value", $0) == "0" }
    var tables: [AuditedTable] = []
    for row in rows {
      let section = places["section"] == nil ? value("part", row) : value("section", row)
      let name = [section, value("table", row)].filter { !$0.isEmpty }.joined(separator: ", ")
      let place = tables.firstIndex { $0.name == name } ?? tables.endIndex
      if place == tables.endIndex {
        tables.append(AuditedTable(name: name, columns: [], rows: []))
      }
      tables[place].add(
        cell(row, showsZeros), value("about", row), value("measure", row), value("quantity", row))
    }
    return tables
  }

  private func cell(_ row: [String], _ showsZeros: Bool) -> AuditedCell {
    switch value("kind", row) {
    case "share": AuditedCell.share(value("value", row).filter { $0 != "%" })
    case "count", "": AuditedCell(value("value", row), showsZeros: showsZeros)
    default: .other
    }
  }
}

extension AuditedTable {
  fileprivate mutating func add(
    _ cell: AuditedCell, _ about: String, _ measure: String, _ quantity: String
  ) {
    let column = columns.firstIndex(of: measure) ?? columns.endIndex
    if column == columns.endIndex {
      columns.append(measure)
      for row in rows.indices {
        rows[row].cells.append(.other)
        rows[row].quantities.append(nil)
      }
    }
    let row = rows.lastIndex { $0.label == about } ?? rows.endIndex
    if row == rows.endIndex {
      rows.append(
        Row(
          label: about, cells: columns.map { _ in .other }, quantities: columns.map { _ in nil }))
    }
    rows[row].cells[column] = cell
    rows[row].quantities[column] = quantity.isEmpty ? nil : quantity
  }
}
