/// Equations in whole numbers, brought to the form in which each says one unknown by the free ones.
/// Rows keep whole numbers without a common factor; one that grew too large is left out, which finds
/// less and never what is not so.
struct LinearSystem {
  private let width: Int
  private var rows: [[Int]] = []

  init(width: Int) { self.width = width }

  /// The factors, and in the last place what they come to.
  mutating func add(_ row: [Int]) {
    var row = row
    for known in rows {
      guard let pivot = known.firstIndex(where: { $0 != 0 }), row[pivot] != 0 else { continue }
      guard let reduced = Self.eliminated(row, by: known, at: pivot) else { return }
      row = reduced
    }
    guard let pivot = row.prefix(width).firstIndex(where: { $0 != 0 }) else { return }
    rows = rows.compactMap { known in
      known[pivot] == 0 ? known : Self.eliminated(known, by: row, at: pivot)
    }
    rows.append(row)
  }

  /// The unknowns that have one value only.
  var determined: [(unknown: Int, value: Int)] {
    rows.compactMap { row in
      let used = (0..<width).filter { row[$0] != 0 }
      guard used.count == 1, row[width] % row[used[0]] == 0 else { return nil }
      return (used[0], row[width] / row[used[0]])
    }
  }

  private static func eliminated(_ row: [Int], by known: [Int], at pivot: Int) -> [Int]? {
    var result: [Int] = []
    result.reserveCapacity(row.count)
    for (one, other) in zip(row, known) {
      let (first, isLarge) = one.multipliedReportingOverflow(by: known[pivot])
      let (second, isLarger) = other.multipliedReportingOverflow(by: row[pivot])
      let (left, isLargest) = first.subtractingReportingOverflow(second)
      if isLarge || isLarger || isLargest { return nil }
      result.append(left)
    }
    let factor = result.reduce(0) { Self.common($0, abs($1)) }
    return factor > 1 ? result.map { $0 / factor } : result
  }

  private static func common(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : common(other, one % other)
  }
}
