/// The closed set of kinds of entry, in their rank: where day and time are equal, a case comes before
/// the people in it and a decision after what it decides about. Kinds are only ever added, each with
/// one file in `Records/`, one case here and one in `Entry`; the compiler lists the switches.
public enum Kind: String, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  case family, person, agency, referral, consultation
  case samePerson, differentPeople, sameFamily, differentFamilies
  case alert, consent, screening, flag
  case education, assessment, adultReview
  case triage, signpost, offer, listing
  case allocation, practitioner, contact
  case conference, invitee, question, plan, action, progress, relief, closure, reopening
  case feedback, complaint, followUp
  case decision, note, publication, forgetting, withdrawal

  /// Its place in `allCases`: a case without values is kept as that number, in one byte (a test holds
  /// it to that).
  public var rank: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  static let count = allCases.count

  public var description: String { rawValue }

  public static func < (a: Kind, b: Kind) -> Bool { a.rank < b.rank }

  var payload: any Payload.Type {
    switch self {
    case .family: Family.self
    case .person: Person.self
    case .agency: Agency.self
    case .referral: Referral.self
    case .consultation: Consultation.self
    case .samePerson: SamePerson.self
    case .differentPeople: DifferentPeople.self
    case .sameFamily: SameFamily.self
    case .differentFamilies: DifferentFamilies.self
    case .alert: Alert.self
    case .consent: Consent.self
    case .screening: Screening.self
    case .flag: SafeguardingFlag.self
    case .education: Education.self
    case .assessment: Assessment.self
    case .adultReview: AdultReview.self
    case .triage: Triage.self
    case .signpost: Signpost.self
    case .offer: Offer.self
    case .listing: ListChange.self
    case .allocation: Allocation.self
    case .practitioner: Practitioner.self
    case .contact: Contact.self
    case .conference: Conference.self
    case .invitee: Invitee.self
    case .question: Question.self
    case .plan: FamilyPlan.self
    case .action: PlanAction.self
    case .progress: ActionProgress.self
    case .relief: Relief.self
    case .closure: Closure.self
    case .reopening: Reopening.self
    case .feedback: Feedback.self
    case .complaint: Complaint.self
    case .followUp: FollowUp.self
    case .decision: ManagersDecision.self
    case .note: Note.self
    case .publication: Publication.self
    case .forgetting: Forgetting.self
    case .withdrawal: Withdrawal.self
    }
  }

  /// The fields in the order in which they are kept, each with its type and what it means.
  public var layout: Layout { Kind.layouts[rank] }
  private static let layouts = allCases.map { Layout(of: $0) }

  /// What the kind records, in one sentence.
  public var about: String { payload.about }

  /// Throws where a text that the kind cannot do without is empty. Empty is absent, so such an entry
  /// could be written and never be read again, nor the case that it stands in.
  public func proveWhole(_ cells: [Cell]) throws {
    for (field, cell) in zip(layout.fields, cells) where field.isRequired && cell == .text("") {
      throw Problem(
        "field-empty", .usage,
        "an entry of the kind \(self) cannot do without \(named: field.name)",
        cure: "Say it: what was given is empty.")
    }
  }
}
