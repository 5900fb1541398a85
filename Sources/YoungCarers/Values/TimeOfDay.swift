/// A time of day in England, to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: Int

  public static let midnight = TimeOfDay(0)

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }

  private init(_ minutes: Int) { self.minutes = minutes }

  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }

  /// Reads what `text` writes.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Self.digits(parts[0]), let minute = Self.digits(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// `15:30`: as it is kept.
  public var text: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// `3.30pm`, `10am`, `midday`: as people are told.
  public var spoken: String {
    switch minutes {
    case 0: return "midnight"
    case 720: return "midday"
    default:
      let minute = minute == 0 ? "" : ".\(self.minute < 10 ? "0" : "")\(self.minute)"
      return "\((hour + 11) % 12 + 1)\(minute)\(hour < 12 ? "am" : "pm")"
    }
  }

  fileprivate static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension TimeOfDay {
  /// A time as people write it: `3.30pm`, `3pm`, `15:30`, `15.30`, `09:30`, `midday`. One figure
  /// without am or pm could be two times, and is refused with both.
  public static func reading(_ typed: String) throws -> TimeOfDay {
    let word = typed.lowercased().filter { $0 != " " }
    switch word {
    case "midday", "noon": if let noon = TimeOfDay(hour: 12, minute: 0) { return noon }
    case "midnight": if let midnight = TimeOfDay(hour: 0, minute: 0) { return midnight }
    default: break
    }
    let half = ["am", "pm"].first { word.hasSuffix($0) }
    let figures = half == nil ? word[...] : word.dropLast(2)
    let parts = figures.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard (1...2).contains(parts.count), let hour = digits(parts[0]),
      let minute = parts.count == 2 ? (parts[1].utf8.count == 2 ? digits(parts[1]) : nil) : 0,
      half != nil || parts.count == 2
    else { throw unclear }
    if let half {
      guard (1...12).contains(hour) else { throw unclear }
      return try existing(hour % 12 + (half == "pm" ? 12 : 0), minute)
    }
    guard parts[0].utf8.count == 2 else {
      let (first, second) = (try existing(hour, minute), try existing(hour % 12 + 12, minute))
      throw Problem(
        "two-times", .usage,
        "\(.value) could be \(named: first.spoken) or \(named: second.spoken)",
        cure: "Write \(named: first.text) or \(named: second.text).")
    }
    return try existing(hour, minute)
  }

  private static func existing(_ hour: Int, _ minute: Int) throws -> TimeOfDay {
    guard let time = TimeOfDay(hour: hour, minute: minute) else { throw unclear }
    return time
  }

  private static let unclear = Problem(
    "not-a-time", .usage, "\(.value) is not a time that is understood here",
    cure: "Write 3.30pm or 15:30.")

  /// A day and a time: `fri 3.30pm`, `4 Dec 2026 at 15:30`, `2026-12-04 3 pm`.
  public static func reading(dayAndTime typed: String, today: Day) throws -> (Day, TimeOfDay) {
    var words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    var last = words.popLast() ?? ""
    if ["am", "pm"].contains(last.lowercased()), let figure = words.popLast() {
      last = figure + last
    }
    if words.last?.lowercased() == "at" { words.removeLast() }
    guard !words.isEmpty else {
      throw Problem(
        "day-and-time", .usage, "this needs a day and a time",
        cure: "For example \"fri 3.30pm\", or \"2026-12-04 15:30\".")
    }
    let time = try reading(last)
    return (try Day.reading(words.joined(separator: " "), today: today), time)
  }
}

extension Day {
  /// `Friday 4 December 2026 at 3.30pm`.
  public func spoken(at time: TimeOfDay?) -> String {
    spoken + (time.map { " at \($0.spoken)" } ?? "")
  }
}
