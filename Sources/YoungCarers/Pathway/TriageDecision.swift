/// A person's decision about what happens next, held against the rules.
extension Triage {
  /// The ways that are assessments with a waiting list.
  public static let listed: [(way: Way, form: Assessment.Form, due: Service.Name)] = [
    (.needs, .needs, .targetNeeds), (.transition, .transition, .targetTransition),
  ]

  /// Throws where the decision may not be taken so: a way that is none; no reason where it differs
  /// from what the rules recommend; and after a concern nothing without social care, or its plan.
  public func prove(_ facts: TriageFacts, _ recommended: [Recommendation]) throws {
    guard !ways.isEmpty else {
      throw Problem(
        "triage-empty", .usage, "no way was decided on",
        cure: "Known are: \(named: Way.known.map(\.rawValue).joined(separator: ", ")).")
    }
    let safe = [Way.socialCare, .existingPlan].map(\.rawValue)
    if facts.screening?.isConcern ?? false, !ways.contains(where: safe.contains) {
      throw Problem(
        "triage-concern", .usage,
        "the screen said \(named: facts.screening?.rawValue ?? ""): the ways must include social care, or the existing plan",
        cure:
          "Children Act 1989 ss17 and 47. For example --decide \"social care; \(named: ways[0])\".")
    }
    guard Set(recommended.map(\.way.rawValue)) != Set(ways), because == nil else { return }
    let rules = Way.known.compactMap { way -> String? in
      let found = recommended.filter { $0.way == way }.map(\.rule)
      return found.isEmpty ? nil : "\(way.rawValue) (\(found.joined(separator: ", ")))"
    }
    throw Problem(
      "triage-differs", .usage,
      "this differs from what the rules recommend: \(named: rules.isEmpty ? "nothing" : rules.joined(separator: "; "))",
      cure: "You decide, and --because says why: it stands beside the recommendation.")
  }

  /// The way somebody meant; nil where it is none, or could be several.
  public static func way(_ given: String) -> Way? {
    let folded = Text.folded(given)
    if let exact = Way.known.first(where: { Text.folded($0.rawValue) == folded }) { return exact }
    let begun = Way.known.filter { Text.folded($0.rawValue).hasPrefix(folded) && !folded.isEmpty }
    return begun.count == 1 ? begun[0] : nil
  }
}
