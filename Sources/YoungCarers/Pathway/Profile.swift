/// The order of steps is the service's own (practice P10): two services, and a plain one, are
/// profiles of one program.
public enum Profile: String, Sendable, CaseIterable {
  case plain, leeds, bolton

  public var about: String {
    switch self {
    case .leeds: "one pathway; any setting makes the brief assessment"
    case .bolton: "by way of children's social care to a project worker and a conference"
    case .plain: "no service's order of steps"
    }
  }
}

extension Service {
  /// What becomes of a referral first. In every service a safeguarding concern goes to the front door
  /// the same day (practice P10).
  public var firstStep: String {
    switch steps.first {
    case .brief: "the setting that noticed makes the brief assessment"
    case .screen where !text(.screener).isEmpty: "\(text(.screener)) sees the referral first"
    case .screen, .triage, nil: "screen each referral"
    }
  }
}
