import TestSupport
import Testing

@testable import YoungCarers

@Suite("Times of day")
struct TimeOfDayTests {
  @Test(
    "As people write them",
    arguments: [
      ("3.30pm", "15:30", "3.30pm"), ("3:30 PM", "15:30", "3.30pm"), ("3pm", "15:00", "3pm"),
      ("15:30", "15:30", "3.30pm"), ("15.30", "15:30", "3.30pm"), ("09:30", "09:30", "9.30am"),
      ("10.05", "10:05", "10.05am"), ("12am", "00:00", "midnight"), ("12pm", "12:00", "midday"),
      ("12.30pm", "12:30", "12.30pm"), ("midday", "12:00", "midday"), ("noon", "12:00", "midday"),
      ("midnight", "00:00", "midnight"), ("00:15", "00:15", "12.15am"),
    ])
  func read(_ typed: String, _ text: String, _ spoken: String) throws {
    let time = try TimeOfDay.reading(typed)
    #expect(time.text == text && time.spoken == spoken && TimeOfDay(text) == time)
  }

  @Test(
    "What is no time, and what could be two",
    arguments: [
      ("3.30", "two-times"), ("9:00", "two-times"), ("25:30", "not-a-time"),
      ("15:60", "not-a-time"),
      ("13pm", "not-a-time"), ("0am", "not-a-time"), ("15", "not-a-time"), ("", "not-a-time"),
      ("3.3pm", "not-a-time"), ("half past 3", "not-a-time"), ("3.30.30pm", "not-a-time"),
      ("٣pm", "not-a-time"), ("-3pm", "not-a-time"),
    ])
  func refused(_ typed: String, _ code: String) {
    #expect(throws: Problem.self) { try TimeOfDay.reading(typed) }
    do { _ = try TimeOfDay.reading(typed) } catch { #expect((error as? Problem)?.code == code) }
  }

  @Test(
    "A day and a time",
    arguments: ["fri 3.30pm", "Fri at 3.30 pm", "4 Dec 2026 15:30", "2026-12-04  3.30pm"])
  func moment(_ typed: String) throws {
    let today = try #require(Day("2026-12-01"))
    let (day, time) = try TimeOfDay.reading(dayAndTime: typed, today: today)
    #expect(day.spoken(at: time) == "Friday 4 December 2026 at 3.30pm")
  }

  @Test("A time alone, or a day alone, is not enough", arguments: ["3.30pm", "at 3pm", "", "fri"])
  func half(_ typed: String) {
    let today = Day(number: 20_788)
    #expect(throws: Problem.self) { try TimeOfDay.reading(dayAndTime: typed, today: today) }
  }

  @Test(
    "From London to UTC, where the clocks change too",
    arguments: [
      ("2026-12-04", "15:30", "2026-12-04T15:30:00"),
      ("2026-07-03", "15:30", "2026-07-03T14:30:00"),
      ("2026-03-29", "00:30", "2026-03-29T00:30:00"),
      ("2026-03-29", "01:30", "2026-03-29T01:30:00"),
      ("2026-03-29", "02:30", "2026-03-29T01:30:00"),
      ("2026-10-25", "00:30", "2026-10-24T23:30:00"),
      ("2026-10-25", "01:30", "2026-10-25T00:30:00"),
      ("2026-10-25", "02:30", "2026-10-25T02:30:00"),
      ("2026-07-03", "00:15", "2026-07-02T23:15:00"),
    ])
  func london(_ day: String, _ time: String, _ utc: String) throws {
    let instant = try Instant(
      inLondonOn: #require(Day(day)), at: #require(TimeOfDay(time)))
    #expect(instant.text.hasPrefix(utc))
  }

  @Test("The day in London of an instant made from a day is that day")
  func back() {
    var random = Seeded(1)
    for _ in 0..<2000 {
      let day = Day(number: .random(in: 15_000...30_000, using: &random))
      let minutes = Int.random(in: 0..<1440, using: &random)
      guard let time = TimeOfDay(hour: minutes / 60, minute: minutes % 60) else { continue }
      #expect(Day(inLondonAt: Instant(inLondonOn: day, at: time)) == day)
    }
  }
}
