/// One dated fact about a family: the line in a pipe, the line in a JSON file and the row in SQLite.
/// Immutable: a change is a new entry that `replaces` an old one, and a `withdrawal` says that
/// entries no longer stand.
public enum Entry: Sendable, Equatable {
  case family(Family)
  case person(Person)
  case agency(Agency)
  case referral(Referral)
  case consultation(Consultation)
  case samePerson(SamePerson)
  case differentPeople(DifferentPeople)
  case sameFamily(SameFamily)
  case differentFamilies(DifferentFamilies)
  case alert(Alert)
  case consent(Consent)
  case screening(Screening)
  case flag(SafeguardingFlag)
  case education(Education)
  case assessment(Assessment)
  case adultReview(AdultReview)
  case triage(Triage)
  case signpost(Signpost)
  case offer(Offer)
  case listing(ListChange)
  case allocation(Allocation)
  case practitioner(Practitioner)
  case contact(Contact)
  case conference(Conference)
  case invitee(Invitee)
  case question(Question)
  case plan(FamilyPlan)
  case action(PlanAction)
  case progress(ActionProgress)
  case relief(Relief)
  case closure(Closure)
  case reopening(Reopening)
  case decision(ManagersDecision)
  case note(Note)
  case withdrawal(Withdrawal)
  /// A kind that a later version knows: kept whole, shown as it is, never interpreted.
  case unknown(UnknownEntry)

  /// Nil for a kind this version does not know.
  public var kind: Kind? {
    switch self {
    case .family: .family
    case .person: .person
    case .agency: .agency
    case .referral: .referral
    case .consultation: .consultation
    case .samePerson: .samePerson
    case .differentPeople: .differentPeople
    case .sameFamily: .sameFamily
    case .differentFamilies: .differentFamilies
    case .alert: .alert
    case .consent: .consent
    case .screening: .screening
    case .flag: .flag
    case .education: .education
    case .assessment: .assessment
    case .adultReview: .adultReview
    case .triage: .triage
    case .signpost: .signpost
    case .offer: .offer
    case .listing: .listing
    case .allocation: .allocation
    case .practitioner: .practitioner
    case .contact: .contact
    case .conference: .conference
    case .invitee: .invitee
    case .question: .question
    case .plan: .plan
    case .action: .action
    case .progress: .progress
    case .relief: .relief
    case .closure: .closure
    case .reopening: .reopening
    case .decision: .decision
    case .note: .note
    case .withdrawal: .withdrawal
    case .unknown: nil
    }
  }

  public var header: Header {
    if case .unknown(let entry) = self { return entry.header }
    return known?.header ?? Header()
  }

  public var id: ID { header.id }

  /// The values in the order of the kind's layout; empty for an unknown kind.
  /// Each payload by its own type, not by `known`: so its fields compile to straight code, and every
  /// line and row passes here.
  public var cells: [Cell] {
    switch self {
    case .family(let entry): entry.cells
    case .person(let entry): entry.cells
    case .agency(let entry): entry.cells
    case .referral(let entry): entry.cells
    case .consultation(let entry): entry.cells
    case .samePerson(let entry): entry.cells
    case .differentPeople(let entry): entry.cells
    case .sameFamily(let entry): entry.cells
    case .differentFamilies(let entry): entry.cells
    case .alert(let entry): entry.cells
    case .consent(let entry): entry.cells
    case .screening(let entry): entry.cells
    case .flag(let entry): entry.cells
    case .education(let entry): entry.cells
    case .assessment(let entry): entry.cells
    case .adultReview(let entry): entry.cells
    case .triage(let entry): entry.cells
    case .signpost(let entry): entry.cells
    case .offer(let entry): entry.cells
    case .listing(let entry): entry.cells
    case .allocation(let entry): entry.cells
    case .practitioner(let entry): entry.cells
    case .contact(let entry): entry.cells
    case .conference(let entry): entry.cells
    case .invitee(let entry): entry.cells
    case .question(let entry): entry.cells
    case .plan(let entry): entry.cells
    case .action(let entry): entry.cells
    case .progress(let entry): entry.cells
    case .relief(let entry): entry.cells
    case .closure(let entry): entry.cells
    case .reopening(let entry): entry.cells
    case .decision(let entry): entry.cells
    case .note(let entry): entry.cells
    case .withdrawal(let entry): entry.cells
    case .unknown: []
    }
  }

  /// The family and the person this entry is about, as it was written.
  public var subject: (family: ID?, person: ID?) {
    switch self {
    case .person(let person): (person.header.family, person.header.id)
    case .family(let family): (family.header.id, nil)
    default: (header.family, known?.person)
    }
  }

  public init(_ payload: some Payload) { self = payload.entry }

  /// An entry of a known kind from values in the order of its layout.
  public init(_ kind: Kind, cells: [Cell], extra: [Extra] = []) throws {
    self =
      switch kind {
      case .family: .family(try Family(cells: cells, extra: extra))
      case .person: .person(try Person(cells: cells, extra: extra))
      case .agency: .agency(try Agency(cells: cells, extra: extra))
      case .referral: .referral(try Referral(cells: cells, extra: extra))
      case .consultation: .consultation(try Consultation(cells: cells, extra: extra))
      case .samePerson: .samePerson(try SamePerson(cells: cells, extra: extra))
      case .differentPeople: .differentPeople(try DifferentPeople(cells: cells, extra: extra))
      case .sameFamily: .sameFamily(try SameFamily(cells: cells, extra: extra))
      case .differentFamilies: .differentFamilies(try DifferentFamilies(cells: cells, extra: extra))
      case .alert: .alert(try Alert(cells: cells, extra: extra))
      case .consent: .consent(try Consent(cells: cells, extra: extra))
      case .screening: .screening(try Screening(cells: cells, extra: extra))
      case .flag: .flag(try SafeguardingFlag(cells: cells, extra: extra))
      case .education: .education(try Education(cells: cells, extra: extra))
      case .assessment: .assessment(try Assessment(cells: cells, extra: extra))
      case .adultReview: .adultReview(try AdultReview(cells: cells, extra: extra))
      case .triage: .triage(try Triage(cells: cells, extra: extra))
      case .signpost: .signpost(try Signpost(cells: cells, extra: extra))
      case .offer: .offer(try Offer(cells: cells, extra: extra))
      case .listing: .listing(try ListChange(cells: cells, extra: extra))
      case .allocation: .allocation(try Allocation(cells: cells, extra: extra))
      case .practitioner: .practitioner(try Practitioner(cells: cells, extra: extra))
      case .contact: .contact(try Contact(cells: cells, extra: extra))
      case .conference: .conference(try Conference(cells: cells, extra: extra))
      case .invitee: .invitee(try Invitee(cells: cells, extra: extra))
      case .question: .question(try Question(cells: cells, extra: extra))
      case .plan: .plan(try FamilyPlan(cells: cells, extra: extra))
      case .action: .action(try PlanAction(cells: cells, extra: extra))
      case .progress: .progress(try ActionProgress(cells: cells, extra: extra))
      case .relief: .relief(try Relief(cells: cells, extra: extra))
      case .closure: .closure(try Closure(cells: cells, extra: extra))
      case .reopening: .reopening(try Reopening(cells: cells, extra: extra))
      case .decision: .decision(try ManagersDecision(cells: cells, extra: extra))
      case .note: .note(try Note(cells: cells, extra: extra))
      case .withdrawal: .withdrawal(try Withdrawal(cells: cells, extra: extra))
      }
  }

  /// The payload; nil for a kind that this version does not know.
  public var known: (any Payload)? {
    switch self {
    case .family(let entry): entry
    case .person(let entry): entry
    case .agency(let entry): entry
    case .referral(let entry): entry
    case .consultation(let entry): entry
    case .samePerson(let entry): entry
    case .differentPeople(let entry): entry
    case .sameFamily(let entry): entry
    case .differentFamilies(let entry): entry
    case .alert(let entry): entry
    case .consent(let entry): entry
    case .screening(let entry): entry
    case .flag(let entry): entry
    case .education(let entry): entry
    case .assessment(let entry): entry
    case .adultReview(let entry): entry
    case .triage(let entry): entry
    case .signpost(let entry): entry
    case .offer(let entry): entry
    case .listing(let entry): entry
    case .allocation(let entry): entry
    case .practitioner(let entry): entry
    case .contact(let entry): entry
    case .conference(let entry): entry
    case .invitee(let entry): entry
    case .question(let entry): entry
    case .plan(let entry): entry
    case .action(let entry): entry
    case .progress(let entry): entry
    case .relief(let entry): entry
    case .closure(let entry): entry
    case .reopening(let entry): entry
    case .decision(let entry): entry
    case .note(let entry): entry
    case .withdrawal(let entry): entry
    case .unknown: nil
    }
  }

  /// The order of a chronology: day, time of writing, rank of the kind, id.
  public static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    let (left, right) = (a.header, b.header)
    if left.day != right.day { return left.day < right.day }
    if left.recorded != right.recorded { return left.recorded < right.recorded }
    let ranks = (a.kind?.rank ?? Int.max, b.kind?.rank ?? Int.max)
    return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.id < right.id
  }
}
