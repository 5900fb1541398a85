import Reports

/// What a table's chart draws, on a screen or on a page: the rows above its last total, since what
/// stands below it is no part of the whole.
struct Drawing {
  struct Bar {
    /// Its place among the table's rows.
    var row: Int
    var labels: [String]
    /// A figure for each of `names`.
    var figures: [Figure]

    /// How far it reaches; what is not shown has no length.
    func reach(stacked: Bool) -> Double {
      let lengths = figures.compactMap(\.length)
      return stacked ? lengths.reduce(0, +) : lengths.max() ?? 0
    }
  }

  /// What is drawn, by the columns' headings.
  let names: [String]
  let bars: [Bar]
  let isStacked: Bool

  /// Nil where the table has no chart, or nothing to draw.
  init?(_ table: Report.Table) {
    guard let chart = table.chart else { return nil }
    let columns: [Int]
    switch chart {
    case .bars(let places): (columns, isStacked) = (places, false)
    case .stacked(let places): (columns, isStacked) = (places, true)
    }
    let drawn = columns.filter(table.columns.indices.contains)
    names = drawn.map { table.columns[$0] }
    let end = table.rows.lastIndex(where: \.isTotal) ?? table.rows.endIndex
    bars = table.rows[..<end].enumerated().filter { !$0.element.isTotal }.map { place, row in
      Bar(
        row: place, labels: row.labels,
        figures: drawn.map { $0 < row.cells.count ? row.cells[$0] : .none })
    }
    guard !names.isEmpty, !bars.isEmpty else { return nil }
  }

  /// How far the longest bar reaches; where there are percentages, all of a hundred.
  var reach: Double {
    let longest = bars.map { $0.reach(stacked: isStacked) }.max() ?? 0
    return bars.flatMap(\.figures).contains(where: \.isShare) ? max(100, longest) : longest
  }

  /// Whether anything is kept back.
  var hasGaps: Bool { bars.flatMap(\.figures).contains(where: \.isGap) }
}
