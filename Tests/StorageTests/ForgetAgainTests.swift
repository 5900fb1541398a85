import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What comes again of the forgotten, and what is new of them")
struct ForgetAgainTests {
  private let head = "referral_id,first_name,last_name,dob,referral date,reason\n"

  private func home(_ given: String, _ desk: Desk) throws -> ID {
    try #require(try desk.people().first { $0.given == given }).family
  }

  @Test(
    "Only the very same row is set aside: other words or another day are taken in",
    arguments: ForgetTests.stores)
  func newWords(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let old = head + "7,Ivo,Novak,13/02/2012,01/09/2026,Cooks.\n"
    #expect(try desk.take(old, agency: "Oak").new == 1)
    try ForgetTests.screen(desk)
    try ForgetTests.forget([try home("Ivo", desk)], desk)
    func take(_ sheet: String) throws -> Receipt { try desk.take(sheet, agency: "Oak") }
    #expect(try take(old).forgotten == 1)
    #expect(try take(old.replacing("01/09/2026", with: "")).forgotten == 1)
    #expect(try desk.people().isEmpty)
    let words = old.replacing("Cooks.", with: "Burns on his arms.")
    #expect(try take(words).new == 1)
    #expect(try take(words).alreadyHere == 1)
    #expect(try take(old).forgotten == 1)
    let day = try take(old.replacing("01/09/2026", with: "02/10/2026"))
    #expect(day.forgotten == 0 && day.alreadyHere == 0 && day.rejected == 0)
    for other in ["Eva,Novak,13/02/2012", "Ivo,Novakova,13/02/2012", "Ivo,Novak,14/02/2012"] {
      let receipt = try take(old.replacing("Ivo,Novak,13/02/2012", with: other))
      #expect(receipt.forgotten == 0 && receipt.alreadyHere == 0, "\(other)")
    }
    #expect(try desk.findings() == [])
  }

  @Test("Of a sender who numbers each list from 1, each is known for themselves")
  func numbered() throws {
    let first = head + "7,Ivo,Novak,13/02/2012,,Cooks.\n"
    let second = head + "7,Bo,Lee,14/03/2013,,Shops.\n"
    for (gone, counts) in [
      (["Ivo"], [[1, 0], [0, 1]]), (["Bo"], [[0, 1], [1, 0]]),
      (["Ivo", "Bo"], [[1, 0], [1, 0]]),
    ] {
      let desk = try Desk()
      for sheet in [first, second] { #expect(try desk.take(sheet, agency: "Oak").new == 1) }
      try ForgetTests.screen(desk)
      let homes = try gone.map { try home($0, desk) }
      try ForgetTests.forget(Set(homes), desk)
      let before = try desk.export()
      let again = try [first, second].map { try desk.take($0, agency: "Oak") }
      #expect(again.map { [$0.forgotten, $0.alreadyHere] } == counts, "\(gone)")
      #expect(try desk.export() == before)
    }
  }

  @Test(
    "The household that a second list made goes too, with whom it says to ring",
    arguments: ForgetTests.stores)
  func household(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let fields = "referral_id,first_name,last_name,dob,upn,postcode,reason"
    let child = "Ivo,Novak,13/02/2012,J000000125101,LS98 1AB,Cooks."
    _ = try desk.take("\(fields)\n7,\(child)\n", agency: "Oak")
    let second = try desk.take(
      "\(fields),contact name,contact phone\n99,\(child),Jana Novakova,07700900123\n",
      agency: "Elm")
    #expect(second.known == 1 && second.contacts == 1)
    try ForgetTests.screen(desk)
    let forgotten = try ForgetTests.forget([try home("Ivo", desk)], desk)
    #expect(forgotten.people == 2)
    #expect(try desk.export().count == 1)
    #expect(try desk.findings() == [])
  }

  @Test("Where somebody else lives in the household, neither goes")
  func lodger() throws {
    let desk = try Desk()
    let children = try desk.write { writer in
      let children = try ["Ava", "Avah"].map {
        try writer.newChild(born: Day(number: 15_000), given: $0)
      }
      var sibling = Person()
      sibling.header = try writer.header(about: children[1])
      sibling.header.id = try writer.newID(.person)
      sibling.role = .youngCarer
      try writer.append(.person(sibling))
      return children
    }
    try desk.write {
      try Deciding($0, because: ["one"]).decide(children[0], children[1], same: true)
    }
    let homes = try desk.read { reader in try children.map { try reader.home(of: $0) } }
    let before = try desk.export()
    let problem = #expect(throws: Problem.self) { try ForgetTests.forget([homes[0]], desk) }
    #expect(problem?.code == "forget-tangled" && problem?.status == .notAllowed)
    #expect(problem?.says.text(value: "").contains(homes[1].text) == true)
    #expect(try desk.export() == before)
    try ForgetTests.forget(Set(homes), desk)
    #expect(try desk.export().count == 1)
  }

  @Test(
    "A household that was named anew is forgotten under both names", arguments: ForgetTests.stores)
  func renamed(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let child = try desk.write { writer in
      let child = try writer.newChild(born: Day(number: 15_000), given: "Ava")
      var home = Family()
      home.header = try writer.header(about: child)
      home.header.id = try writer.newID(.family)
      home.header.replaces = home.header.family
      home.name = "Ashworth"
      try writer.append(.family(home))
      return child
    }
    try ForgetTests.forget([try desk.read { try $0.today(child).family }], desk)
    #expect(try desk.export().count == 1)
    #expect(try desk.findings() == [])
  }
}
