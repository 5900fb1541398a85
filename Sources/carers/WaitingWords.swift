import YoungCarers

/// What is said of waiting lists, for people.
enum WaitingWords {
  /// Closing stops routine intake, not the duty (practice P25).
  static func closed(_ closing: ListChange) -> String {
    "The \(closing.list.rawValue) list is closed since \(closing.header.day.written): dated and counted, and to be passed to the council."
  }

  /// What the list will look like at the present rate, and how little that is known.
  static func forecast(_ forecast: WaitingForecast) -> String {
    let weeks = Int(forecast.weeks.rounded())
    let span =
      weeks == 0
      ? "since it opened" : weeks == 1 ? "in the last week" : "in the last \(weeks) weeks"
    guard forecast.outlook != .tooLittleKnown, let point = forecast.points.dropFirst().first else {
      return
        "How it will go cannot be said: \(forecast.joined) joined and \(forecast.left) were assessed \(span)."
    }
    let rate =
      "As \(span) (\(forecast.joined) joined, \(forecast.left) assessed)"
    let length =
      "about \(point.expected) will wait on \(point.day.written), four times of five between \(point.low) and \(point.high)"
    return "\(rate) \(length)\(outlook(forecast))."
  }

  private static func outlook(_ forecast: WaitingForecast) -> String {
    switch forecast.outlook {
    case .grows: "; it grows"
    case .shrinks:
      "; it shrinks" + (forecast.clearing?.likely.map { ", and may be empty in \($0) weeks" } ?? "")
    case .unclear, .tooLittleKnown: "; whether it grows or shrinks is not sure"
    }
  }
}
