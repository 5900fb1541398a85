import Foundation
import Interchange
import Reports
import Testing
import YoungCarers

@testable import carers

@Suite("A report in other forms")
struct ReportFormTests {
  private static let hasPython = isInstalled("python3")

  @Test(
    "a figure as it is read, and as data have it",
    arguments: [
      (Figure.count(12), "12", "count 12"), (.share(1, of: 3), "33%", "share 33"),
      (.share(1, of: 8), "13%", "share 13"), (.share(0, of: 0), "[z]", "- [z]"),
      (.middle(Spread([3, 6, 7, 9])), "6.5 (3 to 7)", "middle 6.5 3 7"),
      (.middle(Spread()), "[z]", "- [z]"), (.longest(Spread([3, 61])), "61", "longest 61"),
      (.cost(1000, each: Count(3)), "333", "cost 333"),
      (.cost(1000, each: Count(16)), "63", "cost 63"), (.cost(9, each: Count(0)), "[z]", "- [z]"),
      (.mark(.confidential), "[c]", "- [c]"), (.revised(.count(9)), "9 [r]", "count 9 r"),
      (.revised(.mark(.low)), "[low] [r]", "- [low] r"), (.text("late"), "late", "text late"),
    ])
  func figures(_ figure: Figure, _ read: String, _ data: String) throws {
    #expect(figure.text == read)
    let datum = try #require(Datum(figure))
    let words =
      [datum.kind?.rawValue ?? "-", datum.figure.stand?.text ?? datum.value ?? "?"]
      + [datum.low, datum.high].compactMap { $0.map(String.init) }
      + (datum.figure.isRevised ? ["r"] : [])
    #expect(words.joined(separator: " ") == data)
  }

  private func table(_ code: String, _ text: String) throws -> [[String: String]] {
    let script = """
      import csv, json, sys, io
      rows = list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline="")))
      print(json.dumps(rows))
      """
    let (status, said) = try runs("python3", ["-c", script], input: text)
    #expect(status == 0, "\(said)")
    return try JSONDecoder().decode([[String: String]].self, from: Data(said.utf8))
  }

  @Test("python reads every figure back from the CSV", .enabled(if: hasPython))
  func csv() throws {
    for seed in 0..<8 as Range<UInt64> {
      var samples = ReportSamples(seed)
      let report = samples.report()
      let rows = try table("month", ReportData(report: report).csv(excel: false))
      let expected = report.figures.filter { $0 != .none }
      #expect(rows.count == expected.count)
      for (row, figure) in zip(rows, expected) {
        #expect(row["mark"] == figure.marks.joined(separator: " "))
        let datum = try #require(Datum(figure))
        #expect(row["value"] == figure.stand?.text ?? datum.value)
        #expect(row["quantity"].flatMap(Quantity.init) == counted(figure))
      }
    }
  }

  private func counted(_ figure: Figure) -> Quantity? {
    if case .count(let count) = figure.bare { count.quantity } else { nil }
  }

  @Test("the parts of a table add up to its totals", .enabled(if: hasPython))
  func parts() throws {
    let report = Report(
      code: "month", title: "", preface: [],
      sections: [
        Report.Section(
          "s",
          [
            Report.Table(
              code: "t", caption: "", columns: ["Planned", "Unplanned", "All", "Days"],
              rows: [
                Report.Row(["a"], [.count(3), .count(5), .count(8), .longest(Spread([4]))]),
                Report.Row(["b"], [.count(1), .count(0), .count(1), .longest(Spread([9]))]),
                Report.Row(["all"], [.count(4), .count(5), .count(9), .none], isTotal: true),
                Report.Row(["children"], [.count(7), .count(6), .count(13), .none]),
              ], sums: [2: [0, 1]])
          ])
      ])
    let rows = try table("month", ReportData(report: report).csv(excel: false))
    let parts = rows.filter { $0["role"] == "part" }.compactMap { $0["value"].flatMap(Int.init) }
    #expect(parts.reduce(0, +) == 9)
    #expect(rows.filter { $0["kind"] == "longest" }.allSatisfy { $0["role"] == "" })
  }

  @Test("for a spreadsheet there is a mark, and no formula")
  func excel() throws {
    let report = Report(
      code: "month", title: "", preface: [],
      sections: [
        Report.Section(
          "=cmd()",
          [
            Report.Table(
              code: "t", caption: "", columns: ["-1"], rows: [Report.Row(["@a"], [.text("+b")])])
          ])
      ])
    let text = ReportData(report: report).csv(excel: true)
    #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.contains("carers_report,section,"))
    #expect(text.contains("month,'=cmd(),t,'@a,'-1,text,'+b,"))
  }

  @Test("the JSON has numbers as numbers, and marks in place of values")
  func json() throws {
    var samples = ReportSamples(7)
    for _ in 0..<20 {
      let report = samples.report()
      let text = ReportData(report: report).json
      let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
      #expect(document.title == report.title)
      let cells = document.sections.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells)
      #expect(cells.count == report.figures.count)
      for (cell, figure) in zip(cells, report.figures) {
        #expect(cell?.mark == figure.stand?.rawValue)
        #expect(cell?.revised == (figure.isRevised ? true : nil))
        if !figure.isText {
          #expect(cell?.value?.number == Datum(figure)?.value.flatMap(Double.init))
        }
      }
    }
  }

  private struct Document: Decodable {
    var title: String
    var sections: [Section]
    struct Section: Decodable { var tables: [Table] }
    struct Table: Decodable { var rows: [Row] }
    struct Row: Decodable {
      var labels: [String]
      var cells: [Cell?]
    }
    struct Cell: Decodable {
      var value: Value?
      var mark: String?
      var revised: Bool?
    }
    struct Value: Decodable {
      var number: Double?
      init(from decoder: any Decoder) throws {
        number = try? decoder.singleValueContainer().decode(Double.self)
      }
    }
  }

  @Test("in Markdown a mark is no link, and a bar ends no cell")
  func markdown() throws {
    var samples = ReportSamples(3)
    for _ in 0..<20 {
      let report = samples.report()
      let text = MarkdownReport(report: report).text
      let lines = text.split(separator: "\n")
      for (table, rules) in zip(report.tables, lines.filter { $0.hasPrefix("| --") }) {
        #expect(rules.filter { $0 == "|" }.count == table.headings.count + 1)
      }
      for line in lines where line.hasPrefix("|") {
        #expect(!line.contains(/[^\\]\[c/), "\(line)")
      }
    }
    #expect(Markdown.paragraph("1. x") == "1\\. x")
    #expect(Markdown.paragraph("- x") == "\\- x")
    #expect(Markdown.paragraph("4 families") == "4 families")
  }

  @Test("the page has a caption for each table, scoped headers, and nothing from elsewhere")
  func page() throws {
    var samples = ReportSamples(5)
    for _ in 0..<20 {
      let report = samples.report()
      let page = ReportPage(report: report).html
      #expect(page.matches(of: /<caption>/).count == report.tables.count)
      #expect(page.matches(of: /<h3 id=/).count == report.tables.count)
      #expect(page.matches(of: /<th[ >]/).count == page.matches(of: /<th scope="(col|row)"/).count)
      for forbidden in ["<script", "http:", "https:", "src=", "@import"] {
        #expect(!page.contains(forbidden), "\(forbidden)")
      }
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      let drawn = report.tables.filter { Drawing($0) != nil }.count
      #expect(page.matches(of: /<figure>/).count == drawn)
      #expect(ReportPage(report: report, hasCharts: false).html.matches(of: /<figure>/).isEmpty)
    }
  }
}
