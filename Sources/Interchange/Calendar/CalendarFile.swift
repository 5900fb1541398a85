import YoungCarers

/// A meeting as a calendar shows it.
public struct CalendarEvent: Sendable, Equatable {
  public enum Start: Sendable, Equatable {
    case at(Instant)
    /// The whole day, where no time is known.
    case on(Day)
  }

  /// The same through all changes of the meeting (RFC 5545 §3.8.4.7).
  public var uid: String
  /// Rises with each change that matters (§3.8.7.4).
  public var sequence: Int
  /// When this state of it was written down (§3.8.7.2).
  public var stamp: Instant
  public var start: Start
  public var minutes: Int?
  public var summary: String
  public var location: String?
  public var isCancelled: Bool

  public init(
    uid: String, sequence: Int, stamp: Instant, start: Start, minutes: Int? = nil,
    summary: String, location: String? = nil, isCancelled: Bool = false
  ) {
    self.uid = uid
    self.sequence = sequence
    self.stamp = stamp
    self.start = start
    self.minutes = minutes
    self.summary = summary
    self.location = location
    self.isCancelled = isCancelled
  }
}

/// A calendar file (RFC 5545): CRLF line ends, lines folded at 75 octets, times in UTC. It names
/// nobody who comes, because whoever holds the phone reads it.
public struct CalendarFile: Sendable {
  private let product: String
  private let organiser: String?
  private let events: [CalendarEvent]

  /// `product` is what wrote it, as `-//carers//carers 1.0//EN`; `organiser` a mail address. A file
  /// with an organiser is published, or takes back what was (RFC 5546 §3.2.1, §3.2.5); one without
  /// has no method, and its events say themselves that they are cancelled.
  public init(product: String, organiser: String? = nil, _ events: [CalendarEvent]) {
    self.product = product
    self.organiser = organiser
    self.events = events
  }

  public var text: String {
    let isCancelled = !events.isEmpty && events.allSatisfy(\.isCancelled)
    let method = organiser.map { _ in "METHOD:\(isCancelled ? "CANCEL" : "PUBLISH")" }
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:\(Self.escaped(product))"]
      + [method].compactMap { $0 } + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(_ event: CalendarEvent) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "SEQUENCE:\(event.sequence)",
      "DTSTAMP:\(Self.basic(event.stamp))",
    ] + Self.time(event)
      + [
        organiser.map { "ORGANIZER:mailto:\($0)" },
        "SUMMARY:\(Self.escaped(event.summary))",
        event.location.map { "LOCATION:\(Self.escaped($0))" },
        "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")", "CLASS:PRIVATE", "END:VEVENT",
      ].compactMap { $0 }
  }

  private static func time(_ event: CalendarEvent) -> [String] {
    switch event.start {
    case .on(let day):
      return ["DTSTART;VALUE=DATE:\(day.description.replacing("-", with: ""))"]
    case .at(let start):
      let end = event.minutes.map {
        Instant(microseconds: start.microseconds + Int64($0) * 60_000_000)
      }
      return ["DTSTART:\(basic(start))"] + (end.map { ["DTEND:\(basic($0))"] } ?? [])
    }
  }

  /// `20261204T153000Z`.
  private static func basic(_ instant: Instant) -> String {
    instant.text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A text value (§3.3.11).
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\\\"
      case ";": out += "\\;"
      case ",": out += "\\,"
      case "\n", "\r\n", "\r": out += "\\n"
      default: out.append(character)
      }
    }
    return out
  }

  /// No line is longer than 75 octets without its end, and no letter is cut in two (§3.1).
  private static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if octets + length > 75 {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(scalar)
      octets += length
    }
    return out
  }
}
