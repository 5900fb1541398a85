import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

private struct Verdict: Decodable {
  let file: String
  let verdict: String
  let rows: Int?
}

@Suite("Sheet corpus") struct SheetCorpusTests {
  /// Refused there, taken whole here because it can be proved; said aloud.
  private static let proved = [
    "15-cp1252.csv": 16, "16-utf16le-bom.csv": 20, "25-preamble.csv": 20,
  ]
  /// A matter of who is who, not of reading: two children under one number; one row twice.
  private static let matching = [
    "43-same-upn-two-children.csv": 20, "45-exact-duplicate-row.csv": 21,
  ]

  @Test("Every file of the manifest gets its verdict")
  func manifest() throws {
    let verdicts = try JSONDecoder().decode(
      [Verdict].self, from: Data(try Checkout.schoolFile("manifest.json")))
    #expect(verdicts.count == 25)
    for verdict in verdicts {
      let bytes = try Checkout.schoolFile(verdict.file)
      let comment = Comment(rawValue: verdict.file)
      if verdict.verdict == "refuse", Self.proved[verdict.file] == nil {
        #expect(refusal(bytes)?.status == .data, comment)
        continue
      }
      let outcome = try read(bytes)
      let rows = Self.proved[verdict.file] ?? Self.matching[verdict.file] ?? verdict.rows
      #expect(outcome.rows.count == rows, comment)
      let isWhole = outcome.rejected.isEmpty && outcome.setAside.isEmpty
      let mustBeWhole = verdict.verdict != "partial" || Self.matching[verdict.file] != nil
      #expect(isWhole == mustBeWhole, comment)
      if Self.proved[verdict.file] != nil { #expect(!outcome.remarks.isEmpty, comment) }
    }
  }

  @Test("A fault is named with its line and column")
  func faults() throws {
    let faults = [
      ("20-extra-column-row7.csv", 8, nil, "row-shape"),
      ("29-nul-byte.csv", 2, "note", "control-character"),
      ("38-excel-serial-dob.csv", 2, "dob", "date"),
      ("48-control-and-bidi.csv", 2, "first_name", "control-character"),
    ]
    for (file, line, column, code) in faults {
      let problem = try #require(try read(try Checkout.schoolFile(file)).rejected.first)
      #expect(problem.place?.line == line)
      #expect(problem.place?.column == column)
      #expect(problem.code == code)
    }
    #expect(refusal(try Checkout.schoolFile("19-unterminated-quote.csv"))?.place?.line == 3)
  }

  @Test("Null and True are names, and NFD is kept as NFC")
  func names() throws {
    let text = try read(try Checkout.schoolFile("08-surname-null-true.csv"))
    #expect(text[.surname].contains("Null") && text[.given].contains("True"))
    let composed = try read(try Checkout.schoolFile("09-nfd-names.csv"))
    #expect(composed[.given].map { $0.map { Array($0.utf8) } }.contains(Array("Zoë".utf8)))
  }

  @Test(
    "Every naughty string is kept as NFC, or its row is rejected by a stated rule",
    .enabled(if: !Checkout.naughtyStrings.isEmpty))
  func naughty() throws {
    let all = Checkout.naughtyStrings
    var out: [UInt8] = []
    let writer = CSVWriter()
    writer.write(["surname", "reason", "upn"], to: &out)
    for text in all { writer.write(["Khan", text, "A"], to: &out) }
    let outcome = try read(out)
    let rejected = outcome.rejected
    #expect(outcome.rows.count + rejected.count == all.count)
    #expect(rejected.allSatisfy { $0.code == "control-character" })
    let kept = all.filter { Text.forbidden(in: $0) == nil }
    #expect(rejected.count == all.count - kept.count)
    for (row, text) in zip(outcome.rows, kept) {
      let given = Blanks.trimmed(Text.composed(text))
      let isError = given.hasPrefix("#") && row[.reason] == nil
      #expect(isError || (row[.reason] ?? "") == given)
    }
  }
}
