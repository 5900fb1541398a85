import Reports
import Testing
import YoungCarers

@Suite struct ReportingPeriodTests {
  private let today = Day("2026-11-23") ?? Day(number: 0)

  private func period(_ text: String, _ length: ReportingPeriod.Length) throws -> ReportingPeriod {
    try ReportingPeriod(text, length, today: today)
  }

  @Test(arguments: [
    ("2026-10", "2026-10"), ("October 2026", "2026-10"), ("oct 2026", "2026-10"),
    ("10/2026", "2026-10"), ("last", "2026-10"), ("this", "2026-11"), ("2026-01", "2026-01"),
  ])
  func months(_ typed: String, _ code: String) throws {
    #expect(try period(typed, .month).code == code)
  }

  @Test func quartersAreOfTheFinancialYear() throws {
    let third = try period("2026-Q3", .quarter)
    #expect(third.first.description == "2026-10-01" && third.last.description == "2026-12-31")
    #expect(third.words == "October to December 2026, the third quarter of 2026-27")
    let fourth = try period("2026-q4", .quarter)
    #expect(fourth.first.description == "2027-01-01" && fourth.code == "2026-Q4")
    #expect(try period("last", .quarter).code == "2026-Q2")
  }

  @Test(arguments: ["2026-27", "2026", "2026/27", "2026/2027", "this"])
  func years(_ typed: String) throws {
    let year = try period(typed, .year)
    #expect(year.code == "2026-27")
    #expect(year.words == "April 2026 to March 2027")
    #expect(year.last.description == "2027-03-31")
  }

  @Test(arguments: [
    ("2026-13", ReportingPeriod.Length.month), ("2026", .month), ("2026-Q5", .quarter),
    ("2026-10", .quarter), ("2026-28", .year), ("Q3", .quarter), ("", .month), ("soon", .year),
  ])
  func whatIsNoPeriod(_ typed: String, _ length: ReportingPeriod.Length) {
    #expect(throws: Problem.self) { try period(typed, length) }
  }

  /// Whatever the day, it lies in its period, and the neighbours touch.
  @Test(arguments: ReportingPeriod.Length.allCases)
  func neighboursTouch(_ length: ReportingPeriod.Length) throws {
    for number in stride(from: Int32(18_000), to: 21_000, by: 7) {
      let day = Day(number: number)
      let one = ReportingPeriod(length, containing: day)
      #expect(one.contains(day))
      #expect(one.before.last + 1 == one.first)
      #expect(one.yearBefore.first.adding(months: 12) == one.first)
      #expect(try period(one.code, length) == one)
      #expect(one.yearToDate.contains(day) && one.year.contains(day))
    }
  }
}
