import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

private func records(
  _ bytes: [UInt8], delimiter: UInt8 = 44, chunk: Int = .max, buffer: Int = 1 << 18,
  limit: Int = 1 << 20
) throws -> [[String]] {
  let source = ByteSource(bytes: bytes, chunk: chunk)
  let proved = try EncodingProof(source: source, file: "a.csv").prove(asked: nil)
  var reader = try CSVReader(
    source, file: "a.csv", encoding: proved, delimiter: delimiter, limit: limit, buffer: buffer)
  let decoder = UTF8Decoder(proved.encoding)
  var all: [[String]] = []
  while try reader.advance() {
    var record: [String] = []
    for field in 0..<reader.count { record.append(decoder.text(reader[field])) }
    all.append(record)
  }
  return all
}

/// Max Ogden's collection of awkward CSV files, each with what it says as JSON.
private let spectrumFolder = Checkout.shared("corpora/csv-spectrum")

@Suite("CSV reader") struct CSVReaderTests {
  @Test(
    "Records are read as RFC 4180 says",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
      ("a,\n", [["a", ""]]),
      ("a,", [["a", ""]]),
      ("\n\na\n", [[""], [""], ["a"]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a\r\nb\"\n", [["a\r\nb"]]),
      ("\"a\"\"b\",\"\"\"\"\n", [["a\"b", "\""]]),
      ("\"\",x\n", [["", "x"]]),
      ("5' 6\",x\"y\"\n", [["5' 6\"", "x\"y\""]]),
      ("\"a\"", [["a"]]),
      ("\"a\",\"b\"\r", [["a", "b"]]),
      ("a\r\r\nb", [["a"], [""], ["b"]]),
    ])
  func rfc4180(text: String, expected: [[String]]) throws {
    #expect(try records(Array(text.utf8)) == expected)
    for buffer in [64, 67, 70] {
      #expect(try records(Array(text.utf8), chunk: 1, buffer: buffer) == expected)
    }
  }

  @Test("Pieces of any size give the same records", arguments: [1, 2, 3, 7, 4096])
  func chunks(size: Int) throws {
    var text = ""
    for number in 0..<400 {
      text += "\(number),\"Zoë \"\"Zo\"\"\r\nline two\",\u{1F600}\(number)\r\n"
    }
    for encoding in [TextEncoding.utf8, .utf16LE, .utf16BE] {
      let bytes = encoding.bytes(of: "\u{FEFF}" + text)
      let whole = try records(bytes)
      #expect(whole.count == 400)
      #expect(whole[7] == ["7", "Zoë \"Zo\"\r\nline two", "\u{1F600}7"])
      #expect(try records(bytes, chunk: size, buffer: 64) == whole)
    }
  }

  @Test("A field ends at its delimiter and at no other byte, wherever in eight it stands")
  func stops() throws {
    for delimiter in [UInt8](arrayLiteral: 44, 59, 9, 124) {
      for byte in UInt8.min...UInt8.max where ![delimiter, 10, 13, 34].contains(byte) {
        for before in 0...9 {
          let first = [UInt8](repeating: 120, count: before) + [byte, 121]
          let bytes = first + [delimiter, byte, delimiter, 122, 10, byte]
          var reader = try CSVReader(
            ByteSource(bytes: bytes), file: "a.csv",
            encoding: ProvedEncoding(encoding: .windows1252, mark: 0), delimiter: delimiter)
          var fields: [[UInt8]] = []
          while try reader.advance() {
            for field in 0..<reader.count { fields.append(Array(reader[field])) }
          }
          #expect(fields == [first, [byte], [122], [byte]])
        }
      }
    }
  }

  @Test("A record says where it stands in the input", arguments: [TextEncoding.utf8, .utf16LE])
  func places(encoding: TextEncoding) throws {
    let text = "\u{FEFF}h,k\r\n\"Zoë\r\n\"\"Z\"\"\",\u{1F600}b\nlast,é"
    let bytes = encoding.bytes(of: text)
    let source = ByteSource(bytes: bytes)
    let proved = try EncodingProof(source: source, file: "a.csv").prove(asked: nil)
    var reader = try CSVReader(source, file: "a.csv", encoding: proved)
    var lines: [Int] = []
    var rows: [String] = []
    var seconds: [String] = []
    while try reader.advance() {
      lines.append(reader.line)
      rows.append(decode(try source.bytes(reader.record), encoding))
      seconds.append(decode(try source.bytes(reader.range(of: 1)), encoding))
    }
    #expect(lines == [1, 2, 4])
    #expect(rows == ["h,k\r\n", "\"Zoë\r\n\"\"Z\"\"\",\u{1F600}b\n", "last,é"])
    #expect(seconds == ["k", "\u{1F600}b", "é"])
  }

  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    String(data: Data(bytes), encoding: encoding == .utf8 ? .utf8 : .utf16LittleEndian) ?? "?"
  }

  @Test("Text after a closing quote spoils one row or, where quotes do not pair, the file")
  func malformed() throws {
    var reader = try CSVReader(
      ByteSource(bytes: Array("a,\"Tom\" Smith,c\nd,e,f\n".utf8)), file: "a.csv",
      encoding: ProvedEncoding(encoding: .utf8, mark: 0))
    var seen: [Bool] = []
    while try reader.advance() { seen.append(reader.isMalformed && reader.count == 3) }
    #expect(seen == [true, false])
    for (text, line) in [
      ("a\nb,\"x,\"y, z\"\n", 2), ("a\nb,\"c\nd,\"e\"\n", 2), ("a\nb\nc,\"d\ne\n", 3),
    ] {
      let problem = #expect(throws: Problem.self) { try records(Array(text.utf8)) }
      #expect(problem?.code == "quote-open")
      #expect(problem?.place?.line == line)
      #expect(problem?.status == .data)
    }
  }

  @Test("A quote that is never closed is refused at the limit, and the line named")
  func limit() throws {
    let text = "a,b\nc,\"d" + String(repeating: "x\n", count: 5000)
    let problem = #expect(throws: Problem.self) {
      try records(Array(text.utf8), buffer: 128, limit: 1000)
    }
    #expect(problem?.code == "record-too-long")
    #expect(problem?.place?.line == 2)
    let long = String(repeating: "y", count: 990)
    #expect(try records(Array(long.utf8), buffer: 64, limit: 1000) == [[long]])
  }

  @Test("csv-spectrum is read as its JSON says", .enabled(if: spectrumFolder != nil))
  func spectrum() throws {
    let whole = try #require(spectrumFolder)
    let folder = whole.appending(path: "csvs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count == 11)
    for name in names {
      let all = try records(Array(try Data(contentsOf: folder.appending(path: name))))
      let header = try #require(all.first)
      let objects = all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
      let json = try Data(contentsOf: whole.appending(path: "json/\(name.dropLast(4)).json"))
      #expect(try JSONDecoder().decode([[String: String]].self, from: json) == objects, "\(name)")
    }
  }
}
