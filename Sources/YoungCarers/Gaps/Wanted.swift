/// Something that ought to be written down of a child or a family: without it a report is wrong, or a
/// child may come to harm.
public enum Wanted: String, Sendable, CaseIterable {
  case screen, lead, due, review, consent
  case caredFor = "cared-for"
  case firstScore = "first-score"
  case closingScore = "closing-score"
  case born, sex, ethnicity, school, postcode, upn

  /// What there should be.
  public var words: String {
    switch self {
    case .screen: "Referrals screened"
    case .lead: "Lead worker, where we work"
    case .due: "Days by which things are due"
    case .review: "Day of the plan's review"
    case .consent: "Answer about sharing"
    case .caredFor: "Who is cared for, once triaged"
    case .firstScore: "First score, where we work"
    case .closingScore: "Closing score, work ended"
    case .born: "Date of birth"
    case .sex: "Sex"
    case .ethnicity: "Ethnicity"
    case .school: "School"
    case .postcode: "Postcode"
    case .upn: "Pupil number right, where given"
    }
  }

  /// What goes wrong without it.
  public var harm: String {
    switch self {
    case .screen: "a danger may go unseen"
    case .lead: "nobody sees that it is done"
    case .due: "nobody is told when it is late"
    case .review: "nobody asks how the plan goes"
    case .consent: "nothing may be passed on"
    case .caredFor: "the wrong assessment, or none"
    case .firstScore, .closingScore: "nobody can say what has changed"
    case .born: "no age; turning 18 is not seen; two children may be taken for one"
    case .sex, .ethnicity: "nobody sees whom we do not reach"
    case .school: "missing from the school's list"
    case .postcode: "missing from figures by area"
    case .upn: "the school cannot tell whom we mean"
    }
  }

  /// Whether families are counted, and not children.
  public var isOfFamily: Bool { self == .lead || self == .review || self == .due }
}

/// How one child, or one family, stands with one of them.
public struct WantedAnswer: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    case known
    /// An answer, and no gap: it is counted apart (practice P43).
    case refused
    case missing
  }

  public var wanted: Wanted
  public var state: State
  /// Nil where it is about the family.
  public var person: ID?
  /// What to look at, where it is more than the child.
  public var detail: String?

  public init(_ wanted: Wanted, _ state: State, _ person: ID? = nil, _ detail: String? = nil) {
    self.wanted = wanted
    self.state = state
    self.person = person
    self.detail = detail
  }
}

extension CaseFile {
  /// How the case stands with each of them that has a meaning for it: nothing where the work ended
  /// more than a year before the day.
  public func wantedAnswers(on day: Day) -> [WantedAnswer] {
    if case .closed(let closure) = involvement, closure.header.day <= day.adding(months: -12) {
      return []
    }
    return familyAnswers(on: day)
      + children.flatMap { child in
        written(of: child) + worked(with: child, on: day) + scores(of: child)
      }
  }

  private func familyAnswers(on day: Day) -> [WantedAnswer] {
    var found: [WantedAnswer] = []
    if involvement.isOpen {
      found.append(WantedAnswer(.lead, leads(on: day).isEmpty ? .missing : .known))
    }
    if plan != nil, let review = reviewDue {
      found.append(WantedAnswer(.review, (review.booked ?? review.day) == nil ? .missing : .known))
    }
    let dated =
      waits.map { ("\($0.form.rawValue) assessment", $0.due) }
      + (plan.map { open(actions(of: $0)) } ?? []).map { ("promise \($0.number)", $0.due) }
    if !dated.isEmpty {
      let undated = dated.filter { $0.1 == nil }.map(\.0)
      found.append(
        WantedAnswer(
          .due, undated.isEmpty ? .known : .missing, nil,
          undated.isEmpty ? nil : undated.joined(separator: ", ")))
    }
    return found
  }

  /// What is written of the child: the newest description that says it.
  private func written(of child: Member) -> [WantedAnswer] {
    func answer(_ wanted: Wanted, _ isKnown: Bool, _ detail: String? = nil) -> WantedAnswer {
      WantedAnswer(wanted, isKnown ? .known : .missing, child.id, detail)
    }
    let ethnicity = Ethnicity.code(child.latest(\.ethnicity))
    var found = [
      answer(.born, child.latest(\.born) != nil), answer(.sex, child.latest(\.sex) != nil),
      ethnicity == Ethnicity.refused
        ? WantedAnswer(.ethnicity, .refused, child.id)
        : answer(.ethnicity, ethnicity != Ethnicity.notObtained),
      answer(.school, child.latest(\.school) != nil),
      answer(.postcode, child.latest(\.postcode) != nil),
    ]
    if let number = child.latest(\.upn), !Self.isReasonForNone(number) {
      found.append(answer(.upn, UPN(number) != nil, "fails its check, or is cut short"))
    }
    return found
  }

  /// UN1 to UN10: why there is no pupil number (field notes 4.1).
  private static func isReasonForNone(_ number: String) -> Bool {
    number.uppercased().hasPrefix("UN") && number.utf8.count <= 4
  }

  private func worked(with child: Member, on day: Day) -> [WantedAnswer] {
    func isTheirs(_ person: ID?) -> Bool { person.map(today) == child.id }
    var found: [WantedAnswer] = []
    if referrals.contains(where: { isTheirs($0.person) }) {
      let waiting = unscreened.filter { isTheirs($0.person) }
      found.append(
        WantedAnswer(
          .screen, waiting.isEmpty ? .known : .missing, child.id,
          waiting.first.map { "referred \($0.header.day)" }))
    }
    found.append(WantedAnswer(.consent, consentState(of: child.id), child.id))
    if all(Triage.self).contains(where: { isTheirs($0.person) }) {
      let isNamed =
        members.contains { $0.isCaredFor && $0.id != child.id }
        || !triageFacts(of: child.id, on: day).caredFor.isEmpty
      found.append(WantedAnswer(.caredFor, isNamed ? .known : .missing, child.id))
    }
    return found
  }

  /// Refused where the last answer that anybody gave is no.
  private func consentState(of child: ID) -> WantedAnswer.State {
    let answers = all(Consent.self).filter {
      $0.answer != .notAsked && ($0.person == nil || $0.person.map(today) == child)
    }
    switch answers.last?.answer {
    case nil: return .missing
    case .refused, .withdrawn: return .refused
    default: return .known
    }
  }

  /// By anybody: the family's own scores, or a worker's.
  private func scores(of child: Member) -> [WantedAnswer] {
    let stages = Set(scored(child.id, in: spell).map(\.stage))
    func answer(_ wanted: Wanted, _ stage: Stage) -> WantedAnswer {
      WantedAnswer(wanted, stages.contains(stage) ? .known : .missing, child.id)
    }
    switch involvement {
    case .none: return []
    case .open: return [answer(.firstScore, .first)]
    case .closed: return [answer(.firstScore, .first), answer(.closingScore, .closing)]
    }
  }
}
