/// Whoever will hold a printed form.
public struct FormReader: Sendable, Equatable {
  public let agency: String
  /// The agencies of the store, by which one that has several names is known by any of them.
  let agencies: [Agency]

  public init(agency: String, among agencies: [Agency]) {
    self.agency = agency
    self.agencies = agencies
  }

  func isCalled(_ name: String?) -> Bool {
    guard let name else { return false }
    return agencies.names(of: agency).contains { Text.folded($0) == Text.folded(name) }
  }
}

/// Why a form of a child goes to nobody, or not to this agency (practice P6, P8).
public enum FormBar: Sendable { case mustNotSee, bereavement }

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

  /// What stops a form of a child from going to this reader: the alerts that stop a letter too. It
  /// is made without anybody having written it, so a bereavement stops it as well.
  public func bar(_ child: ID, to reader: FormReader, on day: Day) -> FormBar? {
    let outgoing = outgoing(about: child, on: day)
    guard outgoing.maySee(anyOf: reader.agencies.names(of: reader.agency)) else {
      return .mustNotSee
    }
    return outgoing.isBereaved ? .bereavement : nil
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
      || sharing(of: child, to: reader, on: day).isAllowed
  }

  private func sharing(of child: ID, to reader: FormReader, on day: Day) -> Sharing {
    sharing(
      Consent.briefAssessment, about: child, with: reader.agency, among: reader.agencies, on: day)
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
    let sharing = sharing(of: child, to: reader, on: day)
    for one in known {
      guard let answer = one.answers[item.code] else { continue }
      let isOwn = reader.isCalled(one.setting)
      let maySee: Bool =
        switch item.answer {
        case .words(child: true):
          wordsMayGo(of: child, to: reader, isOwn: isOwn, sharing, one.answers)
        default:
          isOwn
            || sharing.isAllowed
              && (item.code != "condition"
                || diagnosesMayGo(of: child, to: reader, on: day, one.answers))
        }
      if maySee { return .shown(answer) }
    }
    return .withheld
  }

  /// What somebody lives with is theirs to share (practice P4). It is told of everybody the child
  /// cares for at once: each must stand in the case and have agreed.
  private func diagnosesMayGo(
    of child: ID, to reader: FormReader, on day: Day, _ answers: Answers
  ) -> Bool {
    let caredFor = triageFacts(of: child, on: day).caredFor.map(\.relation)
    let relations = Set(caredFor + answers.list("caresFor").map(Relation.key))
    return !relations.isEmpty
      && relations.allSatisfy { relation in
        guard let member = member(called: relation),
          member.entries.contains(where: { $0.role == .caredFor })
        else { return false }
        return sharing(
          Consent.diagnosis, about: member.id, with: reader.agency, among: reader.agencies, on: day
        ).isAllowed
      }
  }

  /// The child's own words go to nobody the child did not name; not even on paper to a colleague of
  /// whom they were told to, where the child said nobody else. The school is the child's own.
  private func wordsMayGo(
    of child: ID, to reader: FormReader, isOwn: Bool, _ sharing: Sharing, _ answers: Answers
  ) -> Bool {
    let allowed = answers.list("wordsMayBeSeenBy")
    if allowed.contains("nobody else") { return false }
    if isOwn { return true }
    // To name who may read them is to agree, unless somebody said no.
    guard sharing.isAllowed || sharing.reason == .unasked else { return false }
    let school = members.first { $0.id == today(child) }?.latest(\.school)
    return allowed.contains("everybody who helps")
      || allowed.contains("school") && reader.isCalled(school)
  }
}
