/// Where a child stands in the service's order of steps (practice P10).
extension CaseFile {
  /// The first step that nobody has taken for a child, after the last that somebody has; nil where all
  /// are taken. A referral that nobody has screened always calls for the screen (practice P2).
  public func nextStep(of child: ID, _ service: Service) -> Step? {
    let person = today(child)
    let taken = service.steps.map { isTaken($0, for: person) }
    let from = taken.lastIndex(of: true).map { $0 + 1 } ?? 0
    if from < service.steps.count { return service.steps[from] }
    return service.steps.contains(.screen) && !isTaken(.screen, for: person) ? .screen : nil
  }

  private func isTaken(_ step: Step, for person: ID) -> Bool {
    func isTheirs(_ other: ID?) -> Bool { other.map(today) == person }
    return switch step {
    case .brief:
      all(Assessment.self).contains {
        $0.form == .brief && $0.finished != nil && isTheirs($0.person)
      }
    case .screen:
      screening(of: person) != nil && !unscreened.contains { isTheirs($0.person) }
    case .triage: all(Triage.self).contains { isTheirs($0.person) }
    }
  }
}

extension Step {
  /// What is to be done, for people.
  public var words: String {
    switch self {
    case .brief: "the brief assessment"
    case .screen: "the safeguarding screen"
    case .triage: "triage"
    }
  }
}
