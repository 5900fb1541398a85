import TestSupport
import Testing

@testable import YoungCarers

/// Vectors: field notes §11 and §3.4.
@Suite struct ClockTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// 2026 and 2027 as field notes §3.4 has them, the years before as they were kept.
  @Test(
    "Each year's bank holidays",
    arguments: [
      (1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"),
      (1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"),
      (2000, "01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26"),
      (2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"),
      (2008, "01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26"),
      (2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"),
      (2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"),
      (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
      (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
      (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
      (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
      (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
      (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
      (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
      (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ])
  func bankHolidays(_ year: Int, _ days: String) {
    let computed = BankHolidays.of(year: year).map { String($0.day.description.dropFirst(5)) }
    #expect(computed == days.split(separator: " ").map(String.init))
  }

  /// Easter Mondays of the Book of Common Prayer's table, the earliest and the latest among them.
  @Test(
    "Easter",
    arguments: [
      "1981-04-20", "1984-04-23", "2000-04-24", "2011-04-25", "2019-04-22", "2038-04-26",
      "2076-04-20", "2285-03-23", "2100-03-29",
    ])
  func easter(_ monday: String) throws {
    let monday = try day(monday)
    let holidays = BankHolidays.of(year: monday.parts.year)
    #expect(holidays.first { $0.name == "Easter Monday" }?.day == monday)
    #expect(holidays.first { $0.name == "Good Friday" }?.day == monday + -3)
  }

  @Test("Every year has its eight, none at a weekend, each on a day of its own, Mondays on Mondays")
  func everyYear() {
    for year in [1, 1583] + Array(1978...2600) + [9999] {
      let holidays = BankHolidays.of(year: year)
      #expect(holidays.count >= 8 && Set(holidays.map(\.day)).count == holidays.count)
      #expect(holidays.allSatisfy { $0.day.weekday <= 5 && $0.day.parts.year == year })
      #expect(holidays.allSatisfy { BankHolidays.contains($0.day) })
    }
    #expect(BankHolidays.of(year: 0).isEmpty && BankHolidays.of(year: 10_000).isEmpty)
    let moved = BankHolidays.of(year: 2022).first { $0.name == "Spring bank holiday" }
    #expect(moved?.day == Day("2022-06-02"))
  }

  @Test(
    "Working days: the day after receipt is day 1",
    arguments: [
      ("2025-12-24", 1, "2025-12-29"), ("2025-12-24", 45, "2026-03-02"),
      ("2026-04-02", 1, "2026-04-07"), ("2026-04-02", 45, "2026-06-10"),
      ("2026-09-04", 45, "2026-11-06"), ("2026-09-05", 1, "2026-09-07"),
      ("2026-09-06", 0, "2026-09-06"), ("2026-09-06", -3, "2026-09-06"),
    ])
  func workingDays(_ from: String, _ count: Int, _ due: String) throws {
    let working = WorkingDays()
    #expect(working.day(count, after: try day(from)) == (try day(due)))
    #expect(working.count(after: try day(from), through: try day(due)) == max(count, 0))
  }

  @Test("A service closes on other days and works on bank holidays, never at a weekend")
  func overridden() throws {
    let (christmasEve, boxing) = (try day("2026-12-24"), try day("2026-12-28"))
    let (saturday, both) = (try day("2026-12-26"), try day("2026-12-25"))
    let working = WorkingDays(adding: [christmasEve, both], removing: [boxing, saturday, both])
    #expect(!working.isWorking(christmasEve) && working.isWorking(boxing))
    #expect(!working.isWorking(saturday) && !working.isWorking(both))
    #expect(working.day(1, after: try day("2026-12-23")) == boxing)
    #expect(WorkingDays().day(1, after: try day("2026-12-24")) == (try day("2026-12-29")))
  }

  @Test("Counting is the inverse of stepping, and neither goes back", arguments: 0..<200)
  func inverse(_ seed: UInt64) {
    var random = Seeded(seed)
    func someDay() -> Day { Day(number: .random(in: 5000...40_000, using: &random)) }
    let start = someDay()
    func near() -> Set<Day> {
      Set((0..<5).map { _ in start + Int.random(in: 0...90, using: &random) })
    }
    let working = WorkingDays(adding: near(), removing: near())
    let count = Int.random(in: 1...60, using: &random)
    let due = working.day(count, after: start)
    #expect(working.isWorking(due) && working.count(after: start, through: due) == count)
    #expect(working.count(after: start, through: due + -1) == count - 1)
    #expect(working.day(count + 1, after: start) > due)
    #expect(working.day(count, after: start + 1) >= due)
    let middle = start + Int.random(in: 0...40, using: &random)
    let end = middle + Int.random(in: 0...40, using: &random)
    #expect(
      working.count(after: start, through: end)
        == working.count(after: start, through: middle) + working.count(after: middle, through: end)
    )
    #expect(working.count(after: end, through: start) == 0)
    #expect(working.onOrAfter(due) == due && working.onOrAfter(start) >= start)
  }

  @Test(
    "A target is read as people write it",
    arguments: [
      ("1 working day", "1 working day", "2026-11-02", "2026-11-03"),
      ("45 working days", "45 working days", "2026-09-04", "2026-11-06"),
      ("10 days", "10 days", "2026-12-24", "2027-01-03"),
      ("6 Weeks", "6 weeks", "2026-11-02", "2026-12-14"),
      ("1  weeks", "1 week", "2026-11-02", "2026-11-09"),
      ("3 months", "3 months", "2026-11-30", "2027-02-28"),
      ("1 month", "1 month", "2028-01-31", "2028-02-29"),
      ("1 year", "1 year", "2028-02-29", "2029-02-28"),
      ("4 years", "4 years", "2028-02-29", "2032-02-29"),
      ("Same day", "same day", "2026-11-01", "2026-11-01"),
      ("0 days", "same day", "2026-11-01", "2026-11-01"),
    ])
  func period(_ text: String, _ written: String, _ from: String, _ due: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == written && Period(written) == period)
    #expect(period.due(after: try day(from), WorkingDays()) == (try day(due)))
  }

  @Test(
    "What is no length of time is refused",
    arguments: [
      "", "day", "days 3", "3", "-1 days", "+1 day", "0 weeks", "0 working days", "1.5 months",
      "3 fortnights", "3 months 2 days", "101 years", "36526 days", "99999999999999999999 days",
      "٣ days", "two weeks", "working day",
    ])
  func noPeriod(_ text: String) { #expect(Period(text) == nil) }

  @Test("A longer target is never due sooner", arguments: Period.Unit.allCases)
  func longer(_ unit: Period.Unit) throws {
    var random = Seeded(UInt64(unit.rawValue.utf8.count))
    for _ in 0..<200 {
      let start = Day(number: .random(in: 5000...40_000, using: &random))
      let count = Int.random(in: 1...60, using: &random)
      let (one, next) = (try #require(Period(count, unit)), try #require(Period(count + 1, unit)))
      #expect(Period(one.description) == one)
      #expect(one.due(after: start, WorkingDays()) < next.due(after: start, WorkingDays()))
      #expect(one.due(after: start, WorkingDays()) <= one.due(after: start + 1, WorkingDays()))
    }
  }

  @Test(
    "A birthday, that of 29 February among them",
    arguments: [
      ("2008-02-29", 18, "2026-03-01"), ("2008-02-29", 20, "2028-02-29"),
      ("2008-11-22", 18, "2026-11-22"), ("2008-03-01", 18, "2026-03-01"),
      ("2008-12-31", 0, "2008-12-31"),
    ])
  func birthday(_ born: String, _ age: Int, _ expected: String) throws {
    #expect(Day.birthday(age, born: try day(born)) == (try day(expected)))
  }

  @Test("A birthday is the first day of an age, whatever the day of birth")
  func firstDay() throws {
    let start = try day("2007-12-01")
    for offset in 0..<1500 {
      let born = start + offset
      for age in [1, 5, 16, 18, 25] {
        let birthday = Day.birthday(age, born: born)
        #expect(birthday.age(born: born) == age && (birthday + -1).age(born: born) == age - 1)
      }
    }
  }

  @Test(
    "An eighteenth birthday within the waiting time",
    arguments: [
      ("2008-12-01", "2026-11-02", "2026-12-14", true),
      ("2008-11-02", "2026-11-02", "2026-12-14", true),
      ("2008-12-14", "2026-11-02", "2026-12-14", true),
      ("2008-12-15", "2026-11-02", "2026-12-14", false),
      ("2008-11-01", "2026-11-02", "2026-12-14", false),
      ("2008-02-29", "2026-02-01", "2026-02-28", false),
      ("2008-02-29", "2026-02-01", "2026-03-01", true),
    ])
  func within(_ born: String, _ from: String, _ through: String, _ turns: Bool) throws {
    #expect(Day.turns(18, born: try day(born), during: try day(from)...(try day(through))) == turns)
  }

  @Test(
    "A subject access request is due in a month, or three, and on a working day",
    arguments: [
      ("2026-09-03", false, "2026-10-05"), ("2026-01-30", false, "2026-03-02"),
      ("2026-01-31", false, "2026-03-02"), ("2026-03-03", false, "2026-04-07"),
      ("2025-11-25", false, "2025-12-29"), ("2026-09-03", true, "2026-12-03"),
    ])
  func subjectAccess(_ received: String, _ extended: Bool, _ due: String) throws {
    let computed = SubjectAccess.due(received: try day(received), extended: extended, WorkingDays())
    #expect(computed == (try day(due)))
  }
}
