import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("Parts of a report's figures add up to the figures of all")
struct FiguresPartTests {
  private func part(_ ledger: Ledger, _ counting: Counting, settings: String = "s") throws
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    let part = try ledger.read {
      try FiguresPart($0, counting, settings: settings, asAt: nil)
    }
    try part.write { bytes += $0 }
    return bytes
  }

  @Test(
    "Whatever the partition of the cases, and the order: the same report, byte for byte",
    arguments: SeveralServicesTests.seeds)
  func partitions(_ seed: UInt64) throws {
    let made = try MadeParts(seed: seed)
    var random = Seeded(seed)
    let period = try ReportingPeriod(["2024-11", "2025-06"][Int(seed % 2)], .month)
    let counting = Counting(period)
    let count = Int.random(in: 2...9, using: &random)
    let loose = made.loose.filter { $0.kind != .agency && $0.kind != .listing }
    let parts = try (0..<count).map { place in
      // What names no case is in one of them, whichever; a part may have no case at all.
      try part(
        Ledger(
          made.entries { made.place(of: $0, among: count + 1) % count == place } + made.lists
            + (place == Int(seed) % count ? loose : [])), counting)
    }
    var orders = [parts, parts.reversed(), parts.shuffled(using: &random)]
    // Parts may be in one file, or in several.
    orders.append([parts.flatMap(\.self)])
    let whole = try Ledger(made.all).figures(period)
    let report = PeriodReport(whole, [Service(.plain)], on: period.last + 9).report
    for order in orders {
      var sum = FiguresParts(counting.spans, settings: "s")
      for (place, bytes) in order.enumerated() { try sum.read(bytes, file: "\(place)") }
      let figures = try #require(sum.sum?.figures)
      #expect(figures.tally == whole.tally && figures.past == whole.past)
      #expect(figures.schools == whole.schools && figures.shut == whole.shut)
      #expect(figures.agencies == whole.agencies && !whole.agencies.isEmpty)
      #expect(PeriodReport(figures, [Service(.plain)], on: period.last + 9).report == report)
      #expect(figures.wrong.isEmpty && !report.tables.isEmpty)
    }
  }

  @Test("A part that is damaged, cut, given twice or of something else is refused, with its line")
  func refused() throws {
    let made = try MadeParts(seed: 5)
    let counting = Counting(try ReportingPeriod("2024-11", .month))
    let ledger = try Ledger(made.all)
    let good = try part(ledger, counting)
    let lines = String(decoding: good, as: UTF8.self).split(separator: "\n").map(String.init)
    let other = try part(ledger, Counting(try ReportingPeriod("2024-12", .month)))
    let apart = try part(Ledger(made.entries { _ in true }), counting)
    // Some of its cases once more, among others.
    let some = try [2, 3].map { count in
      try part(
        Ledger(made.entries { made.place(of: $0, among: count) == 1 } + made.lists), counting)
    }
    func text(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
    var (wrong, later, unknown, less) = (lines, lines, lines, lines)
    wrong[3] = "{\"measure\":\"referrals\""
    later[0] = lines[0].replacing("\"version\":1", with: "\"version\":2")
    let place = try #require(lines.firstIndex { $0.contains("\"this\"") })
    unknown[place] = lines[place].replacing("\"this\"", with: "\"next\"")
    less.remove(at: 4)
    let counted = try #require(lines.firstIndex { $0.hasPrefix("{\"count\"") })
    let spread = try #require(lines.firstIndex { $0.contains("\"numbers\"") })
    let flow = try #require(lines.firstIndex { $0.contains("\"flow\"") })
    let absurd = [
      (0, "\"needsShut\":[", "\"needsShut\":[0,"),
      (counted, "{\"count\":", "{\"count\":9000000000"),
      (spread, "[[", "[[9000000000"), (spread, "],[", "9000000000],["),
      (flow, "\"parted\":", "\"parted\":-1"), (flow, "\"forgotten\":", "\"forgot\":"),
    ].map { at, old, new in
      var lines = lines
      lines[at] = lines[at].replacing(old, with: new, maxReplacements: 1)
      return (code: "part-damaged", line: at + 1, files: [text(lines)])
    }
    let cases: [(code: String, line: Int?, files: [[UInt8]])] = [
      ("part-damaged", 4, [text(wrong)]), ("part-version", 1, [text(later)]),
      ("part-damaged", place + 1, [text(unknown)]), ("part-cut", lines.count - 1, [text(less)]),
      ("part-cut", lines.count - 1, [text(lines.dropLast())]), ("part-period", 1, [other]),
      ("part-cut", lines.count, [good.dropLast()]), ("part-twice", nil, some),
      ("part-twice", 2, [good, good]),
      ("part-twice", lines.count + 2, [good + good]), ("part-ground", 1, [good, apart]),
      ("part-settings", 1, [try part(ledger, counting, settings: "t")]), ("part-cut", 1, [[]]),
      ("part-damaged", 1, [Array("{}\n".utf8)]),
    ]
    for (code, line, files) in cases + absurd {
      do {
        var sum = FiguresParts(counting.spans, settings: "s")
        for bytes in files { try sum.read(bytes, file: "f") }
        Issue.record("\(code) was taken")
      } catch let problem as Problem {
        #expect(problem.code == code && problem.place?.line != nil, "\(code)")
        if let line { #expect(problem.place?.line == line, "\(code)") }
      }
    }
    var sum = FiguresParts(counting.spans, settings: "s")
    try sum.read(good, file: "f")
    #expect(sum.sum?.figures.tally == (try ledger.figures(counting.spans.period).tally))
    #expect(
      FiguresParts.isPart(good) && !FiguresParts.isPart(Array("{\"record\":\"stream\"}".utf8)))
  }
}
