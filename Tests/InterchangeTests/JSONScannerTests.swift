import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

/// Nicolas Seriot's files: y_ must be accepted, n_ refused, i_ may be either.
private let parsing = Checkout.shared("corpora/jsontestsuite/test_parsing")

struct JSONScannerTests {
  /// Reads one value to the last byte; the problem where it is none.
  static func problem(_ bytes: [UInt8]) -> Problem? {
    bytes.withUnsafeBufferPointer { bytes in
      do {
        var scanner = JSONScanner(bytes: bytes)
        scanner.skipSpace()
        _ = try scanner.value()
        try scanner.end()
        return nil
      } catch {
        return error as? Problem
      }
    }
  }

  @Test(
    "JSONTestSuite: what must be accepted is, what must be refused is, nothing crashes",
    .enabled(if: parsing != nil))
  func suite() throws {
    let folder = try #require(parsing)
    var counts = [Character: Int]()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let problem = Self.problem(Array(try Data(contentsOf: folder.appending(path: name))))
      counts[name.first ?? "?", default: 0] += 1
      if name.contains("duplicated_key") {
        // Good JSON, refused by our own rule: readers disagree about which value counts.
        #expect(problem?.code == "json-twice", "\(name)")
      } else if name.hasPrefix("y_") {
        #expect(problem == nil, "\(name)")
      } else if name.hasPrefix("n_") {
        #expect(problem?.place?.line != nil && problem?.place?.value != nil, "\(name)")
      }
    }
    #expect(counts == ["y": 95, "n": 188, "i": 35])
  }

  @Test(
    "A fault stands at its line and bytes",
    arguments: [
      ("", 1, 0..<0), ("[1,]", 1, 3..<4), ("{\"a\":1,\n\"b\" 2}", 2, 12..<13), ("[01]", 1, 2..<3),
      ("\"ab", 1, 0..<3), ("\"\\ud800x\"", 1, 1..<7), ("\"\\q\"", 1, 1..<3), ("[nul]", 1, 1..<2),
      ("{\"a\":1,\n \"a\":2}", 2, 9..<12), ("{\"a\":1,\"\\u0061\":2}", 1, 7..<15),
      ("[{\"b\":{\"d\":1,\"c\":2,\"d\":3}}]", 1, 19..<22), ("{} {}", 1, 3..<4), ("-", 1, 1..<1),
      ("\u{FEFF}{}", 1, 0..<1), ("\"\t\"", 1, 1..<2), ("1e", 1, 2..<2),
    ])
  func fault(text: String, line: Int, value: Range<Int>) {
    let problem = Self.problem(Array(text.utf8))
    #expect(problem?.place?.line == line)
    #expect(problem?.place?.value == value)
    #expect(problem?.status == .data)
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xFF],
      [0xE2, 0x82, 0x20],
    ] as [[UInt8]])
  func encoding(bytes: [UInt8]) {
    #expect(Self.problem([0x22] + bytes + [0x22])?.code == "json-utf8")
    #expect(Self.problem([0x22] + bytes) != nil)
  }

  @Test("512 brackets may stand inside each other, and no more")
  func depth() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(Self.problem(nested(512)) == nil)
    #expect(Self.problem(nested(513))?.code == "json-deep")
    #expect(Self.problem([UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)) != nil)
  }

  @Test("Every prefix of a good text is refused, and none crashes")
  func prefixes() {
    let whole = Array(#"{"a":[1.5e-3,true,null,"é😀\ud83d\ude00\n"],"b":{"c":false}}"#.utf8)
    #expect(Self.problem(whole) == nil)
    for count in whole.indices { #expect(Self.problem(Array(whole[..<count])) != nil) }
  }

  @Test(
    "A text says what its escapes mean",
    arguments: [
      (#""\u00e9\/\"\\\b\f\n\r\t""#, "é/\"\\\u{8}\u{C}\n\r\t"), (#""\ud83d\ude00""#, "😀"),
      (#""a\uFFFFb""#, "a\u{FFFF}b"), (#""""#, ""), (#""\u0000""#, "\0"),
    ])
  func escapes(json: String, text: String) throws {
    try Array(json.utf8).withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes: bytes)
      let token = try scanner.value()
      #expect(bytes.text(token) == text)
    }
  }
}
