import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What is kept of a forgetting gives nobody away")
struct ForgetReasonTests {
  private func given() throws -> (told: GivenAway, home: ID, person: ID) {
    let desk = try Desk()
    let child = try desk.write { writer in
      let child = try writer.newChild(born: Day("2012-02-13") ?? Day(number: 0), given: "Bo")
      var person = Person()
      person.header = try writer.header(about: child)
      person.header.id = try writer.newID(.person)
      (person.given, person.surname) = ("Mary Ann", "O'Neil-Novák")
      (person.preferred, person.former) = ("Molly", "Lee")
      try writer.append(.person(person))
      var home = Family()
      home.header = try writer.header(about: child)
      home.header.id = try writer.newID(.family)
      home.header.replaces = home.header.family
      home.name = "The Ashworth family"
      try writer.append(.family(home))
      return child
    }
    let home = try desk.read { try $0.today(child).family }
    return (GivenAway(try desk.read { try $0.belongings(of: [home]) }), home, child)
  }

  @Test("Names of any length, ids and birth dates")
  func reason() throws {
    let (told, home, person) = try given()
    let texts = [
      "Bo asked", "bo's mother", "asked by Molly", "for Mary Ann", "for Mary", "of O'Neil", "ONeil",
      "the Novak case", "the Ashworths\u{2019} and Ashworth\u{2019}s", "once Lee", "\(home)",
      "\(person.text.lowercased())",
      home.text.filter { $0 != "-" }, "born 13/02/2012", "13.2.12", "2012-02-13",
      "13 February 2012", "the 13th of Feb 2012", "February 13, 2012", "20120213", "13022012",
    ]
    for text in texts { #expect(told.isTold(in: text), "\(text)") }
    for text in [
      "kept for six years", "asked to", "Both boxes", "the family asked on 14/02/2012", "2012", "",
      "closed 13 March 2012",
    ] { #expect(!told.isTold(in: text), "\(text)") }
  }

  @Test("Whoever decided may share one name with a child, and not both")
  func decider() throws {
    let (told, home, _) = try given()
    for name in ["Molly Lee", "Novak, Mary", "Mary Ann O'Neil-Novak", "Lee, Molly", "\(home)"] {
      #expect(told.isNamed(as: name), "\(name)")
    }
    for name in ["M Osei", "Bo", "Molly", "S Lee", "Molly Shah"] {
      #expect(!told.isNamed(as: name), "\(name)")
    }
  }
}
