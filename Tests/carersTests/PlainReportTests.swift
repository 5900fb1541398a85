import Reports
import TestSupport
import Testing
import YoungCarers

@testable import carers

@Suite("A report as text")
struct PlainReportTests {
  @Test("is no wider than the screen, and holds every figure and every word")
  func law() {
    for seed in 0..<40 as Range<UInt64> {
      var samples = ReportSamples(seed)
      let report = samples.report()
      for width in [40, 80, 132] {
        let text = PlainReport(report: report, width: width, hasBars: width > 100).text
        for line in text.split(separator: "\n") {
          #expect(Visible.width(String(line)) <= width, "\(seed): \(line)")
        }
        // Above 40 columns no figure is broken.
        guard width > 40 else { continue }
        for figure in report.figures where !figure.isText && figure != .none {
          #expect(text.contains(figure.text), "\(seed): \(figure.text) is missing")
        }
        let squeezed = text.filter { !$0.isWhitespace }
        for word in report.preface[0].split(separator: " ") {
          #expect(squeezed.contains(Visible.line(String(word))), "\(word)")
        }
      }
    }
  }

  private func grid(_ columns: [String], rows: Int, width: Int = 80) -> FigureGrid {
    FigureGrid(
      Report.Table(
        code: "t", caption: "", columns: columns,
        rows: (0..<rows).map { Report.Row(["row \($0)"], columns.indices.map { .count(10 + $0) }) }),
      width: width)
  }

  @Test("a wide table goes on below, with its labels once more")
  func folds() {
    let months = (1...14).map { "Column\($0)" }
    let (strips, isTurned) = grid(months, rows: 5).layout
    #expect(!isTurned)
    #expect(strips.map(\.count) == [8, 8])
    #expect(strips.allSatisfy { $0[0].column.cells[0] == "row 0" })
    #expect(strips.flatMap { $0.dropFirst().map(\.column.heading) } == months)
  }

  @Test("one row of many figures is turned")
  func turns() {
    let text = grid((1...14).map { "Column\($0)" }, rows: 1).lines().joined(separator: "\n")
    #expect(text.hasPrefix("          row 0\n--------  -----\nColumn1      10\n"))
    #expect(text.hasSuffix("\nColumn14     23"))
  }

  @Test("a total stands below a line, and several totals end their groups")
  func totals() {
    func lines(_ totals: Set<Int>) -> [String] {
      FigureGrid(
        Report.Table(
          code: "t", caption: "", columns: ["Families"],
          rows: (0..<4).map {
            Report.Row(["row \($0)"], [.count($0)], isTotal: totals.contains($0))
          }), width: 80
      ).lines()
    }
    #expect(
      lines([2])[2...] == [
        "row 0         0", "row 1         1", "       --------", "row 2         2",
        "row 3         3",
      ])
    #expect(
      lines([1, 3])[2...] == [
        "row 0         0", "row 1         1", "", "row 2         2", "row 3         3",
      ])
  }

  @Test("a small bar stands beside each row where there is room")
  func bars() throws {
    let table = Report.Table(
      code: "t", caption: "", columns: ["All", "Planned", "Unplanned"],
      rows: [
        Report.Row(["plan carried out"], [.count(8), .count(6), .count(2)]),
        Report.Row(["lost contact"], [.mark(.confidential), .count(0), .mark(.confidential)]),
        Report.Row(["all"], [.count(9), .count(6), .count(3)], isTotal: true),
        Report.Row(["children"], [.count(90), .count(60), .count(30)]),
      ], chart: .stacked(columns: [1, 2]))
    let bars = try #require(FigureBars(table)?.drawn(in: 19))
    #expect(bars.bars == [0: "████████████░░░░", 1: "[c]"])
    #expect(bars.legend == ["", "█ Planned, ░ Unplanned"])
    #expect(FigureBars(table)?.drawn(in: 14) == nil)
  }
}
