import TestSupport

@testable import Reports

/// Reports with small tables, as they might be drawn from a small service.
enum RandomReports {
  /// Mostly small and none; some large.
  static func number(_ chance: inout Seeded) -> Int {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0...2: 0
    case 3...5: Int.random(in: 1...4, using: &chance)
    case 6...8: Int.random(in: 5...15, using: &chance)
    default: Int.random(in: 16...60, using: &chance)
    }
  }

  static func report(_ tables: [Report.Table], _ relations: [Relation] = []) -> Report {
    Report(
      code: "random", title: "", preface: [], sections: [Report.Section("All", tables)],
      relations: relations)
  }

  /// A list of rows with their total.
  static func list(_ chance: inout Seeded) -> Report {
    let counts = (0..<Int.random(in: 2...9, using: &chance)).map { _ in number(&chance) }
    let rows = counts.enumerated().map { Report.Row(["\($0)"], [.count($1)]) }
    let total = Report.Row(["All"], [.count(counts.reduce(0, +))], isTotal: true)
    return report([
      Report.Table(code: "list", caption: "", columns: ["Count"], rows: rows + [total])
    ])
  }

  /// Rows and columns, both with their totals.
  static func grid(_ chance: inout Seeded) -> Report {
    let width = Int.random(in: 2...4, using: &chance)
    let counts = (0..<Int.random(in: 2...5, using: &chance)).map { _ in
      (0..<width).map { _ in number(&chance) }
    }
    return report([grid(counts, named: nil)])
  }

  static func grid(_ counts: [[Int]], named: ((Int, Int) -> Quantity)?) -> Report.Table {
    let width = counts[0].count
    var lines = counts.map { $0 + [$0.reduce(0, +)] }
    lines.append((0...width).map { column in lines.reduce(0) { $0 + $1[column] } })
    let rows = lines.enumerated().map { row, line in
      Report.Row(
        ["\(row)"], line.enumerated().map { .count(Count($1, named?(row, $0))) },
        isTotal: row == counts.count)
    }
    return Report.Table(
      code: "grid", caption: "", columns: (0...width).map { "\($0)" }, rows: rows,
      sums: [width: Array(0..<width)])
  }

  /// Several breakdowns of the same children.
  static func breakdowns(_ chance: inout Seeded) -> Report {
    let sizes = (0..<Int.random(in: 2...3, using: &chance)).map { _ in
      Int.random(in: 2...5, using: &chance)
    }
    var counts = sizes.map { Array(repeating: 0, count: $0) }
    for _ in 0..<Int.random(in: 5...50, using: &chance) {
      for place in counts.indices {
        // Some values are rare.
        let value = min(
          Int.random(in: 0..<sizes[place], using: &chance),
          Int.random(in: 0..<sizes[place], using: &chance))
        counts[place][value] += 1
      }
    }
    let all = Quantity("children", "2026-10")
    return report(
      counts.enumerated().map { place, values in
        Report.Table(
          code: "by \(place)", caption: "", columns: ["Children"],
          rows: values.enumerated().map { value, count in
            Report.Row(["\(value)"], [.count(Count(count, all.of("d\(place)", "\(value)")))])
          } + [Report.Row(["All"], [.count(Count(values.reduce(0, +), all))], isTotal: true)])
      })
  }

  /// A month's rows with the year to date, and the year to date of the month before.
  static func months(_ chance: inout Seeded) -> (first: Report, second: Report) {
    let rows = Int.random(in: 2...5, using: &chance)
    let months = (0..<2).map { _ in (0..<rows).map { _ in number(&chance) } }
    func quantity(_ measure: String, _ month: Int, _ row: Int) -> Quantity {
      let all = Quantity(measure, "2026-\(10 + month)")
      return row == rows ? all : all.of("agency", "\(row)")
    }
    let reports = (0..<2).map { month in
      let toDate = (0..<rows).map { row in months[...month].reduce(0) { $0 + $1[row] } }
      let lines = zip(months[month], toDate).map { [$0, $1] }
      let total = (0..<2).map { column in lines.reduce(0) { $0 + $1[column] } }
      return report(
        [
          Report.Table(
            code: "months", caption: "", columns: ["Month", "To date"],
            rows: (lines + [total]).enumerated().map { row, line in
              Report.Row(
                ["\(row)"],
                [
                  .count(Count(line[0], quantity("referrals", month, row))),
                  .count(Count(line[1], quantity("referrals to date", month, row))),
                ], isTotal: row == rows)
            })
        ],
        (0...rows).map { row in
          Relation(
            quantity("referrals to date", month, row),
            [quantity("referrals", month, row)]
              + (month > 0 ? [quantity("referrals to date", month - 1, row)] : []))
        })
    }
    return (reports[0], reports[1])
  }

  /// The same table before and after late entries came.
  static func revised(_ chance: inout Seeded) -> (first: Report, second: Report) {
    let width = Int.random(in: 2...3, using: &chance)
    let counts = (0..<Int.random(in: 2...4, using: &chance)).map { _ in
      (0..<width).map { _ in number(&chance) }
    }
    let later = counts.map { $0.map { $0 + (chance.chance(4) ? number(&chance) : 0) } }
    let named = { (row: Int, column: Int) in
      Quantity("referrals", "2026-10", ["row=\(row)", "column=\(column)"])
    }
    return (report([grid(counts, named: named)]), report([grid(later, named: named)]))
  }
}
