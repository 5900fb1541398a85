import YoungCarers

/// A total of a table and what it is the sum of.
struct AuditedSum: Equatable {
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  var whole: Place
  var parts: [Place]
}

extension AuditedTable {
  /// The totals, of rows and of columns: where a heading says so and the numbers do not contradict it,
  /// and where the numbers alone say so.
  var sums: [AuditedSum] {
    let columns = self.columns.indices.filter(counts)
    let down = totals(
      labels: rows.map(\.label), lines: columns.map { column in rows.map { $0.cells[column] } })
    let across = totals(
      labels: columns.map { self.columns[$0] },
      lines: rows.map { row in columns.map { row.cells[$0] } })
    return down.flatMap { total in
      columns.map { column in
        AuditedSum(
          whole: .init(row: total.whole, column: column),
          parts: total.parts.map { .init(row: $0, column: column) })
      }
    }
      + across.flatMap { total in
        rows.indices.map { row in
          AuditedSum(
            whole: .init(row: row, column: columns[total.whole]),
            parts: total.parts.map { .init(row: row, column: columns[$0]) })
        }
      }
  }

  private struct Total {
    var whole: Int
    var parts: [Int]
  }

  /// The totals among places that have labels; each line has a cell for each place.
  private func totals(labels: [String], lines: [[AuditedCell]]) -> [Total] {
    var found: [Total] = []
    var wholes: [Int] = []
    for place in labels.indices {
      // A last line without a heading is one too.
      let isLast = place == labels.count - 1 && labels[place].isEmpty
      let isNamed = isLast || Self.isTotal(labels[place])
      let before = wholes.last.map { $0 + 1 } ?? 0
      let plain = (0..<place).filter { !wholes.contains($0) }
      let ways = [
        Array(before..<place), plain, wholes.filter { $0 < place },
        place == 0 ? Array(1..<labels.count) : [],
      ].filter { $0.count > 1 || isNamed && $0.count == 1 }
      let fit = ways.first { parts in
        let proofs = lines.map { Self.proof($0, place, parts) }
        let isSure = isNamed || proofs.count { $0 == true } > 1
        return isSure && !proofs.contains(false)
      }
      guard let fit else { continue }
      found.append(Total(whole: place, parts: fit))
      wholes.append(place)
    }
    return found
  }

  /// Whether a line bears out that one of its cells is the sum of others: nil where it says nothing,
  /// since a number is held back or all are zero.
  private static func proof(_ line: [AuditedCell], _ whole: Int, _ parts: [Int]) -> Bool? {
    let ranges = parts.map { line[$0].range }
    guard let sum = line[whole].range else { return nil }
    let low = ranges.reduce(0) { $0 + ($1?.lowerBound ?? 0) }
    let high = ranges.reduce(0) { $0 + ($1?.upperBound ?? 0) }
    guard low <= sum.upperBound, high >= sum.lowerBound else { return false }
    return low == high && sum.count == 1 && low > 0 ? true : nil
  }

  static func isTotal(_ label: String) -> Bool {
    let words = Text.folded(label).split(separator: " ")
    let names: Set<Substring> = ["total", "totals", "all", "overall", "sum", "england"]
    return words.first.map(names.contains) ?? false || words.last.map(names.contains) ?? false
  }
}

extension AuditedCell {
  /// Between what the number lies; nil where there is none.
  var range: ClosedRange<Int>? {
    switch self {
    case .number(let number): number...number
    case .held(let range): range
    case .share, .other: nil
    }
  }
}
