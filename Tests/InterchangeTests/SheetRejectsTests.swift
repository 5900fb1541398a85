import TestSupport
import Testing
import YoungCarers

@testable import Interchange

@Suite("Sheet rejects") struct SheetRejectsTests {
  private static let sheet = """
    School export;;;\r
    Name of school;surname;dob;note\r
    Oakfield;Khân;13/05/2011;"all ""well""; really"\r
    Oakfield;Ali;31/02/2014;"two\r
    lines"\r
    Oakfield;;14/05/2011;\r
    ;;;x\r
    Oakfield;"Tom" Smith;14/05/2011;\r
    Oakfield;Ann;14/05/2011\r
    Oakfield;Ann;14/05/2011;n;5;6\r
    Oakfield;Zed\u{1};14/05/2011;no end
    """

  @Test(
    "Rejects fed back uncorrected are rejected again for the same reasons, byte for byte",
    arguments: [TextEncoding.utf8, .utf16LE, .utf16BE, .windows1252, .latin1, .macRoman])
  func law(encoding: TextEncoding) throws {
    let mark = encoding.isUTF16 ? "\u{FEFF}" : ""
    let profile = SheetProfile(encoding: encoding)
    let first = try read(encoding.bytes(of: mark + Self.sheet), profile)
    #expect(first.rows.count == 1)
    #expect(first.rejected.map { $0.place?.line } == [4, 6, 7, 8, 9, 10, 11])
    let second = try read(first.rejects, profile)
    #expect(second.rows.isEmpty)
    #expect(second.setAside.isEmpty)
    #expect(second.rejected.map(\.code) == first.rejected.map(\.code))
    #expect(second.rejected.map(\.says) == first.rejected.map(\.says))
    #expect(second.rejected.map(\.cure) == first.rejected.map(\.cure))
    #expect(second.rejected.map { $0.place?.column } == first.rejected.map { $0.place?.column })
    let third = try read(second.rejects, profile)
    #expect(third.rejected.map(\.says) == second.rejected.map(\.says))
    #expect(try sent(third, from: second.rejects) == sent(second, from: first.rejects))
  }

  private func sent(_ outcome: Outcome, from bytes: [UInt8]) throws -> [ArraySlice<UInt8>] {
    try outcome.rejected.map { bytes[try #require($0.place?.record)] }
  }

  @Test("The sender's row follows ours, in the sender's bytes")
  func bytes() throws {
    let text = "\u{FEFF}surname;dob\r\nKhân;31/02/2014\r\nAli;13/05/2011"
    let outcome = try read(text)
    let expected = """
      \u{FEFF}carers_line;carers_column;carers_reason;surname;dob\r
      2;dob;this value is not a date. February 2014 has 28 days.;Khân;31/02/2014\r

      """
    #expect(String(decoding: outcome.rejects, as: UTF8.self) == expected)
    let corrected = expected.replacing("31/02", with: "28/02")
    let again = try read(corrected)
    #expect(again[.surname] == ["Khân"])
    #expect(again.rows.first?.line == 2)
    #expect(again.rejected.isEmpty)
  }

  @Test("A problem's ranges give back the value and the row")
  func ranges() throws {
    let bytes = TextEncoding.utf16LE.bytes(of: "\u{FEFF}surname,dob\nKhân,\"31/02/2014\"\nB,\n")
    let place = try #require(try read(bytes).rejected.first?.place)
    let value = try #require(place.value)
    let record = try #require(place.record)
    #expect(Array(bytes[value]) == TextEncoding.utf16LE.bytes(of: "31/02/2014"))
    #expect(Array(bytes[record]) == TextEncoding.utf16LE.bytes(of: "Khân,\"31/02/2014\"\n"))
  }

  @Test("A name without its comma is rejected again though no other name stands beside it")
  func names() throws {
    let first = try read("name,dob\n\"Khan, Ali\",\nZoë Okafor,\n")
    #expect(first.rejected.map(\.code) == ["name-comma"])
    #expect(try read(first.rejects).rejected.map(\.code) == ["name-comma"])
  }

  @Test("Whatever bytes are damaged, no row is lost and no reject changes its reason")
  func damage() throws {
    var random = Seeded(11)
    let bytes = Array(
      (Self.sheet + "\r\n"
        + Self.sheet.split(separator: "\r\n").dropFirst(2)
        .joined(separator: "\n")).utf8)
    let odd: [UInt8] = [0, 10, 13, 34, 39, 32, 47, 48, 59, 59, 10, 0x80, 0xC3, 0xE9, 0xFF]
    var taken = 0
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = odd[Int.random(in: 0..<odd.count, using: &random)]
        case 1: damaged.remove(at: place)
        default: damaged.insert(odd[Int.random(in: 0..<odd.count, using: &random)], at: place)
        }
      }
      guard refusal(damaged) == nil else { continue }
      let first = try read(damaged)
      taken += 1
      if first.rejected.isEmpty { continue }
      let second = try read(first.rejects)
      #expect(second.rejected.map(\.says) == first.rejected.map(\.says))
      #expect(second.rows.isEmpty && second.setAside.isEmpty)
    }
    #expect(taken > 80)
  }

  @Test("Pieces of any size give the same outcome", arguments: [1, 2, 3, 7, 4096])
  func chunks(size: Int) throws {
    let bytes = Array(Self.sheet.utf8)
    #expect(try read(bytes, chunk: size) == read(bytes))
  }
}
