/// Something that waits for somebody.
public struct AgendaItem: Sendable, Equatable {
  /// What waits, the most urgent first (practice P8).
  public enum What: Int, Sendable, CaseIterable {
    case flag, referredAgain, screen, answer, identity, alert, complaint
    case conference, prepare, review, triage, brief, assessment, council, record
    case adultReview, book, action, contact, offer, signpost, lead, limit, transition

    public var words: String {
      switch self {
      case .flag: "FLAG"
      case .referredAgain: "referred again"
      case .screen: "to screen"
      case .identity: "who is it?"
      case .alert: "alert ends"
      case .complaint: "complaint"
      case .conference: "conference"
      case .prepare: "to prepare"
      case .review: "review"
      case .answer: "screen waits"
      case .triage: "to triage"
      case .brief: "to finish"
      case .assessment: "to assess"
      case .council: "to the council"
      case .record: "give the record"
      case .adultReview: "adult's review"
      case .book: "to book"
      case .action: "promise due"
      case .contact: "contact"
      case .offer: "ask again"
      case .signpost: "how did it go?"
      case .lead: "no lead worker"
      case .limit: "agreed limit"
      case .transition: "turns 18"
      }
    }
  }

  public var what: What
  public var entry: ID
  public var family: ID
  public var person: ID?
  public var given: String?
  public var surname: String?
  /// Of what is about nobody in particular: what the family is called.
  public var familyName: String?
  public var since: Day
  public var due: Day?
  public var detail: String?
  /// The lead worker of today, where there is one.
  public var lead: String?

  public init(
    _ what: What, _ entry: ID, of family: ID, person: ID? = nil, since: Day, due: Day? = nil,
    _ detail: String? = nil
  ) {
    self.what = what
    self.entry = entry
    self.family = family
    self.person = person
    self.since = since
    self.due = due
    self.detail = detail
  }

  /// The person it is about, or else `Tonge family`; empty where nobody has a name.
  public var whom: String {
    let name = [given, surname].compactMap { $0 }.joined(separator: " ")
    return name.isEmpty ? familyName.map { "\($0) family" } ?? "" : name
  }

  /// Danger first, then what is due first.
  public static func ordered(_ items: [AgendaItem]) -> [AgendaItem] {
    items.inOrder(of: { ($0.what.rawValue, $0.due ?? $0.since, $0.since, $0.entry) }, <)
  }
}

/// The days that a list of what to do is made for.
public struct AgendaDays: Sendable {
  public var today: Day
  /// Assessments due until then are listed.
  public var soon: Day
  /// Young carers born from `transitionFrom` up to `transitionUntil` are near their transition.
  public var transitionFrom: Day
  public var transitionUntil: Day

  public init(today: Day, soon: Day, transitionFrom: Day, transitionUntil: Day) {
    self.today = today
    self.soon = soon
    self.transitionFrom = transitionFrom
    self.transitionUntil = transitionUntil
  }
}
