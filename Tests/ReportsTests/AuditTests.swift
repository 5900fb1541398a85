import TestSupport
import Testing

@testable import Reports

@Suite("What a table gives away")
struct AuditTests {
  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }
  }

  private func audit(_ text: String, previous: String = "") -> [String] {
    let before = AuditedTable.all(in: rows(previous))
    return Audit(AuditedTable.all(in: rows(text)), previous: before).findings.map { found in
      "\(found.kind.rawValue): \(found.row), \(found.column) \(found.value)"
    }
  }

  @Test(
    "A number is worked out from a total, whichever way it stands",
    arguments: [
      "School | A | B | Total \n Oak | * | 18 | 21 \n Elm | 12 | 7 | 19",
      "School | Total | A | B \n Oak | 21 | [c] | 18 \n Elm | 19 | 12 | 7",
      "School | A \n Oak | c \n Elm | 18 \n All schools | 21",
      "School | A \n England | 21 \n Oak | <5 \n Elm | 18",
      "A table of schools \n Autumn, 2026 \n School | A | B \n Oak | * | 5 \n Elm | 18 | 6 \n Sum | 21 | 11",
      "School | A | B \n Oak | * | 5 \n Elm | 9 | 7 \n Ash | 9 | 6 \n | 21 | 18",
      "Area | School | A \n North | Oak | * \n North | Elm | 18 \n Total | | 21",
      "Area | A \n Oak | * \n Elm | 18 \n Total | 21 \n Ash | 9 \n Yew | 9 \n Total | 18",
    ])
  func total(_ text: String) {
    #expect(audit(text).contains { $0.hasPrefix("can be worked out: ") && $0.hasSuffix(" 3") })
  }

  @Test(
    "What several marks stand for can be the only thing they can be",
    arguments: [
      ("School | A \n Oak | [c] \n Elm | [c] \n Ash | 10 \n Total | 12", 2),
      ("School | A \n Oak | <5 \n Elm | <5 \n Ash | 0 \n Total | 8", 2),
      ("School | A \n Oak | [c] \n Elm | [c] \n Ash | 10 \n Total | 15", 0),
      (
        """
        School | A | B | Total
        Oak | [c] | [c] | 20
        Elm | [c] | [c] | 30
        Ash | 9 | 6 | 15
        Total | 31 | 34 | 65
        """, 0
      ),
      (
        """
        School | A | B | C | Total
        Oak | [c] | [c] | 9 | 20
        Elm | [c] | [c] | 8 | 30
        Ash | [c] | 6 | [c] | 25
        Total | 31 | 24 | 20 | 75
        """, 2
      ),
    ])
  func together(_ text: String, _ count: Int) {
    let found = audit(text).filter { $0.hasPrefix("can be worked out") }
    #expect(found.count == count, "\(found)")
  }

  @Test("All sums together may leave one solution where no single one does")
  func elimination() {
    var system = LinearSystem(width: 3)
    for row in [[1, 1, 0, 10], [0, 1, 1, 12], [1, 0, 1, 8]] { system.add(row) }
    #expect(system.determined.sorted { $0.unknown < $1.unknown }.map(\.value) == [3, 7, 5])
    var open = LinearSystem(width: 3)
    for row in [[1, 1, 0, 10], [0, 1, 1, 12], [1, 2, 1, 22]] { open.add(row) }
    #expect(open.determined.isEmpty)
  }

  @Test(
    "A percentage tells what it is a part of",
    arguments: [
      "Age | Children | % \n 5 | [c] | 9 \n 10 | 30 | 91 \n All | 33 | 100",
      "Team | Asked | Answered | Answered % \n A | 40 | 30 | 75% \n B | 30 | * | 10%",
    ])
  func percentages(_ text: String) {
    #expect(audit(text).contains { $0.hasPrefix("can be worked out") && $0.hasSuffix(" 3") })
  }

  @Test("Small numbers that are shown are named; zeros, ages, days and targets are none")
  func small() {
    let found = audit(
      "School | Children | Median days | Target | Age \n Oak | 3 | 2 | 4 | 4 \n Elm | 0 | 1 | 4 | 3"
    )
    #expect(found == ["small number: Oak, Children 3"])
  }

  @Test("An earlier table beside it tells what it holds back, and small differences")
  func earlier() {
    let before = "School | To date \n Oak | 21 \n Elm | 14 \n Ash | [c]"
    let now = "School | To date \n Oak | 23 \n Elm | [c] \n Ash | 9"
    #expect(
      audit(now, previous: before) == [
        "small difference: Oak, To date 2", "can be worked out: Ash, To date 9",
        "can be worked out: Elm, To date 14",
      ])
    #expect(audit(now, previous: now).isEmpty)
  }

  @Test("A row for each figure is read as tables, and a quantity is one number wherever it stands")
  func tidy() {
    let head = "report | section | table | about | measure | kind | value | quantity"
    let found = audit(
      """
      \(head)
      month | All | ages | 5 to 9 | Children | count | [c] | children 2026-10 age=5
      month | All | ages | 10 to 14 | Children | count | 18 | children 2026-10 age=10
      month | All | ages | All | Children | count | 21 | children 2026-10
      month | All | days | Middle | Days | middle | 3 |
      month | Other | again | 5 to 9 | Children | count | [c] | children 2026-10 age=5
      """)
    #expect(
      found == [
        "can be worked out: 5 to 9, Children 3", "can be worked out: 5 to 9, Children 3",
      ])
  }

  @Test("What has no numbers is no table", arguments: ["", "hello", "a | b \n c | d"])
  func none(_ text: String) { #expect(AuditedTable.all(in: rows(text)).isEmpty) }

  @Test("Nothing is found in what we release ourselves")
  func ours() {
    for seed in 0..<200 {
      var chance = Seeded(UInt64(seed))
      let shown = Release(RandomReports.grid(&chance), for: .everybody).report.tables[0]
      let last = shown.columns.indices.last
      let head = ["Row"] + shown.columns.indices.map { $0 == last ? "Total" : "Column \($0)" }
      let body = shown.rows.map { row in
        [row.isTotal ? "Total" : "Row \(row.labels[0])"]
          + row.cells.map { cell in
            if case .count(let count) = cell { "\(count.value)" } else { "[c]" }
          }
      }
      let tables = AuditedTable.all(in: [head] + body)
      #expect(Audit(tables).findings.isEmpty, "\(shown)")
    }
  }
}
