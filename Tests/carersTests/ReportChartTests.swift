import Foundation
import Reports
import Testing

@testable import carers

@Suite("A report's charts")
struct ReportChartTests {
  private func table(_ rows: [[Figure]], _ chart: Report.Chart) -> Report.Table {
    Report.Table(
      code: "t", caption: "How <it> went", columns: (1...(rows.first?.count ?? 1)).map { "n\($0)" },
      rows: rows.enumerated().map { Report.Row(["row \($0.offset)"], $0.element) }, chart: chart)
  }

  private func chart(_ rows: [[Figure]], _ chart: Report.Chart) throws -> String {
    try #require(ReportChart(table(rows, chart), id: "t1")).svg
  }

  /// Where the bars of an SVG begin and how wide they are, in parts of a hundred.
  private func bars(_ svg: String) -> [(left: Double, width: Double)] {
    svg.matches(of: /<rect x="([0-9.]+)%" y="[0-9.]+em" width="([0-9.]+)%"/).compactMap {
      match in Double(match.1).flatMap { left in Double(match.2).map { (left, $0) } }
    }
  }

  @Test("bars begin at nothing and are as long as their figures")
  func scaled() throws {
    let bars = try bars(chart([[.count(40)], [.count(10)], [.count(0)]], .bars(columns: [0])))
    #expect(bars.allSatisfy { $0.left == 0 })
    #expect(abs(bars[0].width / 4 - bars[1].width) < 0.01)
    #expect(bars[0].width > 80)
    #expect(bars[0].width < 97)
    #expect(bars[2].width == 0)
  }

  @Test("percentages are parts of a hundred, whatever the longest is")
  func shares() throws {
    let bars = try bars(chart([[.share(1, of: 4)], [.share(1, of: 2)]], .bars(columns: [0])))
    #expect(bars[1].width < 50)
    #expect(abs(bars[1].width / 2 - bars[0].width) < 0.01)
  }

  @Test("stacked parts follow one another, and none goes over the edge")
  func stacked() throws {
    let svg = try chart(
      [[.count(3), .count(5), .count(2)], [.count(20), .mark(.confidential), .count(20)]],
      .stacked(columns: [0, 1, 2]))
    let bars = bars(svg)
    #expect(bars.count == 6)
    #expect(abs(bars[1].left - bars[0].width) < 0.01)
    #expect(abs(bars[2].left - bars[0].width - bars[1].width) < 0.01)
    #expect(bars.allSatisfy { $0.left + $0.width <= 100.01 })
    #expect(abs(bars[0].width / 3 * 20 - bars[3].width) < 0.01)
  }

  @Test("what is not shown is an outlined gap that says so")
  func gaps() throws {
    let svg = try chart([[.count(9)], [.mark(.confidential)]], .bars(columns: [0]))
    #expect(svg.contains("stroke-dasharray"))
    #expect(svg.contains(">[c]</text>"))
    #expect(svg.contains("What is not shown has a broken outline."))
    let plain = try chart([[.count(9)], [.mark(.notApplicable)]], .bars(columns: [0]))
    #expect(!plain.contains("stroke-dasharray"))
    #expect(plain.contains(">[z]</text>"))
  }

  @Test("it has a name and a description, and says nothing as markup")
  func named() throws {
    let svg = try chart([[.count(9), .text("x")]], .bars(columns: [0, 1]))
    #expect(svg.contains("role=\"img\" aria-labelledby=\"t1-title t1-about\""))
    #expect(svg.contains("<title id=\"t1-title\">How &lt;it&gt; went</title>"))
    #expect(svg.contains("<desc id=\"t1-about\">Bars from nothing: n1, n2."))
  }

  @Test("a fill differs threefold from white and from its neighbour, and by its pattern from each")
  func contrast() {
    let fills = (0..<Fill.count).map(Fill.init)
    for (place, fill) in fills.enumerated() {
      #expect(contrast(fill.colour, "#ffffff") >= 3, "\(fill.colour)")
      #expect(contrast(fill.colour, fill.ink) >= 4.5, "\(fill.colour)")
      if place > 0 {
        #expect(contrast(fill.colour, fills[place - 1].colour) >= 3, "\(fill.colour)")
      }
    }
    let patterns = fills.map { fill in
      fill.pattern("t")?.split(separator: "/>").dropFirst().joined() ?? ""
    }
    #expect(Set(patterns).count == Fill.count)
  }

  /// WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ one: String, _ other: String) -> Double {
    let levels = [one, other].map { colour -> Double in
      let digits =
        colour.count == 4
        ? colour.dropFirst().map { "\($0)\($0)" }.joined() : String(colour.dropFirst())
      let value = UInt32(digits, radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> UInt32(shift) & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }.sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
  }

  @Test(
    "numbers are written as SVG reads them",
    arguments: [(0, "0"), (12.5, "12.5"), (1 / 3.0, "0.333"), (99.9999, "100"), (0.05, "0.05")])
  func number(_ value: Double, _ text: String) { #expect(ReportChart.number(value) == text) }
}
