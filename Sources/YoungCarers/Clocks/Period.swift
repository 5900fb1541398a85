/// A length of time as people set a target: `45 working days`, `6 weeks`, `3 months`, `same day`.
public struct Period: Sendable, Hashable {
  public enum Unit: String, Sendable, CaseIterable {
    case workingDay = "working day"
    case day, week, month, year

    /// A hundred years or a little more: what is longer is a slip, and must not leave the calendar.
    fileprivate var longest: Int {
      switch self {
      case .workingDay, .day: 36_525
      case .week: 5218
      case .month: 1200
      case .year: 100
      }
    }
  }

  public let count: Int
  public let unit: Unit

  /// Nil where there are fewer than none or it is longer than about a hundred years. Nought of
  /// anything but days is nothing that anybody means.
  public init?(_ count: Int, _ unit: Unit) {
    guard (unit == .day ? 0 : 1)...unit.longest ~= count else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The last day on which it is kept, counted from the day after `day`. Months and years end on the
  /// same day of the month, or on the last day of a shorter month: a year after 29 February is 28
  /// February. Only working days look at holidays.
  public func due(after day: Day, _ working: WorkingDays) -> Day {
    switch unit {
    case .workingDay: working.day(count, after: day)
    case .day: day + count
    case .week: day + count * 7
    case .month: day.adding(months: count)
    case .year: day.adding(months: count * 12)
    }
  }
}

extension Period: LosslessStringConvertible {
  /// A whole number and a unit, in one or several, in any case; nil for anything else.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words == ["same", "day"] {
      self.init(0, .day)
      return
    }
    guard let figures = words.first, figures.utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int(figures)
    else { return nil }
    let name = words.dropFirst().joined(separator: " ")
    guard
      let unit = Unit.allCases.first(where: { [$0.rawValue, $0.rawValue + "s"].contains(name) })
    else { return nil }
    self.init(count, unit)
  }

  public var description: String {
    count == 0 ? "same day" : "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
  }
}
