/// When a needs or a transition assessment may be finished (practice P18).
public struct Lacking: Sendable, Equatable {
  /// An item's code, or what else is missing.
  public var what: String
  public var source: String
}

extension AssessmentForm {
  public static let notAssessed = "not assessed"

  /// What is missing before it may be finished: each determination not answered, a pending one too;
  /// information beforehand, a trained assessor, and a manager's authorisation.
  public func lacking(in assessment: Assessment, authorised: Bool) -> [Lacking] {
    let answers = Answers(assessment.answers)
    let refused = form == .transition && assessment.outcome == Self.notAssessed
    let items = refused ? self.items.filter { Self.refusal.contains($0.code) } : needed(answers)
    var found = items.filter { answers[$0.code] == nil }.map {
      Lacking(what: $0.code, source: $0.source ?? title)
    }
    guard !refused else {
      return found + (authorised ? [] : [Self.authorisation])
    }
    let beforehand = assessment.informed.map { informed in
      informed <= assessment.started ?? assessment.finished ?? assessment.header.day
    }
    if beforehand != true {
      found.append(
        Lacking(what: "information given beforehand", source: "SI 2015/527 reg 2(3) to (5)"))
    }
    if assessment.trained != true {
      found.append(Lacking(what: "a trained assessor", source: "SI 2015/527 reg 3"))
    }
    return found + (authorised ? [] : [Self.authorisation])
  }

  /// The written reasons and the advice of a refused request.
  private static let refusal = ["refusedBecause", "refusedAdvice"]

  private static let authorisation = Lacking(what: "a manager's authorisation", source: "P18, P24")

  private func needed(_ answers: Answers) -> [Item] { items.filter(\.isNeeded) }

  /// Throws where a transition assessment may not end so: Care Act 2014 s63.
  public func proveOutcome(of assessment: Assessment) throws {
    guard form == .transition else { return }
    let answers = Answers(assessment.answers)
    let isAtRisk = answers.truth("abuseOrNeglect") == true
    let refuses = answers["consent"] == "refuses"
    if assessment.outcome == Self.notAssessed {
      guard answers.truth("likelyNeed") == true, answers.truth("significantBenefit") == true,
        answers["consent"].map({ $0 != "refuses" }) ?? false || refuses && isAtRisk
      else { return }
      throw Problem(
        "transition-owed", .usage,
        "likely need, significant benefit and consent are all given: the assessment is owed",
        cure: "Care Act 2014 s63(1), (3) and (4).")
    }
    guard refuses, !isAtRisk else { return }
    throw Problem(
      "transition-consent", .usage,
      "the young person refuses, and no abuse or neglect overrides it",
      cure:
        "Care Act 2014 s63(3) and (4): --outcome \"not assessed\", with refusedBecause and refusedAdvice; and offer it again (P16)."
    )
  }
}

extension Lacking {
  /// The problem that names each thing missing with its source.
  public static func problem(_ lacking: [Lacking], _ form: AssessmentForm, _ assessment: Assessment)
    -> Problem
  {
    let pending = Answers(assessment.pending)
    let named = lacking.map { one in
      "\(one.what) (\(one.source)\(pending[one.what] == nil ? "" : "; not yet known"))"
    }
    return Problem(
      "assessment-unfinished", .usage,
      "the \(named: form.form.rawValue) assessment cannot be finished: missing \(named: named.joined(separator: ", "))",
      cure:
        "Answer them: carers assess \(named: form.form.rawValue) … item=value. What cannot be known yet stays open: --pending item=reason."
    )
  }
}
