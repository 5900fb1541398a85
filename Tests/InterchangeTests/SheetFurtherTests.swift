import Testing
import YoungCarers

@testable import Interchange

@Suite("Columns beside a referral's") struct SheetFurtherTests {
  private static let known = [
    SheetFurther("person", headers: [], tellsWho: true),
    SheetFurther("hours", headers: ["About how many hours a week?"]),
    SheetFurther("school", headers: ["brief.school"]),
    SheetFurther("caresFor", headers: [], field: .caredForRelation),
    SheetFurther("attendanceFrom", headers: [], isDate: true),
  ]

  private func profile(_ maps: String...) throws -> SheetProfile {
    var profile = SheetProfile(
      columns: try maps.map { try SheetMapping(argument: $0, further: Self.known) })
    profile.further = Self.known
    return profile
  }

  private func answers(_ row: SheetRow) -> [String] {
    row.further.map { "\($0.further.code)=\($0.text)" }
  }

  @Test("They are found by code or question, and the rest stays a referral's")
  func found() throws {
    let outcome = try read(
      "Surname,Forename,About how many hours a week,School,cares for\nKhan,Zoë, 10-19 ,2,mother\n",
      profile())
    let row = try #require(outcome.rows.first)
    #expect(answers(row) == ["hours=10-19", "school=2", "caresFor=mother"])
    #expect(row[.school] == nil)
    #expect(row[.caredForRelation] == "mother")
    #expect(row[further: "school"]?.column == "School")
    #expect(outcome.remark("not-taken") == nil)
  }

  @Test("A mapping says which is meant where a field has the same name")
  func mapped() throws {
    let text = "Surname,Forename,School,Too much?\nKhan,Zoë,Oakfield,2\n"
    let outcome = try read(text, profile("School=school", "Too much?=brief.school"))
    #expect(outcome[.school] == ["Oakfield"])
    #expect(outcome.rows.map(answers) == [["school=2"]])
    #expect(throws: Problem.self) { try SheetMapping(argument: "Too much?=hours") }
  }

  @Test("An id says whom a row is about, so it needs no name")
  func person() throws {
    let outcome = try read(
      "person,hours\nYP-Y4D6-MDM9-N,0-9\n,10-19\nTotal,2\nYP-Y4D6-MDM9-N,50+\n,end\n", profile())
    #expect(outcome.rows.map(\.line) == [2, 5])
    #expect(outcome.rejected.map(\.code) == ["row-no-name"])
    #expect(outcome.setAside.map { $0.place?.line } == [4, 6])
    #expect(refusal("person,hours\nYP-Y4D6-MDM9-N,0-9\n")?.code == "no-header")
  }

  @Test("Their dates prove the order of dates, and one that is none is rejected where it stands")
  func dates() throws {
    let outcome = try read(
      "person,attendanceFrom\nYP-1,1/9/2026\nYP-2,31/12/2025\nYP-3,31/2/2026\n", profile())
    #expect(
      outcome.rows.map(answers) == [
        ["person=YP-1", "attendanceFrom=2026-09-01"], ["person=YP-2", "attendanceFrom=2025-12-31"],
      ])
    #expect(outcome.rejected.first?.place?.column == "attendanceFrom")
    #expect(
      refusal("person,attendanceFrom\nYP-1,9/25/2026\n", try profile())?.code == "dates-month-first"
    )
  }

  @Test("Two columns for one are refused, until one is left out")
  func twice() throws {
    let text = "person,hours,About how many hours a week?\nYP-1,0-9,50+\n"
    #expect(refusal(text, try profile())?.code == "further-twice")
    let outcome = try read(text, profile("#3="))
    #expect(outcome.rows.map(answers) == [["person=YP-1", "hours=0-9"]])
  }

  @Test("What a row says is the same in any order of columns, and whoever it is about")
  func digest() throws {
    let one = try read("person,hours,school\nYP-1,0-9,2\n", profile()).rows.first
    let other = try read("School,person,Hours\n2,YP-2,0-9\n", profile()).rows.first
    #expect(one?.digestInput == other?.digestInput)
    let third = try read("person,hours,school\nYP-1,0-9,3\n", profile()).rows.first
    #expect(one?.digestInput != third?.digestInput)
  }
}
