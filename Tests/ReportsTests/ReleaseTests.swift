import TestSupport
import Testing
import YoungCarers

@testable import Reports

@Suite("A report as it may be shown")
struct ReleaseTests {
  private func shown(
    _ figures: [Figure], for audience: Audience = .everybody,
    _ rules: DisclosureRules = DisclosureRules()
  ) -> [Figure] {
    let rows = [Report.Row(["All"], figures)]
    let table = Report.Table(
      code: "figures", caption: "", columns: figures.map { _ in "" }, rows: rows)
    return Release(RandomReports.report([table]), for: audience, rules).report.cells
  }

  private static let hidden = Figure.mark(.confidential)

  @Test(
    "A count is shown where it is none or not small",
    arguments: [
      (0, Figure.count(0)), (1, hidden), (4, hidden), (5, .count(5)), (12, .count(12)),
    ])
  func count(_ number: Int, _ figure: Figure) { #expect(shown([.count(number)]) == [figure]) }

  @Test("Rounded counts are never none", arguments: [(5, 5), (6, 5), (8, 10), (12, 10), (13, 15)])
  func rounded(_ number: Int, _ nearest: Int) {
    #expect(
      shown([.count(number)], DisclosureRules(rounding: 5)) == [.count(nearest)])
  }

  @Test(
    "A percentage is shown where both its numbers and what is left are safe",
    arguments: [
      (10, 20, Figure.share(10, of: 20)), (0, 20, .share(0, of: 20)), (20, 20, .share(20, of: 20)),
      (4, 40, hidden), (38, 40, hidden), (3, 4, hidden), (0, 0, .share(0, of: 0)),
      (5, 12, .mark(.unreliable)), (5, 2_000, .mark(.low)), (10, 2_000, .share(10, of: 2_000)),
    ])
  func share(_ part: Int, _ whole: Int, _ figure: Figure) {
    #expect(shown([.share(part, of: whole)]) == [figure])
  }

  @Test("A percentage does not give away a count that is held back, nor what is left of one")
  func shareBesideCounts() {
    let (all, some) = (Quantity("done", "2026-10"), Quantity("late", "2026-10"))
    let whole = Count(40, all)
    for (part, kept) in [(Count(38, some), false), (Count(30, some), true)] {
      let cells = shown([.count(whole), .count(part), .share(part, of: whole)])
      #expect(cells.contains(Self.hidden) != kept)
      #expect(cells[2] == (kept ? .share(part, of: whole) : Self.hidden))
      #expect((cells[0], cells[1]) != (.count(whole), .count(part)) || kept)
    }
  }

  @Test("A middle rests on five; the longest is one child's, and the public reads weeks")
  func spreads() {
    let (few, enough) = (Spread([3, 4, 5, 61]), Spread([3, 4, 5, 6, 61]))
    #expect(shown([.middle(few), .longest(few)]) == [Self.hidden, Self.hidden])
    #expect(shown([.middle(enough), .middle(Spread())]) == [.middle(enough), .middle(Spread())])
    #expect(shown([.longest(enough)]) == [.longest(Spread([63]))])
    #expect(shown([.longest(enough)], for: .board) == [.longest(enough)])
  }

  @Test("What each costs is told where their number is")
  func costs() {
    let (few, enough) = (Quantity("families", "2026-10"), Quantity("conferences", "2026-10"))
    let figures: [Figure] = [
      .count(Count(4, few)), .cost(1000, each: Count(4, few)), .count(Count(16, enough)),
      .cost(1000, each: Count(16, enough)), .cost(1000, each: Count(3)),
      .cost(1000, each: Count(0, Quantity("none", "2026-10"))),
    ]
    #expect(
      shown(figures) == [Self.hidden, Self.hidden] + figures[2...3] + [Self.hidden, figures[5]])
  }

  @Test("What a relation leaves over is as much a secret as what is shown")
  func rest() {
    let (all, some) = (Quantity("children", "2026-10"), Quantity("assessed", "2026-10"))
    for (assessed, isShown) in [(38, false), (40, true), (30, true)] {
      let rows = [
        Report.Row(["All"], [.count(Count(40, all))]),
        Report.Row(["Assessed"], [.count(Count(assessed, some))]),
      ]
      let table = Report.Table(code: "rest", caption: "", columns: [""], rows: rows)
      let report = RandomReports.report([table], [Relation(all, [some], hasRest: true)])
      #expect(Release(report, for: .everybody).report.marks.isEmpty == isShown)
    }
  }

  @Test("A relation with what no table shows ties nothing")
  func unshown() {
    let all = Quantity("children", "2026-10")
    let table = Report.Table(
      code: "one", caption: "", columns: [""], rows: [Report.Row([""], [.count(Count(3, all))])])
    let relation = Relation(all, [Quantity("told", "2026-10")], hasRest: true)
    let release = Release(RandomReports.report([table], [relation]), for: .everybody)
    #expect(release.remarks.isEmpty && release.report.cells == [Self.hidden])
  }

  private func published(_ text: String...) -> Published {
    var told = Published()
    told.add(text.compactMap { PublishedFigure($0) })
    return told
  }

  private func oneCount(_ number: Int) -> Report {
    let count = Count(number, Quantity("referrals", "2026-10"))
    return RandomReports.report([
      Report.Table(
        code: "one", caption: "", columns: [""], rows: [Report.Row([""], [.count(count)])])
    ])
  }

  @Test(
    "A figure that was published stays, or is revised by no small number",
    arguments: [
      ("14", 14, "14", "14"), ("14", 16, "14", "14"), ("14", 20, "14", "20 [r]"),
      ("14", 2, "14", "[c] [r]"), ("[c]", 20, "[c]", "[c]"), ("[c]", 0, "[c]", "[c]"),
    ])
  func changed(_ before: String, _ now: Int, _ unrevised: String, _ revised: String) {
    let told = published("referrals 2026-10 = \(before)")
    for (revise, expected) in [(false, unrevised), (true, revised)] {
      let release = Release(oneCount(now), for: .everybody, told: told, revise: revise)
      #expect(release.report.cells[0].said == expected)
      let isRemarked = before != "[c]" && "\(now)" != before && !(revise && expected != before)
      #expect(release.remarks.map(\.matter) == (isRemarked ? [revise ? .tooNear : .stays] : []))
    }
  }

  @Test("A difference that earlier figures give away is told of, and all beside it is held back")
  func exposed() {
    let table = Report.Table(
      code: "two", caption: "", columns: [""],
      rows: [(30, "to date"), (2, "referrals")].map { number, measure in
        Report.Row([measure], [.count(Count(number, Quantity(measure, "2026-11")))])
      })
    let report = RandomReports.report(
      [table],
      [
        Relation(
          Quantity("to date", "2026-11"),
          [Quantity("to date", "2026-10"), Quantity("referrals", "2026-11")])
      ])
    let told = published("to%20date 2026-10 = 28", "to%20date 2026-11 = 30")
    let release = Release(report, for: .everybody, told: told)
    #expect(release.remarks.map(\.matter) == [.exposed])
    #expect(release.remarks.map(\.period) == ["2026-11"])
    // Without the second figure there is nothing to tell of.
    let before = Release(report, for: .everybody, told: published("to%20date 2026-10 = 28"))
    #expect(before.remarks.isEmpty)
    #expect(before.report.cells == [Self.hidden, Self.hidden])
  }

  @Test("The figures of an earlier report are read from its CSV and from its JSON")
  func earlier() {
    let told = [PublishedFigure("a 2026-10 = 14"), PublishedFigure("b 2026-10 = [c]")]
    let rows = [
      ["table", "value", "quantity"], ["x", "14 [r]", "a 2026-10"], ["x", "[c]", "b 2026-10"],
      ["x", "37", ""], ["x"],
    ]
    #expect(EarlierReport.figures(rows: rows) == told.compactMap(\.self))
    #expect(EarlierReport.figures(rows: [["table", "value"]]) == nil)
    let json = """
      {"rows": [{"cells": [{"kind": "count", "value": 14, "quantity": "a 2026-10", "flag": true},
        {"mark": "c", "quantity": "b 2026-10"}, null, {"value": "x"}]}]}
      """
    #expect(EarlierReport.figures(json: Array(json.utf8)) == told.compactMap(\.self))
    #expect(EarlierReport.figures(json: Array("[1]".utf8)) == nil)
    #expect(EarlierReport.figures(json: Array("{".utf8)) == nil)
  }

  @Test("Every line of the register is read back, and true counts for named recipients tell nobody")
  func register() {
    var chance = Seeded(112)
    let truth = RandomReports.months(&chance).first
    let release = Release(truth, for: .everybody)
    let entry = Publication(release, for: .everybody, to: [])
    #expect(entry.figures.count == truth.counts.count && !entry.sums.isEmpty)
    var told = Published()
    told.add(release.figures, release.sums)
    #expect(Published([entry]) == told)
    let secret = Release(truth, for: .contract, to: ["the council"])
    #expect(Published([Publication(secret, for: .contract, to: [])]) == Published())
  }

  @Test(
    "A figure and a sum of the register are read as they were written",
    arguments: ["referrals 2026-10 = 14", "a%20b - x=1; y = 2 = [c]", "open 2026-10 = 0"])
  func lines(_ text: String) { #expect(PublishedFigure(text)?.text == text) }

  @Test(
    "What is no figure is refused", arguments: ["", "14", "a b", "a b = ", "a b = x", "a b = -1"])
  func noFigure(_ text: String) { #expect(PublishedFigure(text) == nil) }

  @Test("A sum is read as it was written", arguments: ["+ 1 - 2 = 0", "- 12 + 2 * 3 = -7"])
  func sums(_ text: String) { #expect(PublishedSum(text)?.text == text) }

  @Test(
    "What is no sum is refused",
    arguments: ["1", "+", "+ 0 = 1", "+ 2 * = 1", "+ x = 1", "+ 1", "+ 1 ="])
  func noSum(_ text: String) { #expect(PublishedSum(text) == nil) }
}

extension Figure {
  fileprivate var said: String {
    switch self {
    case .count(let count): "\(count.value)"
    case .mark(let mark): mark.text
    case .revised(let figure): "\(figure.said) \(Mark.revised)"
    default: "\(self)"
    }
  }
}
