import Foundation
import Testing
import YoungCarers

@testable import Interchange

private let hasICalendar =
  isInstalled("python3") && (try? runs("python3", ["-c", "import icalendar"]).0) == 0

@Suite("A calendar file as another program reads it")
struct CalendarReadBackTests {
  private static let script = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    print(calendar["METHOD"], *{str(event["ORGANIZER"]) for event in calendar.walk("VEVENT")})
    for event in calendar.walk("VEVENT"):
        print(event["UID"], event["SEQUENCE"], event["STATUS"])
        print(event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat())
        print(event["DTSTAMP"].dt.isoformat())
        print(event["SUMMARY"])
        print(event.get("LOCATION", "-").replace(chr(10), "|"))
    """

  @Test(
    "python's icalendar reads what was written",
    .enabled(if: hasICalendar, "python3-icalendar is not installed"))
  func read() throws {
    let place =
      "Oakfield Family Centre; room 2, up the stairs\nZoë's side, \\left, " + "語é".repeated
    let events = try [("a@carers", false), ("b@carers", true)].map { uid, isCancelled in
      CalendarEvent(
        uid: uid, sequence: 2, stamp: try #require(Instant("2026-11-22T06:08:15Z")),
        start: .at(
          Instant(
            inLondonOn: try #require(Day("2027-06-04")), at: try #require(TimeOfDay("15:30")))),
        minutes: 150, summary: "Meeting", location: isCancelled ? nil : place,
        isCancelled: isCancelled)
    }
    let text = CalendarFile(
      product: "-//carers//carers 1//EN", organiser: "service@council.example", events
    ).text
    let (status, said) = try runs("python3", ["-c", Self.script], input: text)
    #expect(status == 0)
    let times = "2027-06-04T14:30:00+00:00 2027-06-04T17:00:00+00:00\n2026-11-22T06:08:15+00:00"
    #expect(
      said == """
        PUBLISH mailto:service@council.example
        a@carers 2 CONFIRMED
        \(times)
        Meeting
        \(place.replacing("\n", with: "|"))
        b@carers 2 CANCELLED
        \(times)
        Meeting
        -

        """)
  }
}

extension String {
  fileprivate var repeated: String { String(repeating: self, count: 40) }
}
