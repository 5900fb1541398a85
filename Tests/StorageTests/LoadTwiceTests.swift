import GRDB
import Testing
import YoungCarers

@testable import Storage

@Suite("Twice is once, under whatever ids")
struct LoadTwiceTests {
  private func person(_ run: String) -> String { ID(.person, number: number(run)).text }
  private func family(_ run: String) -> String { ID(.family, number: number(run)).text }
  private func number(_ run: String) -> UInt64 {
    run.utf8.reduce(0) { $0 * 256 + UInt64($1) }
  }

  /// What a pipe writes of one child; each run draws other ids, here by a letter.
  private func referred(
    _ run: String, _ given: String = "Zoe", number: String = "1", reason: String = "Cooks."
  ) -> [String] {
    [
      #"{"record":"family","id":"\#(family(run))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z"}"#,
      line(
        "person", person(run), run, isAbout: false, #""given":"\#(given)","role":"young carer""#),
      line("referral", "R\(run)", run, #""source":"Elm#\#(number)","reason":"\#(reason)""#),
    ]
  }

  /// An entry of the child's of one run.
  private func line(
    _ kind: String, _ id: String, _ run: String, isAbout: Bool = true, _ more: String
  ) -> String {
    let whose = isAbout ? #""person":"\#(person(run))","# : ""
    return
      #"{"record":"\#(kind)","id":"\#(id)","family":"\#(family(run))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z",\#(whose)\#(more)}"#
  }

  private func assessed(_ run: String, _ said: String = "one") -> [String] {
    [
      line(
        "assessment", "A\(run)", run, #""form":"brief","about":"R\#(run)","source":"Elm#~\#(said)""#
      ),
      line("education", "E\(run)", run, #""about":"A\#(run)","attendance":"91""#),
      line("consent", "C\(run)", run, #""about":"A\#(run)","answer":"agreed""#),
      line("flag", "F\(run)", run, #""about":"A\#(run)","raised":"not safe""#),
    ]
  }

  private func receipt(_ added: Int, here: Int, pointed: Int = 0) -> LoadReceipt {
    var receipt = LoadReceipt()
    receipt.added = added
    receipt.alreadyHere = here
    receipt.pointed = pointed
    return receipt
  }

  @Test("A second run of a pipe adds nothing")
  func twice() throws {
    let desk = try Desk()
    #expect(try desk.load(referred("A") + assessed("A")) == receipt(7, here: 0))
    #expect(try desk.load(referred("B") + assessed("B")) == receipt(0, here: 7))
  }

  @Test("A new assessment is added about the child who is here, once, and filed with the child")
  func new() throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    #expect(try desk.load(referred("B") + assessed("B")) == receipt(4, here: 3, pointed: 4))
    #expect(try desk.load(referred("B") + assessed("B")) == receipt(0, here: 7))
    #expect(try desk.load(referred("C") + assessed("C")) == receipt(0, here: 7))
    for kind in ["assessment", "education", "consent", "flag"] {
      let found = try desk.sql {
        try String.fetchAll($0, sql: "SELECT person || family FROM \(kind)")
      }
      #expect(found == [person("A") + family("A")])
    }
    #expect(
      try desk.sql { try String.fetchAll($0, sql: "SELECT about FROM assessment") } == ["RA"])
    #expect(try desk.sql { try String.fetchAll($0, sql: "SELECT about FROM flag") } == ["AB"])
  }

  @Test("P1: an alarm that was not raised before is raised now, of an assessment that is here")
  func alarm() throws {
    let desk = try Desk()
    try desk.load(referred("A") + assessed("A"))
    let more = line("flag", "GB", "B", #""about":"AB","raised":"PANOC-YC20 item 16""#)
    #expect(
      try desk.load(referred("B") + assessed("B") + [more]) == receipt(1, here: 7, pointed: 1))
    #expect(
      try desk.sql {
        try String.fetchAll($0, sql: "SELECT about || person FROM flag WHERE id = 'GB'")
      }
        == ["AA" + person("A")])
  }

  @Test("One child twice in a stream stays one, though the first of the two is here")
  func same() throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    let again = [
      #"{"record":"person","id":"\#(person("D"))","family":"\#(family("B"))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","given":"Zoe","role":"young carer"}"#,
      #"{"record":"referral","id":"RD","family":"\#(family("B"))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","person":"\#(person("D"))","source":"Oak#1"}"#,
      #"{"record":"samePerson","id":"S","family":"\#(family("B"))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","one":"\#(person("B"))","other":"\#(person("D"))","decided":"program"}"#,
    ]
    #expect(try desk.load(referred("B") + again) == receipt(4, here: 2, pointed: 1))
    #expect(Set(try desk.people().map(\.today)).count == 1)
  }

  @Test("A doubt about somebody who is here names them as they are called here")
  func candidates() throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    let doubt = line(
      "referral", "RD", "D", #""source":"Oak#1","candidates":["\#(person("B"))","\#(family("B"))"]"#
    )
    let other = referred("D").prefix(2)
    #expect(try desk.load(referred("B") + other + [doubt]) == receipt(3, here: 3, pointed: 1))
    let found = try desk.read { try $0.entry(ID("RD")) }
    guard case .referral(let referral)? = found else { throw Missing() }
    #expect(referral.candidates == [person("A"), family("A")])
  }

  private struct Missing: Error {}

  struct Refused: CustomTestStringConvertible, Sendable {
    var says: String
    var kind: String
    var more: String
    var testDescription: String { says }
  }

  static let rows = [
    Refused(says: "A note has no source", kind: "note", more: #""text":"Rang.""#),
    Refused(
      says: "An assessment that was typed in has none", kind: "assessment",
      more: #""form":"brief""#),
    Refused(
      says: "A consent that came with no assessment", kind: "consent",
      more: #""answer":"agreed""#),
    Refused(
      says: "P1: an alarm that came with no assessment", kind: "flag",
      more: #""raised":"by hand""#),
    Refused(says: "Another referral of the child", kind: "referral", more: #""reason":"Again.""#),
  ]

  @Test("What cannot be known again is refused, and nothing is kept", arguments: rows)
  func refused(_ row: Refused) throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    // In the same case, and where a new sister makes the case another one.
    let sister =
      #"{"record":"person","id":"\#(person("S"))","family":"\#(family("B"))","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","given":"Ada","role":"young carer"}"#
    for extra in [[], [sister]] {
      let problem = #expect(throws: Problem.self) {
        try desk.load(referred("B") + extra + [line(row.kind, "X", "B", row.more)])
      }
      #expect(problem?.code == "case-twice")
      #expect(problem?.status == .data)
    }
    #expect(try desk.people().count == 1)
  }

  @Test(
    "A sender's number with another child, or another reason, is not taken for the first",
    arguments: [("Ali", "Cooks."), ("Zoe", "Is afraid.")])
  func number(_ given: String, _ reason: String) throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    let problem = #expect(throws: Problem.self) {
      try desk.load(referred("B", given, reason: reason) + assessed("B"))
    }
    #expect(problem?.code == "source-differs")
    #expect(try desk.load(referred("B", given, number: "2") + assessed("B")).added == 7)
  }

  @Test("Nothing is written about a child whose referral was taken back")
  func fallen() throws {
    let desk = try Desk()
    try desk.load(referred("A"))
    try desk.load([
      #"{"record":"withdrawal","id":"W","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","because":"wrong","entries":["\#(family("A"))","\#(person("A"))","RA"]}"#
    ])
    #expect(try desk.load(referred("B")) == receipt(0, here: 3))
    let problem = #expect(throws: Problem.self) { try desk.load(referred("B") + assessed("B")) }
    #expect(problem?.code == "person-fallen")
  }

  @Test("A contact of a child who is here is one more only where they are new")
  func contact() throws {
    let desk = try Desk()
    func contact(_ run: String, _ given: String) -> String {
      line(
        "person", person(run + given), run, isAbout: false, #""given":"\#(given)","role":"contact""#
      )
    }
    try desk.load(referred("A") + [contact("A", "Ada")])
    let again = referred("B") + [contact("B", "Ada"), contact("B", "Ben")]
    #expect(try desk.load(again) == receipt(1, here: 4, pointed: 1))
    #expect(
      try desk.sql {
        try String.fetchAll($0, sql: "SELECT DISTINCT family FROM person ORDER BY family")
      } == [family("A")])
  }
}
