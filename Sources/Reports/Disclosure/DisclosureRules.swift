/// Who is to read a report (practice P37).
public enum Audience: String, Sendable, CaseIterable {
  /// Named recipients under the agreement: true counts, not for publication.
  case contract
  /// The board that oversees the service.
  case board
  /// Anybody.
  case everybody = "public"
}

/// How small a number is too small to be shown.
public struct DisclosureRules: Sendable, Equatable {
  /// The smallest count that is shown; zero always is.
  public var threshold: Int
  /// The smallest whole of which a percentage is shown.
  public var base: Int
  /// Counts are shown to the nearest so many; 1 shows them as they are.
  public var rounding: Int

  public init(threshold: Int = 5, base: Int = 20, rounding: Int = 1) {
    self.threshold = max(threshold, 2)
    self.base = base
    self.rounding = max(rounding, 1)
  }

  /// What keeps to these rules and to others.
  public func stricter(_ other: DisclosureRules) -> DisclosureRules {
    DisclosureRules(
      threshold: max(threshold, other.threshold), base: max(base, other.base),
      rounding: max(rounding, other.rounding))
  }

  /// Whether a child might be recognised by such a number.
  func isSmall(_ number: Int) -> Bool { number > 0 && number < threshold }

  /// A count as it is shown. What is not zero never becomes zero.
  func rounded(_ number: Int) -> Int {
    guard number > 0 else { return number }
    return max((number + rounding / 2) / rounding, 1) * rounding
  }
}
