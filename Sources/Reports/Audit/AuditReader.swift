/// Works out what tables hold back: from each total, from percentages, from all totals together.
struct AuditReader {
  private var ranges: [ClosedRange<Int>] = []
  private var names: [String] = []
  private var quantities: [String: Int] = [:]
  private var sums: [Sum] = []
  private struct Sum {
    var whole: Int
    var parts: [Int]
    /// The heading of the total, in the line of cells where it stands.
    var name: String
  }

  /// Of each table the unknown of each cell; nil where a cell counts nothing.
  private(set) var places: [[[Int?]]] = []
  /// What was worked out, and how.
  private(set) var found: [Int: (number: Int, because: String)] = [:]

  mutating func read(_ table: AuditedTable) {
    let cells = table.rows.map { row in
      row.cells.enumerated().map { column, cell -> Int? in
        guard let range = cell.range, table.counts(column) else { return nil }
        return place(
          row.quantities[column], range,
          [row.label, table.columns[column]].filter { !$0.isEmpty }.joined(separator: ", "))
      }
    }
    places.append(cells)
    for sum in table.sums {
      let parts = sum.parts.compactMap { cells[$0.row][$0.column] }
      if let whole = cells[sum.whole.row][sum.whole.column], !parts.isEmpty {
        let isDown = sum.parts.allSatisfy { $0.column == sum.whole.column }
        let name = isDown ? table.rows[sum.whole.row].label : table.columns[sum.whole.column]
        sums.append(Sum(whole: whole, parts: parts, name: name))
      }
    }
    readShares(table, cells)
  }

  private mutating func place(_ quantity: String?, _ range: ClosedRange<Int>, _ name: String) -> Int
  {
    if let known = quantity.flatMap({ quantities[$0] }) {
      if range.count < ranges[known].count { ranges[known] = range }
      return known
    }
    ranges.append(range)
    names.append(name)
    if let quantity { quantities[quantity] = ranges.count - 1 }
    return ranges.count - 1
  }

  mutating func know(_ place: Int, _ number: Int, _ because: String) {
    guard ranges[place].count > 1 else { return }
    ranges[place] = number...number
    found[place] = (number, because)
  }

  mutating func solve() {
    while subtract() || narrow() {}
    eliminate()
  }

  /// A sum with one number left open.
  private mutating func subtract() -> Bool {
    for sum in sums {
      let (whole, parts) = (sum.whole, sum.parts)
      let open = Set(([whole] + parts).filter { ranges[$0].count > 1 })
      guard open.count == 1, let one = open.first else { continue }
      let told = parts.filter { $0 != one }.reduce(0) { $0 + ranges[$1].lowerBound }
      let times = parts.count { $0 == one }
      if one == whole {
        guard times == 0 else { continue }
        know(whole, told, "the sum of its parts")
      } else if times == 1, ranges[whole].lowerBound >= told {
        know(
          one, ranges[whole].lowerBound - told,
          "\(sum.name) \(ranges[whole].lowerBound) minus the others \(told)")
      } else {
        continue
      }
      return true
    }
    return false
  }

  /// What sums leave of each range.
  private mutating func narrow() -> Bool {
    var isChanged = false
    for sum in sums where Set(sum.parts).count == sum.parts.count {
      let (whole, parts) = (sum.whole, sum.parts)
      let low = parts.reduce(0) { $0 + ranges[$1].lowerBound }
      let high = parts.reduce(0) { min(AuditedCell.most, $0 + ranges[$1].upperBound) }
      if limit(whole, low, high, "the sum of what its parts can be") { isChanged = true }
      for part in parts {
        let others = parts.filter { $0 != part }
        let least =
          ranges[whole].lowerBound
          - others.reduce(0) { min(AuditedCell.most, $0 + ranges[$1].upperBound) }
        let most = ranges[whole].upperBound - others.reduce(0) { $0 + ranges[$1].lowerBound }
        let because =
          "\(sum.name) leaves nothing else when each of the others is what it can be"
        if limit(part, least, most, because) { isChanged = true }
      }
    }
    return isChanged
  }

  private mutating func limit(_ place: Int, _ least: Int, _ most: Int, _ because: String) -> Bool {
    let range = ranges[place]
    let (low, high) = (max(range.lowerBound, least), min(range.upperBound, most))
    // Sums that do not come out are no evidence.
    guard low <= high, low...high != range else { return false }
    ranges[place] = low...high
    if low == high, found[place] == nil { found[place] = (low, because) }
    return true
  }

  /// All sums together: numbers that no other solution has otherwise.
  private mutating func eliminate() {
    let open = Array(Set(sums.flatMap { [$0.whole] + $0.parts }.filter { ranges[$0].count > 1 }))
      .sorted()
    guard !open.isEmpty, open.count <= 400 else { return }
    let column = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($1, $0) })
    var system = LinearSystem(width: open.count)
    for sum in sums {
      var row = Array(repeating: 0, count: open.count + 1)
      func add(_ place: Int, _ factor: Int) {
        if let column = column[place] {
          row[column] += factor
        } else {
          row[open.count] -= factor * ranges[place].lowerBound
        }
      }
      add(sum.whole, -1)
      for part in sum.parts { add(part, 1) }
      system.add(row)
    }
    for (place, number) in system.determined where number >= 0 {
      know(open[place], number, "all totals taken together leave nothing else")
    }
  }
}

extension AuditReader {
  /// A percentage beside a count, of the column's total or of another count in its row: whichever
  /// agrees with all that is told.
  private mutating func readShares(_ table: AuditedTable, _ cells: [[Int?]]) {
    for column in table.columns.indices {
      let shares = table.rows.map { row -> ClosedRange<Double>? in
        if case .share(let range) = row.cells[column] { range } else { nil }
      }
      guard shares.contains(where: { $0 != nil }) else { continue }
      for part in (0..<column).reversed() where table.counts(part) {
        let sums = table.sums.filter {
          $0.whole.column == part && $0.parts.allSatisfy { $0.column == part }
        }
        var wholes = sums.map { sum in table.rows.map { _ in cells[sum.whole.row][part] } }
        wholes += (0..<column).filter { $0 != part && table.counts($0) }
          .map { whole in cells.map { $0[whole] } }
        let parts = cells.map { $0[part] }
        if let whole = wholes.first(where: { agrees(shares, parts, $0) }) {
          for (share, (part, whole)) in zip(shares, zip(parts, whole)) {
            limit(share, part, whole, table.columns[column])
          }
          break
        }
      }
    }
  }

  private func agrees(_ shares: [ClosedRange<Double>?], _ parts: [Int?], _ wholes: [Int?]) -> Bool {
    var agreed = 0
    for (share, (part, whole)) in zip(shares, zip(parts, wholes)) {
      guard let share, let part, let whole, part != whole, ranges[part].count == 1,
        ranges[whole].count == 1, ranges[whole].lowerBound > 0
      else { continue }
      let exact = 100 * Double(ranges[part].lowerBound) / Double(ranges[whole].lowerBound)
      guard share.contains(exact) else { return false }
      agreed += 1
    }
    return agreed > 0
  }

  private mutating func limit(
    _ share: ClosedRange<Double>?, _ part: Int?, _ whole: Int?, _ heading: String
  ) {
    guard let share, let part, let whole, part != whole, ranges[whole].count == 1 else { return }
    let all = Double(ranges[whole].lowerBound)
    _ = limit(
      part, Int((share.lowerBound * all / 100).rounded(.up)),
      Int((share.upperBound * all / 100).rounded(.down)),
      "\(heading) says which part it is of \(names[whole]) \(ranges[whole].lowerBound)")
  }
}
