import Testing

@testable import YoungCarers

/// Sunday 22 November 2026.
private let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

@Suite("Days as people write them")
struct DayReadingTests {
  @Test(
    "A day is understood in each of the ways people write it",
    arguments: [
      ("2026-12-04", "2026-12-04"), ("4/12/2026", "2026-12-04"), ("04.12.2026", "2026-12-04"),
      ("4-12-2026", "2026-12-04"), ("12/4/2026", "2026-04-12"), ("4 Dec 2026", "2026-12-04"),
      ("4th december 2026", "2026-12-04"), ("Friday 4 December 2026", "2026-12-04"),
      ("fri, 4 dec. 2026", "2026-12-04"), ("29/2/2028", "2028-02-29"), (" today ", "2026-11-22"),
      ("tomorrow", "2026-11-23"), ("Yesterday", "2026-11-21"), ("fri", "2026-11-27"),
      ("friday", "2026-11-27"), ("Mon", "2026-11-23"), ("sat", "2026-11-28"),
      ("thurs", "2026-11-26"), ("+6w", "2027-01-03"), ("+3d", "2026-11-25"),
      ("-2m", "2026-09-22"), ("+3m", "2027-02-22"), ("-1y", "2025-11-22"), ("+0d", "2026-11-22"),
    ])
  func understood(typed: String, day: String) throws {
    #expect(try Day.reading(typed, today: today).description == day)
  }

  @Test("What is said to people is understood when they say it back")
  func echo() throws {
    for number in stride(from: 0, to: 40_000, by: 37) {
      let day = Day(number: Int32(number))
      #expect(try Day.reading(day.spoken, today: today) == day)
      #expect(try Day.reading(day.written, today: today) == day)
      #expect(try Day.reading(day.description, today: today) == day)
    }
  }

  @Test(
    "What is not one day is refused",
    arguments: [
      ("31/02/2014", "not-a-day"), ("29/2/2027", "not-a-day"), ("12/13/2026", "not-a-day"),
      ("0/1/2026", "not-a-day"), ("4/12/26", "not-a-day"), ("4/12", "not-a-day"),
      ("2026/12/04", "not-a-day"), ("Dec 4 2026", "not-a-day"), ("", "not-a-day"),
      ("fr", "not-a-day"), ("soon", "not-a-day"), ("+6", "not-a-day"), ("+w", "not-a-day"),
      ("+6x", "not-a-day"), ("++6w", "not-a-day"), ("+99999y", "not-a-day"),
      ("-99999m", "not-a-day"), ("٤/12/2026", "not-a-day"),
      ("Monday 4 December 2026", "weekday-differs"), ("next friday", "two-days"),
      ("sunday", "two-days"), ("last fri", "two-days"), ("this fri", "two-days"),
    ])
  func refused(typed: String, code: String) {
    #expect { try Day.reading(typed, today: today) } throws: { ($0 as? Problem)?.code == code }
  }

  @Test(
    "Both readings of next friday are shown, the nearer first",
    arguments: [
      ("next friday", "2026-11-27", "2026-12-04"), ("next sunday", "2026-11-22", "2026-11-29"),
      ("last friday", "2026-11-13", "2026-11-20"), ("this monday", "2026-11-16", "2026-11-23"),
      ("sun", "2026-11-22", "2026-11-29"),
    ])
  func readings(typed: String, one: String, other: String) throws {
    let problem = #expect(throws: Problem.self) { try Day.reading(typed, today: today) }
    #expect(problem?.cure?.text(value: "") == "Write \(one) or \(other).")
    let days = [one, other].compactMap { Day($0)?.spoken }
    #expect(problem?.says.text(value: "It") == "It could be \(days[0]) or \(days[1])")
  }

  @Test("The cure says how long the month is")
  func monthLength() {
    let problem = #expect(throws: Problem.self) {
      try Day.reading("31 feb 2014", today: today)
    }
    #expect(problem?.cure?.text(value: "") == "February 2014 has 28 days.")
  }
}
