import YoungCarers

/// What each entry of a case says in its chronology, for a worker. People are shown above it.
struct Sentences {
  let file: CaseFile

  init(_ file: CaseFile) { self.file = file }

  /// Nil for what is no event: a case, a person.
  func sentence(_ entry: Entry) -> String? {
    let by = isReceived(entry) ? nil : entry.header.worker.map { " (\($0))" }
    return words(entry).map { $0 + (by ?? "") }
  }

  /// Whether it is another's word, or the program's, and not the worker's who wrote it down.
  private func isReceived(_ entry: Entry) -> Bool {
    switch entry {
    case .referral: true
    case .samePerson(let decision): decision.decided == .program
    default: false
    }
  }

  private func words(_ entry: Entry) -> String? {
    switch entry {
    case .family, .person, .agency, .listing, .publication, .forgetting: nil
    case .referral(let referral): words(referral)
    case .samePerson(let decision): words(decision)
    case .differentPeople(let decision):
      "\(named(decision.one)) and \(named(decision.other)) are two, it was decided"
    case .sameFamily(let decision):
      "\(decision.other.text) and \(decision.one.text) are one case, it was decided"
    case .differentFamilies(let decision):
      "\(decision.one.text) and \(decision.other.text) are two cases, it was decided"
    case .allocation(let lead):
      "Lead worker: \(lead.lead)\(of(lead.agency))\(span(lead.starts, lead.ends))"
    case .practitioner(let worker):
      "Involved\(to(worker.person, "for")): \(worker.name)\(worker.role.map { ", \($0)" } ?? "")"
        + of(worker.agency) + span(worker.starts, worker.ends)
    case .note(let note): note.text
    case .withdrawal(let withdrawal):
      "Withdrawn: \(withdrawal.entries.count) entries, because \(withdrawal.because)"
    case .unknown(let unknown): "(\(unknown.record): written by a later version)"
    case .consultation, .alert, .consent, .screening, .flag, .decision, .contact:
      safety(entry)
    case .education, .assessment, .adultReview, .triage, .signpost, .offer: pathway(entry)
    case .conference, .invitee, .question, .plan, .action, .progress, .relief, .closure,
      .reopening, .feedback, .complaint, .followUp:
      work(entry)
    }
  }

  private func safety(_ entry: Entry) -> String? {
    switch entry {
    case .consultation(let asked):
      joined(
        "Advice to \(asked.agency ?? "an agency")", asked.question, asked.advice, asked.outcome)
    case .alert(let alert):
      joined(
        "Alert\(about(alert.person)): \(alert.what.rawValue)\(alert.whom.map { " (\($0))" } ?? "")"
          + span(alert.starts, alert.ends), alert.text)
    case .consent(let consent):
      joined(
        "Consent to share\(about(consent.person)): \(consent.answer.rawValue)"
          + (consent.giver.map { " by \($0)" } ?? "")
          + (consent.agencies.isEmpty ? "" : ", with \(consent.agencies.joined(separator: ", "))"),
        consent.what.joined(separator: ", ").nilIfEmpty, consent.because)
    case .screening(let screen):
      joined(
        "Safeguarding screen\(whom(screen.person)): \(screen.result.rawValue)"
          + (screen.step.map { ", stepped \($0)" } ?? "")
          + (screen.screener.map { ", by \($0)" } ?? ""),
        screen.whose, screen.frontDoor.map { "front door: \($0)" }, screen.because)
    case .flag(let flag):
      flag.answers == nil
        ? joined("FLAG\(about(flag.person)): \(flag.raised ?? "safeguarding")", flag.text)
        : joined("Flag answered by \(flag.doneBy ?? "somebody not named")", flag.done)
    case .decision(let decision):
      joined(
        "\(decision.what.rawValue.capitalised)\(kind(of: decision.about))\(about(decision.person))"
          + (decision.invitee.flatMap(name(of:)).map { " about \($0)" } ?? "")
          + ", by \(decision.decider)",
        decision.rule, decision.because)
    case .contact(let contact):
      joined(
        "\(contact.purpose.rawValue.capitalised)\(to(contact.person, "for"))"
          + (contact.whom.map { " with \($0)" } ?? "") + of(contact.agency)
          + (contact.how.map { ", \($0)" } ?? ""),
        contact.notBrought == true ? "the child was not brought" : nil,
        contact.seenAlone == true
          ? "child seen alone" : contact.childSeen.map { $0 ? "child seen" : "child not seen" },
        contact.words.map { "“\($0)”" }, contact.text,
        contact.nextDay.map { "next on \($0.written)" })
    default: nil
    }
  }

  private func pathway(_ entry: Entry) -> String? {
    switch entry {
    case .education(let school):
      joined(
        "School\(whom(school.person))\(span(school.starts, school.ends))"
          + (school.source.map { ", says \($0)" } ?? ""),
        school.attendance.map { "attendance \($0)%" },
        school.suspensions.map { "\($0) suspensions" }, school.attainment)
    case .assessment(let assessment): words(assessment)
    case .adultReview(let review):
      joined(
        "Adult's side\(whom(review.person)): "
          + (review.held.map { "\(review.planKind ?? "care plan") reviewed on \($0.written)" }
            ?? "\(review.planKind ?? "care plan") review asked\(review.askedOf.map { " of \($0)" } ?? "")"),
        review.gives.isEmpty ? nil : "now receives \(review.gives.joined(separator: ", "))",
        review.tasks.isEmpty ? nil : "takes over \(review.tasks.joined(separator: ", "))",
        review.relies.map { "care still relies on the child: \($0)" }, review.text)
    case .triage(let triage):
      joined(
        "Triage\(whom(triage.person)): \(triage.ways.joined(separator: ", "))"
          + (triage.decider.map { ", decided by \($0)" } ?? ""),
        triage.services.joined(separator: ", ").nilIfEmpty, triage.because)
    case .signpost(let signpost):
      joined(
        "Pointed to \(signpost.service)\(whom(signpost.person)): \(signpost.state.rawValue)",
        signpost.text)
    case .offer(let offer):
      joined(
        "Offer of \(offer.what)\(to(offer.person, "to")): \(offer.answer.rawValue)"
          + (offer.whom.map { " (\($0))" } ?? ""),
        offer.text, offer.askAgain.map { "ask again on \($0.written)" })
    default: nil
    }
  }

  private func words(_ assessment: Assessment) -> String {
    joined(
      "\(assessment.form.rawValue.capitalised) assessment\(whom(assessment.person))"
        + ((assessment.setting ?? scorer(of: assessment)).map { " by \($0)" } ?? "")
        + (assessment.stage.map { ", \($0)" } ?? "")
        + (assessment.finished.map { ", finished \($0.written)" } ?? ", not finished"),
      assessment.outcome, Answers(assessment.answers)["words"].map { "“\($0)”" },
      assessment.pending.isEmpty ? nil : "\(assessment.pending.count) answers wait")
  }

  /// `the parent (Lisa Hollins)`: each sees it otherwise, so it is said who scored.
  private func scorer(of assessment: Assessment) -> String? {
    assessment.scorer.map { scorer in
      "the \(scorer)" + (assessment.scorerName.map { " (\($0))" } ?? "")
    }
  }

  private func words(_ decision: SamePerson) -> String {
    let pair = (named(decision.other), named(decision.one))
    let because = decision.because.isEmpty ? "" : ": " + decision.because.joined(separator: "; ")
    return decision.decided == .program
      ? "\(pair.0) was recognised as \(pair.1)\(because)"
      : "\(pair.0) and \(pair.1) are one, it was decided\(because)"
  }

  private func words(_ referral: Referral) -> String {
    joined(
      "Referral of \(referral.person.flatMap { given($0) } ?? "a child")"
        + " by \(referral.agency ?? "an agency not named")",
      referral.caredForRelation.map {
        "cares for \($0.lowercased())" + (referral.condition.map { " (\($0))" } ?? "")
      },
      referral.tasks.joined(separator: ", ").nilIfEmpty, referral.reason.map { "“\($0)”" },
      referral.matched == .undecided ? "it was left to a person to say who this is" : nil)
  }
}

extension Sentences {
  func joined(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: "; ")
  }

  func of(_ agency: String?) -> String { agency.map { " of \($0)" } ?? "" }

  /// ` (closure)`: what kind of entry something is about.
  private func kind(of entry: ID?) -> String {
    file.entries.first { $0.id == entry }?.kind.map { " (\($0))" } ?? ""
  }

  func span(_ starts: Day?, _ ends: Day?) -> String {
    (starts.map { " from \($0.written)" } ?? "") + (ends.map { " until \($0.written)" } ?? "")
  }

  func whom(_ person: ID?) -> String {
    person.flatMap { given($0) }.map { " of \($0)" } ?? ""
  }

  func about(_ person: ID?) -> String { to(person, "about") }

  func to(_ person: ID?, _ word: String) -> String {
    person.flatMap { given($0) }.map { " \(word) \($0)" } ?? ""
  }

  func given(_ id: ID) -> String? { description(id)?.given }

  /// Somebody as one contact described them.
  private func description(_ id: ID) -> Person? {
    for case .person(let person) in file.entries where person.header.id == id { return person }
    return nil
  }

  private func named(_ id: ID) -> String {
    let person = description(id)
    return [person?.given, person?.surname, id.text].compactMap { $0 }.joined(separator: " ")
  }
}

extension String {
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
