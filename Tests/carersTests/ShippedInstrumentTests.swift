import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import carers

/// The data files against what is published of the two instruments.
struct ShippedInstrumentTests {
  private func scores(_ code: String, _ answers: [Int: Int]) throws -> (Instrument, Scores) {
    let instrument = try Instruments(ShippedInstruments.all()).named(code)
    var sheet = AnswerSheet(items: instrument.count)
    for item in 1...instrument.count {
      try sheet.put(answers[item] ?? 0, for: item, of: instrument)
    }
    return (instrument, instrument.scores(sheet))
  }

  /// So much in all, over as few items as it takes.
  private func spread(_ total: Int, over items: [Int]) -> [Int: Int] {
    var rest = total
    return items.reduce(into: [:]) { answers, item in
      answers[item] = min(2, rest)
      rest -= min(2, rest)
    }
  }

  @Test(
    "MACA-YC18: 0 to 36, bands at 0, 1, 10, 14 and 18",
    arguments: [
      (0, "none"), (1, "low"), (9, "low"), (10, "moderate"), (13, "moderate"), (14, "high"),
      (17, "high"), (18, "very high"), (36, "very high"),
    ])
  func maca(total: Int, band: String) throws {
    let (instrument, scores) = try scores("MACA-YC18", spread(total, over: Array(1...18)))
    #expect(scores.sums.map(\.value) == [total])
    #expect(instrument.sums[0].bands[scores.sums[0].bands].map(\.name) == [band])
    #expect(instrument.flags(scores).isEmpty && !instrument.sums[0].higherIsBetter)
    #expect(instrument.scale == 0...2 && instrument.count == 18)
  }

  @Test(
    "PANOC-YC20: a positive total to 12 and a negative one from 9 are potential concerns",
    arguments: [
      (20, 0, []), (13, 8, []), (12, 8, ["positive"]), (0, 0, ["positive"]),
      (13, 9, ["negative"]), (20, 20, ["negative"]), (12, 9, ["positive", "negative"]),
    ])
  func panoc(positive: Int, negative: Int, concerns: [String]) throws {
    let items = (
      positive: [1, 2, 3, 4, 7, 8, 15, 18, 19, 20], negative: [5, 6, 10, 12, 13, 14, 17, 9, 11, 16]
    )
    let answers = spread(positive, over: items.positive)
      .merging(spread(negative, over: items.negative)) { a, _ in a }
    let (instrument, scores) = try scores("PANOC-YC20", answers)
    #expect(scores.sums.map(\.value) == [positive, negative])
    let flags = instrument.flags(scores).filter { !$0.hasPrefix("safeguarding") }
    #expect(flags == concerns.map { "concern: PANOC-YC20 \($0)" })
    #expect(instrument.sums.map(\.higherIsBetter) == [true, false])
    #expect(instrument.sums.flatMap(\.items).sorted() == Array(1...20))
  }

  @Test("P1: PANOC-YC20 items 9, 11 and 16 are flags from 1 on, and no other item is")
  func alarms() throws {
    for item in 1...20 {
      for answer in 0...2 {
        let (instrument, scores) = try scores("PANOC-YC20", [item: answer])
        let isAlarm = [9, 11, 16].contains(item) && answer > 0
        let flags = instrument.flags(scores).filter { $0.hasPrefix("safeguarding") }
        #expect(flags == (isAlarm ? ["safeguarding: PANOC-YC20 item \(item)"] : []))
      }
    }
  }

  @Test("What is embedded is what stands in the files, and each threshold has its source")
  func embedded() throws {
    let folder = Checkout.root.appending(path: "Sources/carers/Instruments")
    for file in ShippedInstruments.files {
      let bytes = try Data(contentsOf: folder.appending(path: file.name))
      #expect(Array(bytes) == file.bytes)
    }
    for instrument in try ShippedInstruments.all() {
      #expect(instrument.rights.contains("all rights reserved"))
      for sum in instrument.sums {
        #expect(sum.mayMissSource.hasPrefix("unverified"))
        #expect(sum.bands.allSatisfy { !$0.source.isEmpty })
      }
    }
    let maca = try ShippedInstruments.all()[0]
    let low = maca.sums[0].bands.prefix(2)
    #expect(low.allSatisfy { $0.source.hasPrefix("unverified") })
  }

  @Test(
    "A file that is wrong is named, and what is wrong in it",
    arguments: [
      ("code = ", 1, "this is not TOML"),
      ("code = \"A\"", nil, "is missing"),
      (ShippedInstrumentTests.good + "colour = 1\n", nil, "an instrument has no \"colour\""),
      (
        ShippedInstrumentTests.good.replacing("items = 2", with: "items = \"two\""), nil,
        "items is missing, or of the wrong kind"
      ),
      (
        ShippedInstrumentTests.good.replacing("highest = 2", with: "highest = 0"), nil,
        "lowest must be below highest"
      ),
      (
        ShippedInstrumentTests.good.replacing("\"all\"]", with: "]"), nil,
        "ends of total needs two texts"
      ),
      (
        ShippedInstrumentTests.good.replacing("highest = 4", with: "highest = 3"), nil,
        "end at 3, and its sums at 4"
      ),
      (
        ShippedInstrumentTests.good.replacing("highest = 4", with: "highest = -1"), nil,
        "band only of total has its lowest above its highest"
      ),
      (
        ShippedInstrumentTests.good.replacing("source = \"a band\"\n", with: ""), nil,
        "totals 1, bands 1, source is missing"
      ),
    ] as [(String, Int?, String)])
  func wrong(text: String, line: Int?, says: String) {
    #expect {
      _ = try InstrumentFile.instrument(text, "own.toml")
    } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.status == .configuration && problem.place?.file == "own.toml"
        && problem.place?.line == line && problem.says.text(value: "").contains(says)
    }
  }

  @Test("The manual's example is an instrument")
  func manual() throws {
    let page = try #require(ManPage.named("carers-instruments.5"))
    let lines = page.section(".Sh EXAMPLES").filter { !$0.hasPrefix(".") }
    let instrument = try InstrumentFile.instrument(lines.joined(separator: "\n"), page.name)
    #expect(instrument.code == "STRAIN-4" && instrument.sums[0].bands[1].isConcern)
    #expect(instrument.alarms.map(\.atLeast) == [5])
  }

  @Test("A file that is right is read")
  func right() throws {
    let instrument = try InstrumentFile.instrument(Self.good, "own.toml")
    #expect(instrument.code == "A" && instrument.sums[0].mayMiss == 0)
    #expect(instrument.sums[0].bands[0].range == 0...4)
  }

  private static let good = """
    code = "A"
    title = "A"
    source = "a test"
    rights = "nobody's"
    items = 2
    lowest = 0
    highest = 2
    [[totals]]
    name = "total"
    items = [1, 2]
    higherIsBetter = false
    ends = ["none", "all"]
    [[totals.bands]]
    name = "only"
    lowest = 0
    highest = 4
    source = "a band"

    """
}
