/// Whether something may be shared with an agency, and on which entry that rests. Want of consent
/// never stops a referral from being received, kept or screened: nothing there asks this (practice
/// P3). It stops what goes out.
public struct Sharing: Sendable, Equatable {
  public enum Reason: String, Sendable {
    case agreed
    /// Somebody answered for without consent, and named the lawful basis.
    case decided = "shared without consent"
    case decidedAgainst = "a decision not to share"
    case refused, withdrawn
    case expired = "the agreement has ended"
    case unasked = "nobody has agreed"
    /// A cared-for adult's diagnosis needs that adult's own agreement (practice P4).
    case needsOwn = "the cared-for adult has not agreed"
  }

  public let reason: Reason
  /// The consent or the decision that settles it.
  public let entry: ID?

  public var isAllowed: Bool { reason == .agreed || reason == .decided }
}

extension Consent {
  /// Who answered for a cared-for adult: that adult.
  public static let caredForAdult = "cared-for adult"
  /// What a diagnosis is called among the things that may be shared.
  public static let diagnosis = "diagnosis"
  /// What the answers of a brief assessment are called there.
  public static let briefAssessment = "brief assessment"
}

extension CaseFile {
  /// Whether `what` about somebody may be shared with an agency on a day. A manager's latest decision
  /// settles it; else each giver's latest answer that covers it counts, so that a refusal or a
  /// withdrawal beats an older agreement, and one giver's yes does not silence another's no
  /// (practice P3, P4). An agency is meant by any of its names among `agencies`.
  public func sharing(
    _ what: String, about person: ID, with agency: String, among agencies: [Agency], on day: Day
  ) -> Sharing {
    let names = agencies.names(of: agency)
    if let decision = decision(about: person, names, day) {
      return Sharing(
        reason: decision.what == .shared ? .decided : .decidedAgainst, entry: decision.header.id)
    }
    let isOwn = isDiagnosis(what) && isCaredForAdult(person, on: day)
    let answers = answers(what, person, names, day).filter { consent in
      !isOwn || consent.person.map(today) == today(person) && consent.isTheirOwn
        || consent.answer != .agreed
    }
    if let no = answers.last(where: { $0.answer == .refused || $0.answer == .withdrawn }) {
      return Sharing(
        reason: no.answer == .refused ? .refused : .withdrawn, entry: no.header.id)
    }
    let agreed = answers.filter { $0.answer == .agreed }
    if let yes = agreed.last(where: { $0.ends.map { day <= $0 } ?? true }) {
      return Sharing(reason: .agreed, entry: yes.header.id)
    }
    if let ended = agreed.last { return Sharing(reason: .expired, entry: ended.header.id) }
    return Sharing(reason: isOwn ? .needsOwn : .unasked, entry: nil)
  }

  /// The last decision about sharing with this agency: it names the agency, who decided, and
  /// why; a decision not to share that names no agency is about all of them.
  private func decision(about person: ID, _ names: [String], _ day: Day) -> ManagersDecision? {
    all(ManagersDecision.self).last { decision in
      (decision.what == .notShared || decision.what == .shared) && decision.header.day <= day
        && (decision.person == nil || decision.person.map(today) == today(person))
        && (names.contains { Text.folded(decision.rule ?? "") == Text.folded($0) }
          || decision.what == .notShared && decision.rule == nil)
        && (decision.what == .notShared
          || !decision.decider.isEmpty && !(decision.because ?? "").isEmpty)
    }
  }

  /// Each giver's latest answer that covers it, oldest first. `not asked` answers nothing.
  private func answers(_ what: String, _ person: ID, _ names: [String], _ day: Day) -> [Consent] {
    func covers(_ list: [String], _ names: [String]) -> Bool {
      list.isEmpty
        || list.contains { one in names.contains { Text.folded(one) == Text.folded($0) } }
    }
    return all(Consent.self).filter { consent in
      consent.answer != .notAsked && consent.header.day <= day
        && (consent.person == nil || consent.person.map(today) == today(person))
        && covers(consent.what, [what]) && covers(consent.agencies, names)
    }.reduce(into: [Consent]()) { latest, consent in
      latest.removeAll { Text.folded($0.giver ?? "") == Text.folded(consent.giver ?? "") }
      latest.append(consent)
    }
  }

  private func isDiagnosis(_ what: String) -> Bool {
    Text.folded(what).split(separator: " ").contains { $0 == Consent.diagnosis }
  }

  /// Whoever is cared for is an adult unless a date of birth says otherwise: on the safe side.
  private func isCaredForAdult(_ person: ID, on day: Day) -> Bool {
    guard let member = members.first(where: { $0.id == today(person) }) else { return false }
    return member.entries.contains { $0.role == .caredFor }
      && (member.latest(\.born).map { day.age(born: $0) >= 18 } ?? true)
  }
}

extension Consent {
  fileprivate var isTheirOwn: Bool { Text.folded(giver ?? "") == Text.folded(Self.caredForAdult) }
}
