import YoungCarers

/// A month, a quarter or a year of the financial year, which begins on 1 April.
public struct ReportingPeriod: Sendable, Hashable {
  public enum Length: String, Sendable, CaseIterable {
    case month, quarter, year

    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  public let length: Length
  public let first: Day

  public var last: Day { first.adding(months: length.months) + -1 }

  public var days: ClosedRange<Day> { first...last }

  public func contains(_ day: Day) -> Bool { days.contains(day) }

  /// The period in which a day lies.
  public init(_ length: Length, containing day: Day) {
    self.length = length
    let (year, month, _) = day.parts
    let since = (month + 8) % 12 % length.months
    first = (Day(year: year, month: month, day: 1) ?? day).adding(months: -since)
  }

  /// The financial year it lies in.
  public var year: ReportingPeriod { ReportingPeriod(.year, containing: first) }

  /// The one before, of the same length.
  public var before: ReportingPeriod { ReportingPeriod(length, containing: first + -1) }

  /// The same a year before.
  public var yearBefore: ReportingPeriod {
    ReportingPeriod(length, containing: first.adding(months: -12))
  }

  /// From the first of April to the last day of the period.
  public var yearToDate: ClosedRange<Day> { year.first...last }

  /// As data and the command line have it: `2026-10`, `2026-Q3` (October to December 2026), `2026-27`.
  public var code: String {
    let (start, _, _) = year.first.parts
    switch length {
    case .month: return String(first.description.prefix(7))
    case .quarter: return "\(start)-Q\((first.parts.month + 8) % 12 / 3 + 1)"
    case .year: return "\(start)-\(Self.two(start + 1))"
    }
  }

  /// `October 2026`, `October to December 2026, the third quarter of 2026-27`, `April 2026 to March
  /// 2027`.
  public var words: String {
    let month = { (day: Day) in Day.monthNames[day.parts.month - 1] }
    switch length {
    case .month: return "\(month(first)) \(first.parts.year)"
    case .quarter:
      let place = ["first", "second", "third", "fourth"][(first.parts.month + 8) % 12 / 3]
      return
        "\(month(first)) to \(month(last)) \(last.parts.year), the \(place) quarter of \(year.code)"
    case .year:
      return "\(month(first)) \(first.parts.year) to \(month(last)) \(last.parts.year)"
    }
  }

  private static func two(_ year: Int) -> String {
    let text = String(year % 100)
    return text.count == 1 ? "0" + text : text
  }
}

extension ReportingPeriod {
  /// From what was typed: `2026-10`, `2026-Q3`, `2026-27` or `2026`, `October 2026`; `last` is the one
  /// before that of `today`, `this` that of today. Throws `.usage` for anything else.
  public init(_ text: String, _ length: Length, today: Day) throws {
    let typed = Text.folded(text).split(whereSeparator: { " -/".contains($0) }).map(String.init)
    let present = ReportingPeriod(length, containing: today)
    switch typed {
    case ["last"]: self = present.before
    case ["this"]: self = present
    default:
      guard let day = Self.firstDay(typed, length) else {
        throw Problem(
          "period", .usage, "that is no \(named: length.rawValue)", cure: Self.examples(length))
      }
      self.init(length, containing: day)
    }
  }

  /// A month, a quarter or a year, by how it is written; `last` and `this` are months.
  public init(any text: String, today: Day) throws {
    for length in Length.allCases {
      if let period = try? ReportingPeriod(text, length, today: today) {
        self = period
        return
      }
    }
    throw Problem(
      "period", .usage, "that is no period", cure: "For example 2026-10, 2026-Q3, 2026-27, or last."
    )
  }

  private static func firstDay(_ typed: [String], _ length: Length) -> Day? {
    guard let year = typed.lazy.compactMap({ $0.utf8.count == 4 ? Int($0) : nil }).first else {
      return nil
    }
    let others = typed.filter { $0 != String(year) }
    switch length {
    case .month:
      guard others.count == 1, let month = month(others[0]) else { return nil }
      return Day(year: year, month: month, day: 1)
    case .quarter:
      guard others.count == 1, let place = ["q1", "q2", "q3", "q4"].firstIndex(of: others[0])
      else { return nil }
      return Day(year: year, month: 4, day: 1)?.adding(months: place * 3)
    case .year:
      guard others.isEmpty || others == [two(year + 1)] || others == [String(year + 1)] else {
        return nil
      }
      return Day(year: year, month: 4, day: 1)
    }
  }

  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    guard text.count >= 3 else { return nil }
    return Day.monthNames.firstIndex { Text.folded($0).hasPrefix(text) }.map { $0 + 1 }
  }

  private static func examples(_ length: Length) -> Sentence {
    switch length {
    case .month: "For example 2026-10, or last."
    case .quarter: "For example 2026-Q3, October to December 2026; or last."
    case .year: "For example 2026-27, the year from April 2026; or last."
    }
  }
}
