import Testing
import YoungCarers

@testable import Interchange

private func born(_ dates: [String], _ profile: SheetProfile = SheetProfile()) throws -> Outcome {
  try read("surname;dob\n" + dates.map { "Khan;\($0)\n" }.joined(), profile)
}

@Suite("Sheet dates") struct SheetDateTests {
  @Test(
    "Dates are read in every accepted form",
    arguments: [
      ("2012-03-04", "2012-03-04"), ("4/3/2012", "2012-03-04"), ("04-03-2012", "2012-03-04"),
      ("4.3.2012", "2012-03-04"), ("4 Mar 2012", "2012-03-04"), ("4 march 2012", "2012-03-04"),
      ("04-Mar-12", "2012-03-04"), ("4/3/12", "2012-03-04"), ("5/12/26", "1926-12-05"),
      ("4/12/26", "2026-12-04"), ("29/2/12", "2012-02-29"), ("2012-03-04T00:00:00", "2012-03-04"),
      ("2012-03-04 00:00", "2012-03-04"), ("04/03/2012 00:00:00", "2012-03-04"),
      ("2012-03-04T00:00:00.000Z", "2012-03-04"), ("2012/03/04", "2012-03-04"),
      (" 4/3/2012 ", "2012-03-04"), ("1 Sept 2012", "2012-09-01"),
    ])
  func forms(text: String, expected: String) throws {
    let outcome = try born([text])
    #expect(outcome.rejected.isEmpty)
    #expect(outcome[.born] == [expected])
    #expect(outcome.rows.first?.born?.description == expected)
  }

  @Test(
    "What is no date rejects its row, with the cure",
    arguments: [
      ("31/02/2014", "February 2014 has 28 days."), ("13/13/2012", "There is no month 13."),
      ("40179", "spreadsheet"), ("n/k", "dd/mm/yyyy"), ("2012-03-04 09:15", "time of day"),
      ("3/2012", "dd/mm/yyyy"), ("4/3/201", "dd/mm/yyyy"), ("4-3/2012", "dd/mm/yyyy"),
      ("2012-03-04T", "dd/mm/yyyy"), ("0/1/2012", "January 2012 has 31 days."),
      ("4/3/2012x", "dd/mm/yyyy"), ("4 Mayday 2012", "dd/mm/yyyy"),
      ("01/01/0000", "There is no year 0."),
    ])
  func noDate(text: String, cure: String) throws {
    let outcome = try born(["13/05/2012", text])
    let problem = try #require(outcome.rejected.first)
    #expect(problem.code == "date")
    #expect(problem.place?.line == 3)
    #expect(problem.place?.column == "dob")
    #expect(problem.cure?.text(value: "").contains(cure) == true)
    #expect(outcome.rows.count == 1)
  }

  @Test("The whole column proves the order before a row is believed")
  func order() throws {
    #expect(refusal("surname,dob\nA,01/13/2012\nB,02/03/2012\n")?.code == "dates-month-first")
    let mixed = refusal("surname,dob\nA,13/01/2012\nB,01/13/2012\n")
    #expect(mixed?.code == "dates-mixed")
    #expect(mixed?.place?.line == 3)
    #expect(try born(["03/04/2012"]).has("dates-assumed"))
    #expect(try !born(["03/04/2012", "13/04/2012"]).has("dates-assumed"))
    #expect(try !born(["04/04/2012"]).has("dates-assumed"))
  }

  @Test("A profile's order settles it, and rejects row by row")
  func profile() throws {
    let dmy = try born(["13/01/2012", "01/13/2012"], SheetProfile(dates: .dmy))
    #expect(dmy.rows.count == 1)
    #expect(dmy.rejected.first?.cure?.text(value: "") == "There is no month 13.")
    let mdy = try born(["02/03/2012", "01/13/2012"], SheetProfile(dates: .mdy))
    #expect(mdy[.born] == ["2012-02-03", "2012-01-13"])
    let ymd = try born(["2012-02-03", "01/02/2012"], SheetProfile(dates: .ymd))
    #expect(ymd.rows.count == 1)
  }

  @Test("A birth in the future is rejected, a placeholder is remarked on")
  func births() throws {
    let outcome = try born(["13/12/2026", "01/01/1900", "04/12/2026", ""])
    #expect(outcome.rejected.map(\.code) == ["born-ahead"])
    #expect(outcome[.born] == ["1900-01-01", "2026-12-04", nil])
    #expect(outcome.remark("birth-placeholder")?.lines == [3])
    let day = try read("surname,referral date\nKhan,13/12/2026\n")
    #expect(day.rows.first?.day?.description == "2026-12-13")
    #expect(day.has("day-ahead"))
  }
}
