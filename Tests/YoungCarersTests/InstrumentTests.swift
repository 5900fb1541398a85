import Testing
import YoungCarers

/// Ten items of 0 to 2 in two totals, the second being better when higher; item 3 is an alarm.
func toy(
  count: Int = 10, totals: [Instrument.Sum]? = nil, subscales: [Instrument.Sum] = [],
  alarms: [Instrument.Alarm] = [.init(item: 3, atLeast: 1, source: "a test")], code: String = "TOY"
) throws -> Instrument {
  try Instrument(
    code: code, title: "A toy", source: "a test", rights: "nobody's", count: count, scale: 0...2,
    totals: totals ?? [harm, good], subscales: subscales, alarms: alarms)
}

private let harm = sum(
  "harm", 1...6,
  bands: [
    .init(name: "low", range: 0...3, source: "a test"),
    .init(name: "middle", range: 4...7, source: "a test"),
    .init(name: "high", range: 8...12, isConcern: true, source: "a test"),
  ])
private let good = sum(
  "good", 7...10, mayMiss: 1,
  bands: [
    .init(name: "little", range: 0...4, isConcern: true, source: "a test"),
    .init(name: "much", range: 5...8, source: "a test"),
  ])

private func sum(
  _ name: String, _ items: ClosedRange<Int>, mayMiss: Int = 2, bands: [Instrument.Band] = []
) -> Instrument.Sum {
  Instrument.Sum(
    name: name, items: Array(items), mayMiss: mayMiss, mayMissSource: "a test",
    higherIsBetter: name == "good", ends: .init(lowest: "none", highest: "all"), bands: bands)
}

/// What an answer sheet comes to: field.md's scoring design, "missing item is not zero", and P1.
struct ScoringTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Ten answers; a dash is missing.
    var answers: String
    /// Of `harm` and of `good`: a number, `4 to 8`, or nothing where it is not scoreable.
    var sums: [String?]
    var bands: [[String]]
    var flags: [String] = []
  }

  static let rows = [
    Row(
      testDescription: "whole: the sums, their bands, no flag", answers: "1101102222",
      sums: ["4", "8"], bands: [["middle"], ["much"]]),
    Row(
      testDescription: "an answer of nothing but the lowest is a sum of 0, not a missing one",
      answers: "0000002222", sums: ["0", "8"], bands: [["low"], ["much"]]),
    Row(
      testDescription: "a band is a concern, at its edge", answers: "2202202222",
      sums: ["8", "8"], bands: [["high"], ["much"]], flags: ["concern: TOY harm"]),
    Row(
      testDescription: "a missing item makes the sum a range, whose band may be sure",
      answers: "110--02222", sums: ["2 to 6", "8"], bands: [["low", "middle"], ["much"]]),
    Row(
      testDescription: "and is sure where every value of the range is in one band",
      answers: "2200-02222", sums: ["4 to 6", "8"], bands: [["middle"], ["much"]]),
    Row(
      testDescription: "a range that reaches a concern is a possible one", answers: "2202-02222",
      sums: ["6 to 8", "8"], bands: [["middle", "high"], ["much"]],
      flags: ["possible concern: TOY harm"]),
    Row(
      testDescription: "a range wholly in concerns is a concern", answers: "220000-111",
      sums: ["4", "3 to 5"], bands: [["middle"], ["little", "much"]],
      flags: ["possible concern: TOY good"]),
    Row(
      testDescription: "as many as may be missing are scored; the other total is not touched",
      answers: "--01102222", sums: ["2 to 6", "8"], bands: [["low", "middle"], ["much"]]),
    Row(
      testDescription: "one more and there is no sum", answers: "--0-102222",
      sums: [nil, "8"], bands: [[], ["much"]], flags: ["not scoreable: TOY harm"]),
    Row(
      testDescription: "P1: an alarm item is a flag whatever the total says", answers: "0010002222",
      sums: ["1", "8"], bands: [["low"], ["much"]], flags: ["safeguarding: TOY item 3"]),
    Row(
      testDescription: "P1: and where there is no total", answers: "--2-------",
      sums: [nil, nil], bands: [[], []],
      flags: ["safeguarding: TOY item 3", "not scoreable: TOY harm", "not scoreable: TOY good"]),
    Row(
      testDescription: "P1: no answer to an alarm item is said: it is no clearance",
      answers: "00-0002222", sums: ["0 to 2", "8"], bands: [["low"], ["much"]],
      flags: ["unanswered: TOY item 3"]),
    Row(
      testDescription: "nothing answered is nothing scored", answers: "----------",
      sums: [nil, nil], bands: [[], []],
      flags: ["unanswered: TOY item 3", "not scoreable: TOY harm", "not scoreable: TOY good"]),
  ]

  @Test("A missing item is not zero, and an alarm stands alone (P1)", arguments: rows)
  func scores(row: Row) throws {
    let instrument = try toy()
    let sheet = try filled(row.answers, instrument)
    let scores = instrument.scores(sheet)
    #expect(scores.sums.map(told) == row.sums)
    let bands = zip(instrument.sums, scores.sums).map { $0.bands[$1.bands].map(\.name) }
    #expect(bands == row.bands)
    #expect(instrument.flags(scores) == row.flags)
    let missing = row.answers.enumerated().filter { $0.element == "-" }.map { $0.offset + 1 }
    #expect(scores.missing == missing)
  }

  @Test("An alarm begins at its own answer", arguments: [(0, false), (1, false), (2, true)])
  func threshold(answer: Int, isRaised: Bool) throws {
    let alarm = Instrument.Alarm(item: 3, atLeast: 2, source: "a test")
    let instrument = try toy(alarms: [alarm])
    let scores = instrument.scores(try filled("00\(answer)0000000", instrument))
    #expect(scores.alarms == (isRaised ? [3] : []))
  }

  @Test("A subscale is a sum beside the totals, and needs all its items unless it says otherwise")
  func subscales() throws {
    let part = sum("part", 1...2, mayMiss: 0)
    let instrument = try toy(subscales: [part])
    #expect(instrument.sums.map(\.name) == ["harm", "good", "part"])
    #expect(instrument.scores(try filled("1200000000", instrument)).sums[2].value == 3)
    let scores = instrument.scores(try filled("1-00000000", instrument))
    #expect(scores.sums[2].standing == .notScoreable && scores.sums[2].bands.isEmpty)
  }

  private func filled(_ answers: String, _ instrument: Instrument) throws -> AnswerSheet {
    var sheet = AnswerSheet(items: instrument.count)
    for (place, answer) in answers.enumerated() {
      try sheet.put(answer.wholeNumberValue, for: place + 1, of: instrument)
    }
    return sheet
  }

  private func told(_ sum: Scores.Sum) -> String? {
    switch sum.standing {
    case .whole: sum.value.map(String.init)
    case .partial: "\(sum.range.lowerBound) to \(sum.range.upperBound)"
    case .notScoreable: nil
    }
  }
}

struct AnswerSheetTests {
  @Test(
    "An answer that is no item's, off the scale or given twice is refused and not put down",
    arguments: [
      (0, 1, "item-unknown"), (11, 1, "item-unknown"), (1, 3, "answer-scale"),
      (1, -1, "answer-scale"), (2, 1, "item-twice"), (4, 0, "item-twice"),
    ])
  func refused(item: Int, answer: Int, code: String) throws {
    let instrument = try toy()
    var sheet = AnswerSheet(items: 10)
    try sheet.put(2, for: 2, of: instrument)
    try sheet.put(nil, for: 4, of: instrument)
    let before = sheet
    #expect {
      try sheet.put(answer, for: item, of: instrument)
    } throws: {
      ($0 as? Problem)?.code == code && ($0 as? Problem)?.status == .data
    }
    #expect(sheet == before)
    #expect(sheet[2] == 2 && sheet[4] == nil && sheet[11] == nil && sheet[0] == nil)
  }

  @Test("A cleared sheet is as a new one")
  func cleared() throws {
    let instrument = try toy()
    var sheet = AnswerSheet(items: 4)
    #expect(sheet.isBlank)
    try sheet.put(1, for: 1, of: instrument)
    #expect(!sheet.isBlank)
    sheet.clear(items: 10)
    #expect(sheet == AnswerSheet(items: 10))
  }
}

struct InstrumentTests {
  @Test("The numbers of an instrument must fit each other")
  func proved() throws {
    func band(_ range: ClosedRange<Int>, _ name: String = "a") -> Instrument.Band {
      .init(name: name, range: range, source: "a test")
    }
    let wrong: [() throws -> Instrument] = [
      { try toy(code: "A.B") }, { try toy(code: "") }, { try toy(code: "A=B") },
      { try toy(count: 0) }, { try toy(count: 501) }, { try toy(totals: []) },
      { try toy(count: 9) },
      { try toy(totals: [harm, harm]) },
      { try toy(totals: [sum("", 1...2)]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 2)]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: -1)]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...3)])]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...5)])]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(1...4)])]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...1), band(3...4, "b")])]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...2), band(2...4, "b")])]) },
      { try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...2), band(3...4)])]) },
      { try toy(alarms: [.init(item: 11, atLeast: 1, source: "a test")]) },
      { try toy(alarms: [.init(item: 1, atLeast: 3, source: "a test")]) },
      { try toy(alarms: [.init(item: 1, atLeast: 1, source: "")]) },
      {
        try toy(alarms: [
          .init(item: 1, atLeast: 1, source: "a test"),
          .init(item: 1, atLeast: 2, source: "a test"),
        ])
      },
    ]
    for (place, make) in wrong.enumerated() {
      #expect("\(place)") {
        _ = try make()
      } throws: {
        ($0 as? Problem)?.status == .configuration
      }
    }
    #expect(throws: Never.self) {
      try toy(totals: [sum("a", 1...2, mayMiss: 1, bands: [band(0...2), band(3...4, "b")])])
    }
  }

  @Test("A service's own instrument takes the place of ours, and codes are exact")
  func known() throws {
    let other = try toy(totals: [harm])
    let known = Instruments([try toy(), try toy(code: "OTHER"), other])
    #expect(known.all.map(\.code) == ["TOY", "OTHER"])
    #expect(try known.named("TOY") === other)
    #expect(known.place(of: "toy") == nil)
    #expect(throws: Problem.self) { try known.named("TOYS") }
    #expect(known.unknown("TOYS").cure?.text(value: "") == "Did you mean TOY?")
  }
}
