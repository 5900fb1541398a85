/// One dated fact about a family: the line in a pipe, the line in a JSON file and the row in SQLite.
/// Immutable: a change is a new entry that `replaces` an old one, and a `withdrawal` says that
/// entries no longer stand.
public indirect enum Entry: Sendable, Equatable {
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
  case feedback(Feedback)
  case complaint(Complaint)
  case followUp(FollowUp)
  case decision(ManagersDecision)
  case note(Note)
  case publication(Publication)
  case forgetting(Forgetting)
  case withdrawal(Withdrawal)
  /// A kind that a later version knows: kept whole, shown as it is, never interpreted.
  case unknown(UnknownEntry)

  /// Nil for a kind this version does not know.
  public var kind: Kind? { answer(KindOf()) }

  public var header: Header {
    if case .unknown(let entry) = self { return entry.header }
    return answer(HeaderOf()) ?? Header()
  }

  public var id: ID { header.id }

  /// The values in the order of the kind's layout; empty for an unknown kind.
  public var cells: [Cell] { answer(CellsOf()) ?? [] }

  /// The payload; nil for a kind that this version does not know.
  public var known: (any Payload)? { answer(Itself()) }

  /// The payload where it is of this kind.
  public func of<One: Payload>(_ type: One.Type) -> One? {
    kind == One.kind ? answer(Cast<One>()) ?? nil : nil
  }

  /// The family and the person this entry is about, as it was written.
  public var subject: (family: ID?, person: ID?) {
    switch self {
    case .person(let person): (person.header.family, person.header.id)
    case .family(let family): (family.header.id, nil)
    default: (header.family, answer(PersonOf()) ?? nil)
    }
  }

  public init(_ payload: some Payload) { self = payload.entry }

  /// Where values come from: each by its place in a layout, and of the type it has there.
  public typealias Values = (_ place: Int, _ type: FieldType) -> Cell

  /// An entry of a known kind from values in the order of its layout.
  public init(_ kind: Kind, cells: [Cell], extra: [Extra] = []) throws {
    try self.init(kind, extra: extra) { place, _ in cells[place] }
  }

  public init(_ kind: Kind, extra: [Extra] = [], _ value: @escaping Values) throws {
    self =
      switch kind {
      case .family: .family(try Family(extra: extra, value))
      case .person: .person(try Person(extra: extra, value))
      case .agency: .agency(try Agency(extra: extra, value))
      case .referral: .referral(try Referral(extra: extra, value))
      case .consultation: .consultation(try Consultation(extra: extra, value))
      case .samePerson: .samePerson(try SamePerson(extra: extra, value))
      case .differentPeople: .differentPeople(try DifferentPeople(extra: extra, value))
      case .sameFamily: .sameFamily(try SameFamily(extra: extra, value))
      case .differentFamilies: .differentFamilies(try DifferentFamilies(extra: extra, value))
      case .alert: .alert(try Alert(extra: extra, value))
      case .consent: .consent(try Consent(extra: extra, value))
      case .screening: .screening(try Screening(extra: extra, value))
      case .flag: .flag(try SafeguardingFlag(extra: extra, value))
      case .education: .education(try Education(extra: extra, value))
      case .assessment: .assessment(try Assessment(extra: extra, value))
      case .adultReview: .adultReview(try AdultReview(extra: extra, value))
      case .triage: .triage(try Triage(extra: extra, value))
      case .signpost: .signpost(try Signpost(extra: extra, value))
      case .offer: .offer(try Offer(extra: extra, value))
      case .listing: .listing(try ListChange(extra: extra, value))
      case .allocation: .allocation(try Allocation(extra: extra, value))
      case .practitioner: .practitioner(try Practitioner(extra: extra, value))
      case .contact: .contact(try Contact(extra: extra, value))
      case .conference: .conference(try Conference(extra: extra, value))
      case .invitee: .invitee(try Invitee(extra: extra, value))
      case .question: .question(try Question(extra: extra, value))
      case .plan: .plan(try FamilyPlan(extra: extra, value))
      case .action: .action(try PlanAction(extra: extra, value))
      case .progress: .progress(try ActionProgress(extra: extra, value))
      case .relief: .relief(try Relief(extra: extra, value))
      case .closure: .closure(try Closure(extra: extra, value))
      case .reopening: .reopening(try Reopening(extra: extra, value))
      case .feedback: .feedback(try Feedback(extra: extra, value))
      case .complaint: .complaint(try Complaint(extra: extra, value))
      case .followUp: .followUp(try FollowUp(extra: extra, value))
      case .decision: .decision(try ManagersDecision(extra: extra, value))
      case .note: .note(try Note(extra: extra, value))
      case .publication: .publication(try Publication(extra: extra, value))
      case .forgetting: .forgetting(try Forgetting(extra: extra, value))
      case .withdrawal: .withdrawal(try Withdrawal(extra: extra, value))
      }
  }

  /// In the order of a chronology: day, time of writing, rank of the kind, id.
  public static func chronology(_ entries: [Entry]) -> [Entry] {
    entries.inOrder(
      of: { entry in
        let header = entry.header
        return (header.day, header.recorded, entry.kind?.rank ?? .max, header.id)
      }, <)
  }
}

/// Something asked of a payload by its own type.
private protocol PayloadQuestion {
  associatedtype Answer
  func answer<One: Payload>(of one: One) -> Answer
}

private struct KindOf: PayloadQuestion {
  func answer<One: Payload>(of one: One) -> Kind { One.kind }
}

private struct HeaderOf: PayloadQuestion {
  func answer(of one: some Payload) -> Header { one.header }
}

private struct PersonOf: PayloadQuestion {
  func answer(of one: some Payload) -> ID? { one.person }
}

private struct CellsOf: PayloadQuestion {
  func answer(of one: some Payload) -> [Cell] { one.cells }
}

private struct Itself: PayloadQuestion {
  func answer(of one: some Payload) -> any Payload { one }
}

private struct Cast<Wanted>: PayloadQuestion {
  func answer(of one: some Payload) -> Wanted? { one as? Wanted }
}

extension Entry {
  /// The one place that knows every kind's case. Each question is compiled for each payload's own type,
  /// so that it becomes straight code: every line, row and rule passes here. Nil for an unknown kind.
  @inline(__always)
  private func answer<Asked: PayloadQuestion>(_ question: Asked) -> Asked.Answer? {
    switch self {
    case .family(let entry): question.answer(of: entry)
    case .person(let entry): question.answer(of: entry)
    case .agency(let entry): question.answer(of: entry)
    case .referral(let entry): question.answer(of: entry)
    case .consultation(let entry): question.answer(of: entry)
    case .samePerson(let entry): question.answer(of: entry)
    case .differentPeople(let entry): question.answer(of: entry)
    case .sameFamily(let entry): question.answer(of: entry)
    case .differentFamilies(let entry): question.answer(of: entry)
    case .alert(let entry): question.answer(of: entry)
    case .consent(let entry): question.answer(of: entry)
    case .screening(let entry): question.answer(of: entry)
    case .flag(let entry): question.answer(of: entry)
    case .education(let entry): question.answer(of: entry)
    case .assessment(let entry): question.answer(of: entry)
    case .adultReview(let entry): question.answer(of: entry)
    case .triage(let entry): question.answer(of: entry)
    case .signpost(let entry): question.answer(of: entry)
    case .offer(let entry): question.answer(of: entry)
    case .listing(let entry): question.answer(of: entry)
    case .allocation(let entry): question.answer(of: entry)
    case .practitioner(let entry): question.answer(of: entry)
    case .contact(let entry): question.answer(of: entry)
    case .conference(let entry): question.answer(of: entry)
    case .invitee(let entry): question.answer(of: entry)
    case .question(let entry): question.answer(of: entry)
    case .plan(let entry): question.answer(of: entry)
    case .action(let entry): question.answer(of: entry)
    case .progress(let entry): question.answer(of: entry)
    case .relief(let entry): question.answer(of: entry)
    case .closure(let entry): question.answer(of: entry)
    case .reopening(let entry): question.answer(of: entry)
    case .feedback(let entry): question.answer(of: entry)
    case .complaint(let entry): question.answer(of: entry)
    case .followUp(let entry): question.answer(of: entry)
    case .decision(let entry): question.answer(of: entry)
    case .note(let entry): question.answer(of: entry)
    case .publication(let entry): question.answer(of: entry)
    case .forgetting(let entry): question.answer(of: entry)
    case .withdrawal(let entry): question.answer(of: entry)
    case .unknown: nil
    }
  }
}
