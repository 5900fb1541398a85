import Reports
import Testing
import YoungCarers

/// Where a table says that something is a sum and it is not: a place for each.
func wrongSums(_ report: Report) -> [String] {
  report.tables.flatMap { table -> [String] in
    var wrong: [String] = []
    var parts: [Int: Int] = [:]
    for row in table.rows {
      let place = "\(table.code) \(row.labels)"
      if row.cells.count != table.columns.count || row.labels.count != table.labels.count {
        wrong.append("\(place): cells")
      }
      for (column, figure) in row.cells.enumerated() {
        guard case .count(let count) = figure else { continue }
        if row.isTotal, parts[column, default: 0] != count.value { wrong.append(place) }
        parts[column, default: 0] += count.value
      }
      if row.isTotal { parts = [:] }
      for (whole, columns) in table.sums
      where value(row.cells[whole]) != columns.reduce(0, { $0 + value(row.cells[$1]) }) {
        wrong.append("\(place): columns")
      }
    }
    return wrong
  } + wrongRelations(report)
}

private func value(_ figure: Figure) -> Int {
  if case .count(let count) = figure { count.value } else { 0 }
}

/// Relations that do not hold, and quantities that are shown as two numbers.
private func wrongRelations(_ report: Report) -> [String] {
  var known: [Quantity: Int] = [:]
  var wrong: [String] = []
  for figure in report.tables.flatMap(\.rows).flatMap(\.cells) {
    guard case .count(let count) = figure, let quantity = count.quantity else { continue }
    if let other = known[quantity], other != count.value { wrong.append("\(quantity)") }
    known[quantity] = count.value
  }
  for relation in report.relations {
    func sum(_ parts: [Quantity]) -> Int { parts.reduce(0) { $0 + (known[$1] ?? -1000) } }
    let (whole, told) = (known[relation.whole], sum(relation.parts) - sum(relation.less))
    guard let whole, relation.hasRest ? 0...whole ~= told : told == whole else {
      wrong.append("\(relation)")
      continue
    }
  }
  return wrong
}

extension Report {
  /// The cells of a row of a table.
  func cells(_ code: String, _ labels: String...) -> [Figure]? {
    tables.first { $0.code == code }?.rows.first { $0.labels == labels }?.cells
  }
}
