import TestSupport
import Testing

@testable import Interchange

private func written(_ records: [[String?]], _ writer: CSVWriter = CSVWriter()) -> [UInt8] {
  var out: [UInt8] = []
  writer.begin(&out)
  for record in records { writer.write(record, to: &out) }
  return out
}

private func readBack(_ bytes: [UInt8]) throws -> [[String]] {
  let source = ByteSource(bytes: bytes)
  let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var reader = try CSVReader(
    source, file: "a.csv", encoding: ProvedEncoding(encoding: .utf8, mark: mark))
  var all: [[String]] = []
  while try reader.advance() {
    var record: [String] = []
    for field in 0..<reader.count { record.append(String(decoding: reader[field], as: UTF8.self)) }
    all.append(record)
  }
  return all
}

@Suite("CSV writer") struct CSVWriterTests {
  @Test("Values are quoted only where they must be")
  func quoting() {
    let text = String(decoding: written([["a", "b,c", "d\"e", nil, " f"], [""]]), as: UTF8.self)
    #expect(text == "a,\"b,c\",\"d\"\"e\",,\" f\"\r\n\"\"\r\n")
    let unix = written([["a", "b"]], CSVWriter(lineEnd: .lf))
    #expect(unix == Array("a,b\n".utf8))
  }

  @Test("What is written is read back, for any text", arguments: [false, true])
  func law(excel: Bool) throws {
    var random = Seeded(7)
    let alphabet = Array("ab,\"\r\n\t =+-@'é\u{FEFF}\u{1F600}＝;|#\u{0}".unicodeScalars)
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4, using: &random)
      let records = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          var text = String.UnicodeScalarView()
          for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
          }
          return String(text)
        }
      }
      let back = try readBack(written(records, CSVWriter(excel: excel)))
      let bare = excel ? back.map { $0.map(CSVWriter.unguarded) } : back
      #expect(bare.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test(
    "A spreadsheet never runs a value",
    arguments: ["=1+1", "+44 7700", "-1", "@SUM(1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1"])
  func guards(value: String) throws {
    let bytes = written([[value]], CSVWriter(excel: true))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try readBack(bytes) == [["'" + value]])
    #expect(CSVWriter.unguarded("'" + value) == value)
    #expect(try readBack(written([[value]])) == [[value]])
  }

  @Test("An apostrophe that guards nothing stays", arguments: ["'Tis", "O'Neil", "'", ""])
  func apostrophes(value: String) {
    #expect(CSVWriter.unguarded(value) == value)
  }
}
