import Reports
import TestSupport
import YoungCarers

/// Reports made at random, in which every figure that has a number has one of its own.
struct ReportSamples {
  var chance: Seeded
  private var number = 10_000

  init(_ seed: UInt64) { chance = Seeded(seed) }

  private mutating func word() -> String {
    let words = [
      "families", "of", "Rumworth", "Zoë", "assessment", "a|b", "=cmd()", "<script>", "\"said\"",
      "10-19", "Llanfairpwllgwyngyllgogerychwyrndrobwyll", "語語", "x\u{202E}y", "[c]", "& so on",
    ]
    return words.randomElement(using: &chance) ?? ""
  }

  mutating func words(_ most: Int) -> String {
    (0..<Int.random(in: 1...most, using: &chance)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func count() -> Int {
    number += Int.random(in: 1...9, using: &chance)
    return number
  }

  mutating func figure() -> Figure {
    switch Int.random(in: 0..<14, using: &chance) {
    case 0: .text(words(9))
    case 1: .number(count())
    case 2: .share(Int.random(in: 0...40, using: &chance), of: 40)
    case 3: .share(0, of: 0)
    case 4: .middle(Spread([count(), count(), count()]))
    case 5: .longest(Spread([count()]))
    case 10: .cost(count(), each: Count(count()))
    case 6: .mark(Mark.allCases.randomElement(using: &chance) ?? .low)
    case 7: .revised(.count(count()))
    case 8: .none
    case 9: .count(Count(count(), Quantity("referrals", "2026-10", ["agency=\(word())"])))
    default: .count(count())
    }
  }

  mutating func table(_ code: String) -> Report.Table {
    let labels = Int.random(in: 1...3, using: &chance)
    let columns = Int.random(in: 1...13, using: &chance)
    let rows = Int.random(in: 0...6, using: &chance)
    let charts: [Report.Chart?] = [
      nil, .bars(columns: [0]), .bars(columns: [0, columns - 1]),
      .stacked(columns: Array(0..<min(columns, 6))),
    ]
    return Report.Table(
      code: code, caption: words(12), labels: (0..<labels).map { _ in words(2) },
      columns: (0..<columns).map { _ in words(5) },
      rows: (0..<rows).map { row in
        Report.Row(
          (0..<labels).map { _ in words(6) }, (0..<columns).map { _ in figure() },
          isTotal: row > 0 && chance.chance(4))
      }, note: chance.chance(2) ? words(30) : nil,
      chart: charts.randomElement(using: &chance) ?? nil)
  }

  mutating func report() -> Report {
    Report(
      code: "month", title: words(14), preface: [words(40)],
      sections: (1...3).map { part in
        Report.Section(words(4), preface: [words(20)], [table("a\(part)"), table("b\(part)")])
      })
  }
}

extension Report {
  var figures: [Figure] { tables.flatMap(\.rows).flatMap(\.cells) }
}
