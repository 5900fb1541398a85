import TestSupport
import Testing

@testable import YoungCarers

/// Vectors: field notes §11, computed.
@Suite struct ValueTests {
  @Test(
    "A Unique Pupil Number with its check letter is taken",
    arguments: [
      "A950000178301", "H243278544154", "B801200005001", "K383000016001", "Z383000016002",
      "M350000016001", "B350000016002", "P207000016049", "k383000016001",
    ])
  func permanentUPN(_ text: String) { #expect(UPN(text)?.isPermanent == true) }

  @Test("A temporary one ends in a letter", arguments: ["W38300001600A", "J35000001600Z"])
  func temporaryUPN(_ text: String) { #expect(UPN(text)?.isPermanent == false) }

  /// Two help pages "correct" P207000016049 to Q…: their sum is one too high.
  @Test(
    "A wrong check letter or shape is no number",
    arguments: [
      "A801200005001", "X80120000A001", "ASFFAGSVSV123", "Q207000016049", "", "K38300001600",
    ])
  func wrongUPN(_ text: String) { #expect(UPN(text) == nil) }

  @Test("Every slip of one digit in a UPN is seen")
  func slipsInUPN() {
    let right = Array("K383000016001".utf8)
    for place in 1..<13 {
      for digit in UInt8(48)...57 where digit != right[place] {
        var slip = right
        slip[place] = digit
        #expect(UPN(String(decoding: slip, as: UTF8.self)) == nil)
      }
    }
  }

  @Test(
    "An NHS number with its check digit is taken",
    arguments: [
      "9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069",
      "9990000077", "9990000085", "9990000093", "9990123454", "9434765919", "999 000 0018",
      "999-000-0018",
    ])
  func nhsNumber(_ text: String) { #expect(NHSNumber(text) != nil) }

  /// 987 654 4321 is quoted widely and fails: its check digit is 2. 999 000 000x would need 10.
  @Test(
    "A wrong one is not",
    arguments: ["9876544321", "9990000000", "999000001", "99900000181", "9990000O18"])
  func wrongNHSNumber(_ text: String) { #expect(NHSNumber(text) == nil) }

  @Test("No digit completes 999 000 000")
  func uncheckable() {
    #expect((0...9).allSatisfy { NHSNumber("999000000\($0)") == nil })
  }

  @Test("It is shown 3 3 4") func spaced() {
    #expect(NHSNumber("9990000018")?.spaced == "999 000 0018")
  }

  @Test(
    "A postcode gets its capitals and its one space",
    arguments: [
      ("ls1 4dy", "LS1 4DY"), ("LS14DY", "LS1 4DY"), ("m1 1aa", "M1 1AA"), ("EC1A1BB", "EC1A 1BB"),
      ("W1P 1HQ", "W1P 1HQ"),
    ])
  func postcode(_ given: String, _ text: String) { #expect(Postcode(given)?.text == text) }

  /// ZZ99 3VZ stands for no fixed abode: it places nobody.
  @Test(
    "What is none is none",
    arguments: ["", "LS1", "LS1 4DC", "1LS 4DY", "LS1 44Y", "LS123 4DY", "ZZ99 3VZ"])
  func noPostcode(_ text: String) { #expect(Postcode(text) == nil) }

  @Test(
    "A day that the calendar has not is none",
    arguments: [
      "2014-02-31", "2015-02-29", "2014-13-01", "2014-00-10", "2014-1-01", "14-01-01", "2014/01/01",
    ])
  func noDay(_ text: String) { #expect(Day(text) == nil) }

  @Test("Every day is written and read back, its weekday one on from the day before")
  func days() throws {
    var day = try #require(Day("1899-12-30"))
    #expect(day.weekday == 6)
    for _ in 0..<80_000 {
      let next = day + 1
      #expect(Day(next.description) == next && next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test(
    "Age in whole years; a 29 February birthday falls on 1 March of a common year",
    arguments: [
      ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18),
      ("2008-02-29", "2028-02-29", 20), ("2010-11-22", "2026-11-22", 16),
      ("2010-11-23", "2026-11-22", 15),
    ])
  func age(_ born: String, _ on: String, _ years: Int) throws {
    #expect(try #require(Day(on)).age(born: try #require(Day(born))) == years)
  }

  @Test("Months are added without leaving the month")
  func months() throws {
    #expect(try #require(Day("2026-01-31")).adding(months: 1) == Day("2026-02-28"))
    #expect(try #require(Day("2026-01-31")).adding(months: -2) == Day("2025-11-30"))
  }

  @Test(
    "The day is London's, an hour ahead of UTC in summer",
    arguments: [
      ("2026-01-31T23:59:59Z", "2026-01-31"), ("2026-03-28T23:30:00Z", "2026-03-28"),
      ("2026-03-29T23:30:00Z", "2026-03-30"), ("2026-06-30T22:59:59Z", "2026-06-30"),
      ("2026-06-30T23:00:00Z", "2026-07-01"), ("2026-10-24T23:30:00Z", "2026-10-25"),
      ("2026-10-25T23:30:00Z", "2026-10-25"), ("2027-03-28T23:00:00Z", "2027-03-29"),
    ])
  func london(_ instant: String, _ day: String) {
    #expect(Instant(instant).map { Day(inLondonAt: $0).description } == day)
  }

  @Test("A time is written to the microsecond and read back")
  func instants() throws {
    for microseconds: Int64 in [0, 1, -1, 1_795_334_895_123_456, 4_102_444_799_999_999] {
      let instant = Instant(microseconds: microseconds)
      #expect(Instant(instant.text) == instant)
      #expect(instant.text.utf8.count == 27)
    }
    #expect(Instant("2026-11-22T06:08:15Z")?.text == "2026-11-22T06:08:15.000000Z")
    #expect(Instant("2026-11-22T25:08:15Z") == nil)
  }
}

@Suite struct TextTests {
  @Test(
    "A name is folded to what is typed in a hurry",
    arguments: [
      ("Zoë", "zoe"), ("O'Neil", "oneil"), ("O’Neil", "oneil"), ("Łukasz", "lukasz"),
      ("St. John-Smythe", "st john smythe"), ("Müller", "muller"), ("  Ní  Bhriain ", "ni bhriain"),
      ("Nguyễn", "nguyen"), ("王", "王"), ("Strauß", "strauss"), ("Jose\u{301}", "jose"),
    ])
  func folded(_ name: String, _ key: String) { #expect(Text.folded(name) == key) }

  @Test("NFD and NFC are one name") func composed() {
    #expect(Array(Text.composed("Jose\u{301}").utf8) == Array("José".utf8))
    #expect(Text.folded("Jose\u{301}") == Text.folded("José"))
  }

  @Test(
    "Controls and direction overrides may stand nowhere",
    arguments: [
      ("a\0b", 0), ("a\u{1B}[31m", 0x1B), ("x\u{202E}y", 0x202E), ("\u{85}", 0x85),
      ("\u{7F}", 0x7F),
      ("\u{2067}", 0x2067),
    ])
  func forbidden(_ text: String, _ scalar: UInt32) {
    #expect(Text.forbidden(in: text)?.value == scalar)
  }

  @Test("Lines, tabs and every script may", arguments: ["a\tb\r\nc", "Ünïcödé", "עברית", "👨‍👩‍👧"])
  func allowed(_ text: String) { #expect(Text.forbidden(in: text) == nil) }
}

@Suite struct IDTests {
  @Test("An id is read back in any case, with or without hyphens")
  func typed() {
    var generator = Seeded(1)
    for _ in 0..<500 {
      for shape in ID.Shape.allCases {
        let id = ID(shape, number: generator.next() % ID.count)
        #expect(id.text.utf8.count == 14 && id.shape == shape)
        #expect(ID.typed(id.text) == .whole(id))
        #expect(ID.typed(id.text.lowercased().filter { $0 != "-" }) == .whole(id))
      }
    }
  }

  @Test("Every wrong symbol and every swap of neighbours is seen, and the right id is near")
  func slips() {
    var generator = Seeded(2)
    for _ in 0..<20 {
      let id = ID(.family, number: generator.next() % ID.count)
      let symbols = Array(id.text.dropFirst(2).filter { $0 != "-" })
      for place in 0..<9 {
        for symbol in "23456789CDFHJKMNPQRTWXY" where symbol != symbols[place] {
          var slip = symbols
          slip[place] = symbol
          expectSlip(slip, of: id)
        }
        if place < 8, symbols[place] != symbols[place + 1] {
          var slip = symbols
          slip.swapAt(place, place + 1)
          expectSlip(slip, of: id)
        }
      }
    }
  }

  private func expectSlip(_ slip: [Character], of id: ID) {
    guard case .mistyped(.family, let symbols) = ID.typed("YC" + String(slip)) else {
      Issue.record("\(String(slip)) passes for \(id.text)")
      return
    }
    #expect(ID.near(.family, symbols: symbols).contains(id))
  }

  @Test("A case's id does not pass for a person's")
  func shapes() {
    var generator = Seeded(3)
    let id = ID(.family, number: generator.next() % ID.count)
    if case .whole = ID.typed("YP" + id.text.dropFirst(2)) { Issue.record("it does") }
  }

  @Test("Four symbols are a beginning, three are none")
  func beginnings() {
    #expect(ID.typed("yc7kq4") == .beginning("YC-7KQ4"))
    #expect(ID.typed("yc-7kq4m") == .beginning("YC-7KQ4-M"))
    #expect(ID.typed("yc7kq") == .notAnID)
    #expect(ID.typed("okafor") == .notAnID)
  }

  @Test("Names of entries sort by the time they were made")
  func entries() {
    var generator = Seeded(4)
    var last = ID("")
    for time in stride(from: Int64(0), to: 2_000_000_000_000_000, by: 7_654_321_234_567) {
      let id = ID.entry(at: Instant(microseconds: time), using: &generator)
      #expect(id.text.utf8.count == 26 && id > last)
      last = id
    }
  }
}
