/// The order of steps is the service's own (practice P10): two services, and a plain one, are
/// profiles of one program.
public enum Profile: String, Sendable, CaseIterable {
  case plain, leeds, bolton

  /// What becomes of a referral first. Leeds: the setting that noticed makes the brief assessment
  /// itself. Bolton: every referral goes first to children's social care. In each, a safeguarding
  /// concern goes to the front door the same day (practice P10).
  public var firstStep: String {
    switch self {
    case .leeds: "the setting that noticed makes the brief assessment"
    case .bolton: "children's social care sees the referral first"
    case .plain: "screen each referral"
    }
  }

  public var about: String {
    switch self {
    case .leeds: "one pathway; any setting makes the brief assessment"
    case .bolton: "by way of children's social care to a project worker and a conference"
    case .plain: "no service's order of steps"
    }
  }
}
