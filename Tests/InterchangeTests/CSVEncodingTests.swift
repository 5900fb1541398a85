import Testing
import YoungCarers

@testable import Interchange

private let header = Array("given,surname\n".utf8)

private func row(_ bytes: [UInt8]) -> [UInt8] { header + bytes + Array(",Khan\n".utf8) }

@Suite("CSV encodings") struct CSVEncodingTests {
  @Test(
    "Every encoding gives the same name",
    arguments: [TextEncoding.utf8, .windows1252, .utf16LE, .utf16BE, .latin1, .macRoman])
  func named(encoding: TextEncoding) throws {
    let bytes = encoding.bytes(of: "given,surname\nSiân,O’Neil é\n".replacing("’", with: "'"))
    let outcome = try read(bytes, SheetProfile(encoding: encoding))
    #expect(outcome[.given] == ["Siân"])
    #expect(outcome[.surname] == ["O'Neil é"])
  }

  @Test(
    "UTF-16 with its mark is read, and said aloud", arguments: [TextEncoding.utf16LE, .utf16BE])
  func marked(encoding: TextEncoding) throws {
    let outcome = try read(encoding.bytes(of: "\u{FEFF}given\tsurname\r\nZoë\tKhan\r\n"))
    #expect(outcome[.given] == ["Zoë"])
    #expect(outcome.has("encoding-read"))
    #expect(outcome.has("delimiter-read"))
  }

  @Test("Windows-1252 is proved by the whole file, and said aloud")
  func windows() throws {
    let outcome = try read(
      row([0x53, 0x69, 0xE2, 0x6E]) + Array("O".utf8) + [0x92, 0x4E, 44, 0x80, 10])
    #expect(outcome[.given] == ["Siân", "O’N"])
    #expect(outcome.has("encoding-read"))
  }

  @Test("A file of two encodings is refused at the first byte that does not fit")
  func mixed() {
    let problem = refusal(row([0xC3, 0xA9]) + [0xE9, 44, 65, 10] + [0xC3, 0xA9, 44, 65, 10])
    #expect(problem?.code == "encoding")
    #expect(problem?.place?.line == 3)
  }

  @Test(
    "What is unlikely to be Windows-1252 is refused",
    arguments: [
      [0x4A, 0x6F, 0x73, 0x8E],  // José in Mac OS Roman
      [0x5A, 0x6F, 0x91],  // Zoë in Mac OS Roman
      [0x4A, 0x6F, 0x73, 0x82],  // José in code page 850
      [0x42, 0x6A, 0x94, 0x72, 0x6B],  // Björk in code page 850
      [0x41, 0x81],  // a byte that Windows-1252 leaves out
      [0xB3, 0x75],  // łu in Windows-1250
    ] as [[UInt8]])
  func unlikely(name: [UInt8]) {
    let problem = refusal(row(name))
    #expect(problem?.code == "encoding")
    #expect(problem?.place?.line == 2)
  }

  @Test("A named encoding still fails on bytes it has no character for")
  func namedFails() {
    #expect(refusal(row([0x81]), SheetProfile(encoding: .windows1252))?.place?.line == 2)
    #expect(refusal(row([0x92]), SheetProfile(encoding: .latin1))?.code == "encoding")
    #expect(refusal(row([0xE9]), SheetProfile(encoding: .utf8))?.code == "encoding")
    #expect(refusal(header, SheetProfile(encoding: .utf16))?.code == "encoding")
    let marked = [0xEF, 0xBB, 0xBF] + header
    #expect(refusal(marked, SheetProfile(encoding: .windows1252))?.code == "encoding")
    let odd = TextEncoding.utf16LE.bytes(of: "\u{FEFF}given,surname\na,b\n") + [65]
    #expect(refusal(odd)?.place?.line == 3)
    let half = TextEncoding.utf16LE.bytes(of: "\u{FEFF}given,surname\n") + [0x00, 0xD8, 65, 0]
    #expect(refusal(half)?.place?.line == 2)
    #expect(refusal(TextEncoding.utf16LE.bytes(of: "given,surname\na,b\n"))?.code == "encoding")
  }

  @Test(
    "UTF-8 is checked as Unicode says",
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0x80],
    ] as [[UInt8]], [1, 3, 100])
  func utf8(bytes: [UInt8], chunk: Int) {
    var check = UTF8Check()
    let all = Array("abcdefghij".utf8) + bytes
    var offset = 0
    while offset < all.count {
      let piece = Array(all[offset...].prefix(chunk))
      piece.withUnsafeBufferPointer { check.read($0, at: offset) }
      offset += piece.count
    }
    check.finish()
    #expect(check.fault == 10)
  }

  @Test(
    "What is no CSV is refused by name",
    arguments: [
      ([0x1F, 0x8B, 8], "gzip"), (Array("PK\u{3}\u{4}".utf8), "Excel"),
      ([0xD0, 0xCF, 0x11, 0xE0], "Excel"), (Array("%PDF-1.4".utf8), "PDF"),
      (Array("\n <html>".utf8), "web page"), (Array("SQLite format 3\0".utf8), "SQLite"),
      (Array("{\"record\"".utf8), "JSON"), ([], "empty"),
    ] as [([UInt8], String)])
  func formats(bytes: [UInt8], name: String) {
    let problem = refusal(bytes)
    #expect(problem?.status == .data)
    #expect(problem?.says.text(value: "").contains(name) == true)
    #expect(problem?.cure != nil)
  }
}
