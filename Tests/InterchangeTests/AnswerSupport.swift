import Testing
import YoungCarers

@testable import Interchange

/// Two small instruments: A of three items, B of two, each answer 0 to 2.
let forms: Instruments = {
  func form(_ code: String, _ count: Int) throws -> Instrument {
    try Instrument(
      code: code, title: code, source: "a test", rights: "nobody's", count: count, scale: 0...2,
      totals: [
        Instrument.Sum(
          name: "total", items: Array(1...count), mayMiss: 1, mayMissSource: "a test",
          higherIsBetter: false, ends: .init(lowest: "none", highest: "all"),
          bands: [
            .init(name: "low", range: 0...2, source: "a test"),
            .init(name: "high", range: 3...(2 * count), source: "a test"),
          ])
      ], alarms: [.init(item: 2, atLeast: 1, source: "a test")])
  }
  return Instruments((try? [form("A-1", 3), form("B-1", 2)]) ?? [])
}()

/// What came of a text: lines of results, and for each refused sheet its line, code and marked bytes.
struct SheetsOutcome {
  var lines: [String] = []
  var refused: [String] = []
  var unread: [Int] = []
  var passedBy = 0
}

func outcome(_ sheets: some FilledSheets, _ text: String) throws -> SheetsOutcome {
  var (sheets, sheet, found) = (sheets, FilledSheet(), SheetsOutcome())
  let bytes = Array(text.utf8)
  while try sheets.next(&sheet) {
    if let problem = sheet.problem {
      let value = problem.place?.value.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      found.refused.append("\(problem.place?.line ?? 0) \(problem.code) \(value)")
      found.unread += sheet.unread
      continue
    }
    let place = try #require(sheet.instrument)
    let instrument = forms.all[place]
    let scores = instrument.scores(sheet.answers)
    var out: [UInt8] = []
    ScoreLine(instrument).write(
      sheet.opening, scores, flags: instrument.flags(scores), into: &out)
    found.lines.append(String(decoding: out.dropLast(), as: UTF8.self))
  }
  found.passedBy = sheets.passedBy
  return found
}

/// The outcome of lines, given out a few bytes at a time.
func outcome(ofLines text: String, code: String? = nil, partial: Bool = false) throws
  -> SheetsOutcome
{
  let source = ByteSource(bytes: Array(text.utf8), chunk: 7)
  return try outcome(
    AnswerReader(
      file: "answers", instruments: forms, code: code, partial: partial, read: source.read), text)
}

func outcome(ofTable text: String, code: String? = nil) throws -> SheetsOutcome {
  try outcome(
    AnswerTable(
      ByteSource(bytes: Array(text.utf8)), file: "answers", instruments: forms, code: code), text)
}
