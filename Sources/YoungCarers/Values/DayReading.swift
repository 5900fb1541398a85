extension Day {
  /// A day as people write it: `2026-12-04`, `4/12/2026`, `4 Dec 2026`, `Friday 4 December 2026`,
  /// `today`, `tomorrow`, `yesterday`, `fri`, `+6w`, `-2m`. The day comes before the month, always;
  /// what could be two days is refused with both.
  public static func reading(_ typed: String, today: Day) throws -> Day {
    let words = typed.lowercased().split(separator: " ").map(String.init)
    if words.count == 1 {
      if let day = try one(words[0], today) { return day }
    } else if let from = ["next": 0, "this": -7, "last": -14][words.first ?? ""], words.count == 2,
      let weekday = weekdayNumber(words[1])
    {
      throw twoReadings(today + ((weekday - today.weekday + 7) % 7 + from))
    } else if let day = try written(words) {
      return day
    }
    throw Problem(
      "not-a-day", .usage, "\(.value) is not a day that is understood here",
      cure: "Write 2026-12-04, 4/12/2026, 4 Dec 2026, today, tomorrow, fri or +6w.")
  }

  /// A day in one word.
  private static func one(_ word: String, _ today: Day) throws -> Day? {
    switch word {
    case "today": return today
    case "tomorrow": return today + 1
    case "yesterday": return today + -1
    default: break
    }
    if let weekday = weekdayNumber(word) {
      guard weekday != today.weekday else { throw twoReadings(today) }
      return today + (weekday - today.weekday + 7) % 7
    }
    if word.hasPrefix("+") || word.hasPrefix("-") { return try moved(word, today) }
    for mark in ["/", ".", "-"] as [Character] {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts.allSatisfy({ digits($0) != nil }) else { continue }
      if mark == "-", parts[0].utf8.count == 4 {
        return try existing(parts[2], digits(parts[1]), parts[0])
      }
      return try existing(parts[0], digits(parts[1]), parts[2])
    }
    return nil
  }

  /// `4 dec 2026`, with its weekday in front or without.
  private static func written(_ words: [String]) throws -> Day? {
    var words = words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    let weekday = words.count == 4 ? weekdayNumber(words[0]) : nil
    if weekday != nil { words.removeFirst() }
    guard words.count == 3, let month = monthNumber(words[1]) else { return nil }
    let ordinal = ["st", "nd", "rd", "th"].contains { words[0].hasSuffix($0) }
    let day = try existing(ordinal ? String(words[0].dropLast(2)) : words[0], month, words[2])
    if let day, let weekday, weekday != day.weekday {
      throw Problem(
        "weekday-differs", .usage,
        "\(.value): that day is a \(named: weekdayNames[day.weekday - 1])",
        cure: "Leave the weekday out, or correct the date.")
    }
    return day
  }

  /// Throws where the calendar has no such day; nil where these are no numbers.
  private static func existing(_ day: String, _ month: Int?, _ year: String) throws -> Day? {
    guard let number = digits(day), let month, let inYear = digits(year) else { return nil }
    guard year.utf8.count == 4 else {
      throw Problem(
        "not-a-day", .usage, "\(.value) does not say which century",
        cure: "Write the year with four figures, as in 4/12/2026.")
    }
    if let day = Day(year: inYear, month: month, day: number) { return day }
    guard (1...12).contains(month) else {
      throw Problem(
        "not-a-day", .usage, "\(.value) is not a day: there are twelve months",
        cure: "The day comes before the month, as in 4/12/2026.")
    }
    throw Problem(
      "not-a-day", .usage, "\(.value) is not a day",
      cure: """
        \(named: monthNames[month - 1]) \(inYear) has \
        \(length(ofMonth: month, year: inYear)) days.
        """)
  }

  /// `+6w`, `-2m`, `+3d`, `+1y`.
  private static func moved(_ word: String, _ today: Day) throws -> Day? {
    guard let unit = word.last, let figure = digits(String(word.dropFirst().dropLast())) else {
      return nil
    }
    let count = word.hasPrefix("-") ? -figure : figure
    switch unit {
    case "d": return today + count
    case "w": return today + count * 7
    case "m", "y":
      let months = unit == "m" ? count : count * 12
      guard (12..<120_000).contains(today.parts.year * 12 + today.parts.month - 1 + months) else {
        throw Problem("not-a-day", .usage, "\(.value) leaves the calendar")
      }
      return today.adding(months: months)
    default: return nil
    }
  }

  private static func twoReadings(_ first: Day) -> Problem {
    let second = first + 7
    return Problem(
      "two-days", .usage,
      "\(.value) could be \(named: first.spoken) or \(named: second.spoken)",
      cure: "Write \(named: first.description) or \(named: second.description).")
  }

  /// Up to five figures and nothing else.
  private static func digits(_ text: String) -> Int? {
    guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    return Int(text)
  }

  private static func weekdayNumber(_ word: String) -> Int? { place(of: word, in: weekdayNames) }
  private static func monthNumber(_ word: String) -> Int? { place(of: word, in: monthNames) }

  /// The name in full or its beginning of three letters or more, with a point or without.
  private static func place(of word: String, in names: [String]) -> Int? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}
