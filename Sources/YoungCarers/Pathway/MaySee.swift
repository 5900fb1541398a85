/// Whoever will hold a printed form.
public struct FormReader: Sendable, Equatable {
  public var agency: String

  public init(agency: String) { self.agency = agency }

  func isCalled(_ name: String?) -> Bool {
    name.map { Text.folded($0) == Text.folded(agency) } ?? false
  }
}

/// What stands beside an item of a form that goes to an agency.
public enum Prefill: Sendable, Equatable {
  /// To be asked.
  case blank
  /// What that agency may see.
  case shown(String)
  /// Somebody has answered it, and this agency may not see what: already answered, do not ask again.
  case withheld
}

/// What an agency may see of what was answered before (practice P5).
extension CaseFile {
  /// A form's items for one reader: each with what may stand there.
  public func prefill(
    _ form: AssessmentForm, of child: ID, for reader: FormReader, on day: Day
  ) -> [Prefill] {
    let given = answered(child, since: day + -Self.fresh)
    return form.items.map { prefill($0, of: child, for: reader, on: day, given) }
  }

  /// Somebody who must not see, and is this reader: nothing of the child goes there (practice P6).
  public func mustNotSee(_ reader: FormReader, _ child: ID, on day: Day) -> Alert? {
    alerts(on: day).first { alert in
      alert.what == .mustNotSee && reader.isCalled(alert.whom)
        && (alert.person == nil || alert.person.map(today) == today(child))
    }
  }

  /// How long an answer is taken for the child's answer of today, in days: a year. After that a
  /// question may be put again.
  static let fresh = 365

  /// The items that somebody has answered in the last year, whoever asked: not to be asked again.
  public func answeredItems(of child: ID, on day: Day) -> Set<String> {
    Set(
      answered(child, since: day + -Self.fresh).flatMap(\.answers.codes).filter {
        AssessmentForm.question($0, of: .brief) != nil
      })
  }

  /// Whether the reader may know who the child is: it wrote of them itself, or they agreed.
  public func mayName(_ child: ID, to reader: FormReader, on day: Day) -> Bool {
    answered(child, since: nil).contains { reader.isCalled($0.setting) }
      || agree(child, to: reader, on: day)
  }

  private struct Given {
    var setting: String?
    var answers: Answers
  }

  /// Whatever was answered, the newest first: assessments, and what referrers said.
  private func answered(_ child: ID, since first: Day?) -> [Given] {
    var given: [Given] = []
    for entry in standing where first.map({ entry.header.day >= $0 }) ?? true {
      if case .assessment(let assessment) = entry, assessment.person.map(today) == today(child) {
        var answers = Answers(assessment.answers)
        if assessment.form == .brief, let place = answers.number("relied"),
          AssessmentForm.impactScale.indices.contains(place)
        {
          answers["relied"] = AssessmentForm.impactScale[place]
        }
        given.append(Given(setting: assessment.setting, answers: answers))
      }
      if case .referral(let referral) = entry, referral.person.map(today) == today(child) {
        var answers = Answers()
        answers["caresFor"] = referral.caredForRelation
        answers["condition"] = referral.condition
        answers["tasks"] = referral.tasks.isEmpty ? nil : referral.tasks.joined(separator: "; ")
        given.append(Given(setting: referral.agency, answers: answers))
      }
    }
    return given.reversed()
  }

  private func prefill(
    _ item: Item, of child: ID, for reader: FormReader, on day: Day, _ given: [Given]
  ) -> Prefill {
    guard AssessmentForm.question(item.code, of: .brief) != nil else { return .blank }
    let known = given.filter { $0.answers[item.code] != nil }
    guard !known.isEmpty else { return .blank }
    let shares = agree(child, to: reader, on: day)
    for one in known {
      guard let answer = one.answers[item.code] else { continue }
      let isOwn = reader.isCalled(one.setting)
      let maySee: Bool =
        switch item.answer {
        case .words(child: true): wordsMayGo(of: child, to: reader, isOwn: isOwn, one.answers)
        // Somebody else's diagnosis needs that person's own consent (P4).
        default: isOwn || shares && item.code != "condition"
        }
      if maySee { return .shown(answer) }
    }
    return .withheld
  }

  /// The child's own words go to nobody the child did not name; not even on paper to a colleague of
  /// whom they were told to, where the child said nobody else. The school is the child's own.
  private func wordsMayGo(
    of child: ID, to reader: FormReader, isOwn: Bool, _ answers: Answers
  ) -> Bool {
    let allowed = answers.list("wordsMayBeSeenBy")
    if allowed.contains("nobody else") { return false }
    let school = members.first { $0.id == today(child) }?.latest(\.school)
    return isOwn || allowed.contains("everybody who helps")
      || allowed.contains("school") && reader.isCalled(school)
  }

  /// Whether everybody who was asked last agreed that this agency may know.
  private func agree(_ child: ID, to reader: FormReader, on day: Day) -> Bool {
    var last: [String: Consent.Answer] = [:]
    for consent in all(Consent.self) where consent.answer != .notAsked {
      guard consent.person == nil || consent.person.map(today) == today(child),
        consent.agencies.isEmpty || consent.agencies.contains(where: { reader.isCalled($0) }),
        consent.what.isEmpty || consent.what.contains(where: { $0.contains("assessment") }),
        consent.header.day <= day,
        consent.answer != .agreed || consent.ends.map({ day <= $0 }) ?? true
      else { continue }
      last[Text.folded(consent.giver ?? "")] = consent.answer
    }
    return !last.isEmpty && last.values.allSatisfy { $0 == .agreed }
  }
}
