import Testing
import YoungCarers

@testable import Interchange

@Suite("Calendar files (RFC 5545)")
struct CalendarTests {
  private static let start = Instant("2026-12-04T15:30:00Z") ?? Instant(microseconds: 0)

  private func event(_ change: (inout CalendarEvent) -> Void = { _ in }) -> CalendarEvent {
    var event = CalendarEvent(
      uid: "000SGDKCXXWG8D2TN4PABEQ78R@carers", sequence: 1,
      stamp: Instant("2026-11-22T06:08:15.123456Z") ?? Self.start, start: .at(Self.start),
      minutes: 150, summary: "Meeting", location: "Oakfield Family Centre")
    change(&event)
    return event
  }

  private func lines(_ events: CalendarEvent..., by organiser: String? = nil) -> [String] {
    CalendarFile(product: "-//carers//test//EN", organiser: organiser, events).text
      .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("One meeting")
  func one() {
    #expect(
      lines(event()) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//carers//test//EN",
        "BEGIN:VEVENT", "UID:000SGDKCXXWG8D2TN4PABEQ78R@carers", "SEQUENCE:1",
        "DTSTAMP:20261122T060815Z", "DTSTART:20261204T153000Z", "DTEND:20261204T180000Z",
        "SUMMARY:Meeting", "LOCATION:Oakfield Family Centre", "STATUS:CONFIRMED",
        "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test("A meeting that is cancelled, one without a place, and one without a time")
  func others() {
    let gone = lines(event { $0.isCancelled = true })
    #expect(!gone.contains { $0.hasPrefix("METHOD") } && gone.contains("STATUS:CANCELLED"))
    #expect(!lines(event { $0.location = nil }).contains { $0.hasPrefix("LOCATION") })
    let day = lines(event { $0.start = .on(Day(number: 20_791)) })
    #expect(day.contains("DTSTART;VALUE=DATE:20261204"))
    #expect(!day.contains { $0.hasPrefix("DTEND") })
  }

  @Test("With an organiser it is published, or takes back what was (RFC 5546)")
  func organised() {
    let mail = "service@council.example"
    let gone = lines(event { $0.isCancelled = true }, by: mail)
    #expect(gone.contains("METHOD:CANCEL") && gone.contains("STATUS:CANCELLED"))
    #expect(gone.contains("ORGANIZER:mailto:\(mail)"))
    let mixed = lines(event { $0.isCancelled = true }, event(), by: mail)
    #expect(mixed.contains("METHOD:PUBLISH") && mixed.contains("STATUS:CANCELLED"))
  }

  @Test("Marks of the format are escaped")
  func escaped() {
    let found = lines(event { $0.location = "Hall; 1, High St\\A\r\nback door\rup" })
    #expect(found.contains(#"LOCATION:Hall\; 1\, High St\\A\nback door\nup"#))
  }

  @Test("Lines are folded at 75 octets, and no letter is cut", arguments: 60...80)
  func folded(_ length: Int) {
    let place = String(repeating: "x", count: length) + "ÓŁ語😀" + String(repeating: "é", count: 90)
    let found = lines(event { $0.location = place })
    #expect(found.allSatisfy { $0.utf8.count <= 75 })
    let text = found.joined(separator: "\n").replacing("\n ", with: "")
    #expect(text.contains("LOCATION:\(place)\n"))
  }
}
