/// Something that is past its day: what the agenda lists, a referral that nobody has acknowledged, and
/// a child who waits and of whom nobody has heard for too long.
public struct Overdue: Sendable, Equatable {
  public enum What: Sendable, Hashable {
    case item(AgendaItem.What)
    case acknowledgement, waitingContact
  }

  /// What kind of work it is.
  public enum Area: String, Sendable, CaseIterable {
    case safety = "Safety"
    case referrers = "Referrers"
    case assessing = "Assessing"
    case contact = "Contact"
    case complaints = "Complaints"
    case meeting = "Meetings"
    case promises = "Promises"
    case lead = "Lead"
  }

  public var what: What
  public var item: AgendaItem
  public var due: Day
  /// Calendar days since it was due.
  public var days: Int
  /// Of a promise, which of the five groups made it.
  public var owner: PlanAction.Owner?

  public init(
    what: What, item: AgendaItem, due: Day, days: Int, owner: PlanAction.Owner? = nil
  ) {
    self.what = what
    self.item = item
    self.due = due
    self.days = days
    self.owner = owner
  }

  /// Whose it is: the lead workers of the case; nil is nobody.
  public var worker: String? { item.lead }

  /// As `Agenda.reads`, and what the other two rules read.
  public static let reads: [Kind: Set<String>] = Agenda.reads.merging(
    [
      .contact: ["about", "nextDay", "person", "purpose"],
      .action: ["begun", "dropped", "due", "owner", "who"],
      .screening: ["about", "because", "told"],
    ]
  ) { $0.union($1) }

  /// By worker, nobody's first; then the longest over.
  public static func ordered(_ late: [Overdue]) -> [Overdue] {
    late.inOrder(
      of: { one in
        (
          one.worker.map(Text.folded) ?? "", one.worker ?? "", -one.days, one.what.rank,
          one.item.entry
        )
      }, <)
  }
}

extension Overdue.What {
  /// The most urgent first, as `next` has them.
  public var rank: Int {
    switch self {
    case .item(let what): what.rawValue * 2
    case .acknowledgement: AgendaItem.What.alert.rawValue * 2 + 1
    case .waitingContact: AgendaItem.What.contact.rawValue * 2 + 1
    }
  }

  public var words: String {
    switch self {
    case .item(.flag): "alarm not answered"
    case .item(.conference): "held, and not written down?"
    case .item(let what): what.words
    case .acknowledgement: "to acknowledge"
    case .waitingContact: "contact while waiting"
    }
  }

  public var area: Overdue.Area {
    switch self {
    case .item(.flag), .item(.referredAgain), .item(.screen), .item(.answer), .item(.identity),
      .item(.alert):
      .safety
    case .item(.complaint): .complaints
    case .acknowledgement: .referrers
    case .item(.triage), .item(.brief), .item(.assessment), .item(.council), .item(.record),
      .item(.adultReview), .item(.transition):
      .assessing
    case .waitingContact, .item(.contact), .item(.offer), .item(.signpost): .contact
    case .item(.conference), .item(.prepare), .item(.review), .item(.book): .meeting
    case .item(.action): .promises
    case .item(.lead), .item(.limit): .lead
    }
  }
}

extension AgendaItem {
  /// With the day until which the service wants each done, where no entry says: worked out once for
  /// all that began on a day.
  public static func withTargets(_ items: [AgendaItem], of service: Service) -> [AgendaItem] {
    var known: [Service.Name: [Day: Day]] = [:]
    return items.map { item in
      guard item.due == nil, let target = item.target else { return item }
      let due = known[target]?[item.since] ?? service.due(target, after: item.since)
      known[target, default: [:]][item.since] = due
      var item = item
      item.due = due
      return item
    }
  }

  private var target: Service.Name? {
    switch what {
    case .screen, .referredAgain: .targetScreening
    case .triage: .targetTriage
    case .brief: .targetBrief
    case .book: .targetConference
    default: nil
    }
  }
}

extension Agenda {
  /// What is past its day in a case, in no order. `waiting` says when each child who waits is to be
  /// contacted, and for which assessment.
  public func overdue(
    in file: CaseFile, _ service: Service, waiting: [ID: (by: Day, form: Assessment.Form)]
  ) -> [Overdue] {
    let owners = Dictionary(
      file.all(PlanAction.self).map { ($0.header.id, $0.owner) }, uniquingKeysWith: { $1 })
    let items = AgendaItem.withTargets(items(of: file), of: service).map { item -> AgendaItem in
      var item = item
      // There is no day on which a family may be without a lead (practice P24).
      if item.what == .lead { item.due = item.since }
      return item
    }
    let rest =
      acknowledgements(in: file, service).map { (Overdue.What.acknowledgement, $0) }
      + contacts(in: file, waiting, asked: items).map { (.waitingContact, $0) }
    return (items.map { (.item($0.what), $0) } + rest).compactMap { what, item in
      guard let due = item.due, due < days.today else { return nil }
      return Overdue(
        what: what, item: item, due: due, days: Int(days.today.number - due.number),
        owner: what == .item(.action) ? owners[item.entry] : nil)
    }
  }

  /// Referrals whose referrer has not heard that they came (practice P13); none of a family with whom
  /// the work has ended since.
  private func acknowledgements(in file: CaseFile, _ service: Service) -> [AgendaItem] {
    if file.involvement.isClosed { return [] }
    let found = file.unanswered.map {
      item(
        .screen, $0, in: file, due: service.due(.targetAcknowledge, after: $0.header.day),
        $0.agency)
    }
    return named(found, in: file)
  }

  /// Children who wait, where no contact was agreed that is on the agenda (practice P26).
  private func contacts(
    in file: CaseFile, _ waiting: [ID: (by: Day, form: Assessment.Form)], asked: [AgendaItem]
  ) -> [AgendaItem] {
    guard !asked.contains(where: { $0.what == .contact }) else { return [] }
    let found = file.members.compactMap { child -> AgendaItem? in
      guard let wait = waiting[child.id] else { return nil }
      return AgendaItem(
        .contact, child.id, of: file.family, person: child.id,
        since: file.lastContact(with: child.id) ?? wait.by, due: wait.by,
        "waits for a \(wait.form.rawValue) assessment")
    }
    return named(found, in: file)
  }
}

extension CaseFile {
  /// Referrals whose referrer has heard neither that they came nor what the screen found.
  var unanswered: [Referral] {
    let told = acknowledged
    return referrals.filter { told[$0.header.id] == nil }
  }

  /// The first day on which each referral's referrer heard that it came, or what became of it.
  public var acknowledged: [ID: Day] {
    toldOf.merging(
      all(Contact.self).filter { $0.purpose == .acknowledgement }.compactMap { contact in
        contact.about.map { ($0, contact.header.day) }
      }, uniquingKeysWith: min)
  }

  /// The same for what became of it: what the screen found, or was decided.
  public var toldOf: [ID: Day] {
    let screens = all(Screening.self).compactMap { screening in
      screening.told.flatMap { told in screening.about.map { ($0, told) } }
    }
    let contacts = all(Contact.self).filter { $0.purpose == .outcome }.compactMap { contact in
      contact.about.map { ($0, contact.header.day) }
    }
    return Dictionary(screens + contacts, uniquingKeysWith: min)
  }

  /// The last contact about a child, or about nobody in particular.
  func lastContact(with child: ID) -> Day? {
    all(Contact.self).filter { $0.person == nil || $0.person.map(today) == child }
      .map(\.header.day).max()
  }
}
