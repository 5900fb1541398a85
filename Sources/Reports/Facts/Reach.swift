import YoungCarers

/// Who reaches the service, and how: contacts of agencies, told once or again.
extension Facts {
  /// A child's first referral as it was written down is a new child; each later one is a story not
  /// told anew ("Multiple referrals from different agencies": Leeds's own account).
  var reach: [Fact] {
    var met: Set<ID> = []
    var facts: [Fact] = []
    let stays = file.stays
    let (acknowledged, told) = (file.acknowledged, file.toldOf)
    for referral in file.referrals.asWritten {
      let day = referral.header.day
      let child = referral.person.map(file.today)
      func fact(_ measure: Measure) -> Fact {
        Fact(measure: measure, day: day, child: child, referral: referral)
      }
      facts.append(fact(.referrals))
      if Self.isHealth(referral.agencyKind) { facts.append(fact(.healthReferrals)) }
      if let day = acknowledged[referral.header.id],
        day <= service.due(.targetAcknowledge, after: referral.header.day)
      {
        facts.append(fact(.acknowledgedInTime))
      }
      if told[referral.header.id] != nil { facts.append(fact(.toldOutcome)) }
      guard let child else { continue }
      facts.append(fact(met.insert(child).inserted ? .newChildren : .repeats))
      if Self.isBack(on: day, stays) { facts.append(fact(.rereferrals)) }
    }
    return facts
      + file.all(Consultation.self).map { Fact(measure: .consultations, day: $0.header.day) }
  }

  /// Whether the work ended in the twelve months before, and does not go on.
  private static func isBack(on day: Day, _ stays: [Stay]) -> Bool {
    let hasEnded = stays.contains { stay in
      stay.closed.map { $0 <= day && day <= $0.adding(months: 12) } ?? false
    }
    return hasEnded
      && !stays.contains { $0.opened < day && $0.closed.map { day < $0 } ?? true }
  }

  /// Screens by their result, brief assessments by who made them, what is decided and which ways.
  var firstSteps: [Fact] {
    var facts = file.all(Screening.self).filter { $0.step == nil }.map { screening in
      Fact(
        measure: .screens, day: screening.header.day, child: screening.person.map(file.today),
        kind: screening.result.rawValue)
    }
    for brief in file.all(Assessment.self) where brief.form == .brief {
      guard let finished = brief.finished else { continue }
      let child = brief.person.map(file.today)
      facts.append(
        Fact(
          measure: .briefs, day: finished, child: child,
          kind: brief.settingKind.map { Text.folded($0) } ?? Traits.unknown))
      facts.append(
        Fact(
          measure: .levels, day: finished, child: child,
          kind: Answers(brief.answers)["level"] ?? Traits.unknown))
      if Self.isHealth(brief.settingKind) {
        facts.append(Fact(measure: .healthBriefs, day: finished, child: child))
      }
    }
    for triage in file.all(Triage.self) {
      let child = triage.person.map(file.today)
      facts.append(Fact(measure: .triages, day: triage.header.day, child: child))
      facts += Set(triage.ways).sorted().map {
        Fact(measure: .ways, day: triage.header.day, child: child, kind: $0)
      }
    }
    return facts
  }

  /// Whether a kind of agency is one that health answers for.
  private static func isHealth(_ kind: String?) -> Bool {
    let words = Set(Text.folded(kind ?? "").split(separator: " ").map(String.init))
    return !words.isDisjoint(with: [
      "health", "gp", "surgery", "practice", "hospital", "ward", "nurse", "nursing", "camhs",
      "midwife", "midwifery", "visitor", "paediatrics",
    ])
  }

  /// Visits and sessions: whether the child was seen alone, or not brought.
  var contacts: [Fact] {
    file.all(Contact.self).filter { $0.purpose == .visit || $0.purpose == .session }.flatMap {
      contact -> [Fact] in
      func fact(_ measure: Measure) -> Fact {
        Fact(measure: measure, day: contact.header.day, child: contact.person.map(file.today))
      }
      return [fact(.visits)] + (contact.seenAlone == true ? [fact(.seenAlone)] : [])
        + (contact.notBrought == true ? [fact(.notBrought)] : [])
    }
  }
}
