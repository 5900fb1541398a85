@testable import Reports

/// Somebody who tries to work out what reports hold back: by trying every whole number, with all the
/// sums that the reports declare. Shares no code with what protects them. More is known to this one
/// than to any reader: which numbers are held back because they are small (1 to 4) and which for
/// another's sake (5 or more).
struct Recovery {
  struct Unknown {
    var range: ClosedRange<Int>
    /// What it truly is: only to try near it first, and to see whether anything else is possible.
    var value: Int
    var isSecret: Bool
  }

  private(set) var unknowns: [Unknown] = []
  private var names: [String: Int] = [:]
  private var sums: [(terms: [(unknown: Int, factor: Int)], total: Int)] = []
  private static let farthest = 60

  /// `truth` and what was shown of it: the same tables. Of an older report, what is otherwise `now` has
  /// a name of its own; what is as it was is known to be.
  mutating func read(_ truth: Report, shown: Report, now: [Quantity: Int] = [:]) {
    func vintage(_ count: Count) -> String {
      count.quantity.flatMap { now[$0] }.map { $0 == count.value } ?? true ? "" : "before "
    }
    for (section, tables) in zip(truth.sections, shown.sections).enumerated() {
      for (number, (table, told)) in zip(tables.0.tables, tables.1.tables).enumerated() {
        let places = table.rows.enumerated().map { row, line in
          line.cells.enumerated().map { column, figure -> Int? in
            guard case .count(let count) = figure else { return nil }
            return unknown(
              count, told.rows[row].cells[column].plain,
              count.quantity.map { vintage(count) + $0.text }
                ?? "\(section) \(number) \(row) \(column)")
          }
        }
        addSums(table, places)
      }
    }
    for relation in truth.relations { add(relation) }
  }

  private mutating func addSums(_ table: Report.Table, _ places: [[Int?]]) {
    for column in table.columns.indices {
      var parts: [Int] = []
      for (row, line) in table.rows.enumerated() {
        guard let place = places[row][column] else { continue }
        if line.isTotal {
          add(place, parts)
          parts = []
        } else {
          parts.append(place)
        }
      }
    }
    for (whole, columns) in table.sums {
      for line in places {
        if let whole = line[whole] { add(whole, columns.compactMap { line[$0] }) }
      }
    }
  }

  private mutating func add(_ relation: Relation) {
    let all = ([relation.whole] + relation.parts).compactMap { names[$0.text] }
    guard all.count == relation.parts.count + 1, relation.less.isEmpty else { return }
    var parts = Array(all.dropFirst())
    if relation.hasRest {
      let rest = unknowns[all[0]].value - parts.reduce(0) { $0 + unknowns[$1].value }
      unknowns.append(
        Unknown(range: 0...rest + Self.farthest, value: rest, isSecret: (1...4).contains(rest)))
      parts.append(unknowns.count - 1)
    }
    add(all[0], parts)
  }

  private mutating func add(_ whole: Int, _ parts: [Int]) {
    sums.append((parts.map { ($0, 1) } + [(whole, -1)], 0))
  }

  private mutating func unknown(_ count: Count, _ shown: Figure, _ name: String) -> Int {
    let place = names[name] ?? unknowns.count
    names[name] = place
    if place == unknowns.count {
      unknowns.append(
        Unknown(range: 0...count.value + Self.farthest, value: count.value, isSecret: false))
    }
    switch shown {
    case .count(let told) where told.value == count.value:
      unknowns[place].range = count.value...count.value
      unknowns[place].isSecret = false
    case .count: break  // Told otherwise before: what is so now is not known.
    default:
      if unknowns[place].range.count == 1 { break }
      let range = (1...4).contains(count.value) ? 1...4 : 5...count.value + Self.farthest
      unknowns[place].isSecret = true
      // Held back before, and no longer there at all.
      if range.contains(count.value) { unknowns[place].range = range }
    }
    return place
  }

  /// How many secrets can be worked out. `undecided` counts those for which the trying was given up.
  func recovered() -> (count: Int, undecided: Int) {
    var found = (count: 0, undecided: 0)
    for (place, unknown) in unknowns.enumerated() where unknown.isSecret {
      var left = 200_000
      let others = [
        (unknown.range.lowerBound, unknown.value - 1),
        (unknown.value + 1, unknown.range.upperBound),
      ]
      let isOpen = others.contains { low, high in
        guard low <= high else { return false }
        var ranges = unknowns.map(\.range)
        ranges[place] = low...high
        return isPossible(ranges, &left)
      }
      if !isOpen { if left > 0 { found.count += 1 } else { found.undecided += 1 } }
    }
    return found
  }

  private func isPossible(_ given: [ClosedRange<Int>], _ left: inout Int) -> Bool {
    var ranges = given
    left -= 1
    guard left > 0, narrow(&ranges) else { return false }
    guard
      let next = ranges.indices.filter({ ranges[$0].count > 1 })
        .min(by: { ranges[$0].count < ranges[$1].count })
    else { return true }
    let value = unknowns[next].value
    for tried in ranges[next].sorted(by: { abs($0 - value) < abs($1 - value) }) {
      ranges[next] = tried...tried
      if isPossible(ranges, &left) { return true }
    }
    return false
  }

  /// What the sums leave of each range; false where one leaves nothing.
  private func narrow(_ ranges: inout [ClosedRange<Int>]) -> Bool {
    var isChanged = true
    while isChanged {
      isChanged = false
      for sum in sums {
        let ends = sum.terms.map { term in
          let range = ranges[term.unknown]
          return term.factor > 0
            ? (range.lowerBound, range.upperBound) : (-range.upperBound, -range.lowerBound)
        }
        let low = ends.reduce(0) { $0 + $1.0 }
        let high = ends.reduce(0) { $0 + $1.1 }
        for (term, end) in zip(sum.terms, ends) {
          let (least, most) = (sum.total - (high - end.1), sum.total - (low - end.0))
          let range = ranges[term.unknown]
          let (first, last) =
            term.factor > 0
            ? (max(range.lowerBound, least), min(range.upperBound, most))
            : (max(range.lowerBound, -most), min(range.upperBound, -least))
          guard first <= last else { return false }
          if first...last != range {
            ranges[term.unknown] = first...last
            isChanged = true
          }
        }
      }
    }
    return true
  }
}

extension Figure {
  var plain: Figure { if case .revised(let figure) = self { figure.plain } else { self } }
}
