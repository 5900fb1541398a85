import YoungCarers

/// A family whose conference is ready in every point, to be spoiled in one.
struct ConferenceCase {
  var conference = Conference()
  var child = Invitee()
  var mother = Invitee()
  var aunt = Invitee()
  var worker = Invitee()
  /// What the child is in the case, beside the two.
  var offer = Offer.Answer.accepted
  var isScreened = true
  var isAssessed = true
  var more: (inout SafetyCase) -> Void = { _ in }
  var service: Service

  static let day = SafetyCase.day("2026-12-04")

  init() {
    service = Service(.bolton)
    try? service.change(.managers, to: "J Osei=M Grant; Ms Bell=P Wood", source: nil)
    conference.date = Self.day
    conference.time = "15:30"
    conference.place = "Oakfield Family Centre"
    conference.coordinator = "R Shah"
    conference.chosenBy = "family"
    conference.concerns = ["who cooks"]
    conference.concernsSent = SafetyCase.day("2026-11-27")
    child.name = "Sam"
    child.person = SafetyCase.child
    child.advocate = "P Novak"
    child.advocateKind = .volunteer
    child.advocateChecked = SafetyCase.day("2025-06-01")
    child.advocateTrained = SafetyCase.day("2025-06-01")
    mother.name = "Mum"
    mother.person = SafetyCase.mother
    mother.relation = "mother"
    aunt.name = "Auntie Bee"
    worker.name = "Ms Bell"
    worker.circle = .professional
    for path in Self.people {
      self[keyPath: path].invited = SafetyCase.day("2026-11-20")
      self[keyPath: path].prepared = SafetyCase.day("2026-11-27")
    }
  }

  static var people: [WritableKeyPath<ConferenceCase, Invitee>] {
    [\.child, \.mother, \.aunt, \.worker]
  }

  /// The case with its entries; the invitees get their ids here.
  var file: CaseFile {
    var sample = SafetyCase()
    sample.add(Person()) { person in
      person.header.id = SafetyCase.mother
      person.given = "Ngozi"
      person.relation = "Mum"
      person.role = .caredFor
    }
    sample.add(Referral()) { referral in
      referral.person = SafetyCase.child
      referral.referrer = "Ms Bell"
    }
    if isScreened { sample.add(Screening()) { $0.person = SafetyCase.child } }
    if isAssessed {
      sample.add(Assessment()) { assessment in
        assessment.form = .needs
        assessment.finished = SafetyCase.day("2026-10-12")
      }
    }
    sample.add(Allocation()) { $0.lead = "J Osei" }
    sample.add(Practitioner()) { $0.name = "Nurse Joy" }
    sample.add(Offer()) { offer in
      offer.what = "Family group conference"
      offer.answer = self.offer
    }
    sample.add(conference) { $0.header.id = ID("C") }
    for (place, path) in Self.people.enumerated() {
      sample.add(self[keyPath: path]) { invitee in
        invitee.header.id = ID("I\(place)")
        invitee.conference = ID("C")
      }
    }
    more(&sample)
    return sample.file
  }

  var readiness: Readiness {
    Readiness(
      of: file.conferences[0], in: file, service, today: SafetyCase.day("2026-11-30"))
  }
}

/// A case spoiled, and what is then missing.
struct Spoil: Sendable {
  let rules: [ConferenceRule]
  let change: @Sendable (inout ConferenceCase, inout Conference) -> Void

  /// Of the conference before the day.
  init(_ rules: ConferenceRule..., by change: @escaping @Sendable (inout ConferenceCase) -> Void) {
    self.rules = rules
    self.change = { sample, _ in change(&sample) }
  }

  /// Of the conference as it was held.
  init(
    held rule: ConferenceRule,
    by change: @escaping @Sendable (inout ConferenceCase, inout Conference) -> Void
  ) {
    rules = [rule]
    self.change = change
  }
}
