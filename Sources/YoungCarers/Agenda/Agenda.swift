/// What waits in a case, as rules: of one case or of all, in a store or in a pipe, it is the same.
public struct Agenda: Sendable {
  /// What entries that are filed under no case are gathered under.
  public static let noCase = ID("")

  /// The kinds of entry that the rules read, and of each the fields: no others need be in a case for
  /// them, beside those that no entry is without, and whose it is.
  public static let reads: [Kind: Set<String>] = [
    .person: ["given", "surname", "born"],
    .referral: ["agency", "candidates"],
    .alert: ["ends"],
    .screening: ["about", "because"],
    .flag: ["answers", "done", "doneBy", "raised"],
    .assessment: [
      "begun", "due", "finished", "outcome", "passed", "recordGiven", "requested", "setting",
      "waitsFrom", "whileClosed",
    ],
    .adultReview: ["asked", "askedOf", "due", "held"],
    .triage: ["closedLists", "needsDue", "transitionDue", "waitsFrom", "ways"],
    .signpost: ["due"],
    .offer: ["askAgain", "notMadeBecause"],
    .allocation: ["agreedLimit", "ends", "starts"],
    .contact: ["nextDay"],
    .conference: [
      "begun", "cancelled", "continuesUntil", "date", "held", "place", "reviewChosenBy",
      "reviewDate", "time",
    ],
    .invitee: ["advocateAskedAgain", "advocateKind", "begun", "excluded", "prepared"],
    .plan: ["begun", "ended", "joins", "reviewChosenBy", "reviewDate"],
    .action: ["begun", "dropped", "due", "who"],
    .progress: ["state"],
    .closure: [], .reopening: [],
    .complaint: ["about", "acknowledged", "acknowledgeBy", "answered", "due", "received"],
    .note: ["about"],
  ]

  let days: AgendaDays
  /// The waiting lists that are closed today.
  let closed: Set<Assessment.Form>
  /// Referrals of whom a person must still decide who they are.
  let undecided: Set<ID>

  public init(
    _ days: AgendaDays, closed: Set<Assessment.Form> = [], undecided: Set<ID> = []
  ) {
    self.days = days
    self.closed = closed
    self.undecided = undecided
  }

  /// In no order.
  public func items(of file: CaseFile) -> [AgendaItem] {
    var found = danger(in: file) + assessing(in: file)
    // There is no work with a family where there is no family.
    if file.family != Agenda.noCase {
      found += meeting(in: file)
      found += keepingInTouch(in: file, isLed: !file.leads(on: days.today).isEmpty)
    }
    return named(found, in: file)
  }

  /// With whom they are about, or else which family, and the lead workers of the case.
  func named(_ items: [AgendaItem], in file: CaseFile) -> [AgendaItem] {
    guard !items.isEmpty else { return [] }
    var found = items
    let leads = file.leads(on: days.today)
    let names = leads.isEmpty ? nil : leads.map(\.lead).joined(separator: ", ")
    let people = file.all(Person.self)
    for place in found.indices {
      found[place].lead = names
      guard let id = found[place].person else {
        found[place].familyName = file.familyName
        continue
      }
      // As they were first written down: that is whose id it is.
      let person =
        people.first { $0.header.id == id } ?? people.first { file.today($0.header.id) == id }
      (found[place].given, found[place].surname) = (person?.given, person?.surname)
    }
    return found
  }

  /// An item about an entry, and about the person it is about.
  func item(
    _ what: AgendaItem.What, _ entry: some Payload, in file: CaseFile, since: Day? = nil,
    due: Day? = nil, _ detail: String? = nil
  ) -> AgendaItem {
    AgendaItem(
      what, entry.header.id, of: file.family, person: entry.person.map(file.today),
      since: since ?? entry.header.day, due: due, detail)
  }

  /// Danger, who and how safe a child is (practice P1, P2, P8), and who complains.
  private func danger(in file: CaseFile) -> [AgendaItem] {
    file.openFlags.map { item(.flag, $0, in: file, due: $0.header.day, $0.raised) }
      + file.unreadRepeats.map { item(.referredAgain, $0, in: file, $0.agency) }
      + screens(in: file) + answers(in: file) + doubts(in: file)
      + file.all(Alert.self).compactMap { alert in
        guard let ends = alert.ends, days.today <= ends, ends <= days.soon else { return nil }
        return item(.alert, alert, in: file, due: ends, alert.what.rawValue)
      }
      + file.all(Complaint.self).filter { $0.answered == nil }
      .map { item(.complaint, $0, in: file, since: $0.came, due: $0.waitsUntil, $0.about) }
  }

  /// A line a child, however many agencies wrote.
  private func screens(in file: CaseFile) -> [AgendaItem] {
    file.unscreened.gathered { $0.person.map(file.today) ?? $0.header.id }.map { referrals in
      let agencies = referrals.compactMap(\.agency)
      return item(
        .screen, referrals[0], in: file,
        agencies.isEmpty ? nil : agencies.joined(separator: ", "))
    }
  }

  private func doubts(in file: CaseFile) -> [AgendaItem] {
    guard !undecided.isEmpty else { return [] }
    return file.referrals.filter { undecided.contains($0.header.id) }
      .map { item(.identity, $0, in: file, $0.agency) }
  }

  /// Screens whose last result asked for more information.
  private func answers(in file: CaseFile) -> [AgendaItem] {
    let screenings = file.all(Screening.self)
    guard screenings.contains(where: { $0.result == .moreInformation }) else { return [] }
    return screenings.gathered { $0.person.map(file.today) ?? file.family }.compactMap {
      guard let last = $0.lastWritten, last.result == .moreInformation else { return nil }
      return item(.answer, last, in: file, last.because)
    }
  }

  /// The work with the family goes on (practice P16, P17, P24, P26).
  private func keepingInTouch(in file: CaseFile, isLed: Bool) -> [AgendaItem] {
    contact(in: file)
      + file.openOffers.filter { $0.isDue(on: days.today) }
      .map { item(.offer, $0, in: file, due: $0.askAgain, $0.what) }
      + file.all(Signpost.self).compactMap { signpost in
        guard let due = signpost.due, due <= days.today, !signpost.state.isOver else { return nil }
        return item(.signpost, signpost, in: file, due: due, signpost.service)
      } + lead(in: file, isLed: isLed)
  }

  /// The contact that was agreed last, unless the work ended since.
  private func contact(in file: CaseFile) -> [AgendaItem] {
    guard let last = file.all(Contact.self).lastWritten, let next = last.nextDay,
      next <= days.today,
      !file.all(Closure.self).contains(where: { $0.header.recorded >= last.header.recorded })
    else { return [] }
    return [item(.contact, last, in: file, due: next, last.purpose.rawValue)]
  }

  /// A family worked with that nobody leads, and a lead whose agreed time is nearly over.
  private func lead(in file: CaseFile, isLed: Bool) -> [AgendaItem] {
    let limits = file.all(Allocation.self).compactMap { lead -> AgendaItem? in
      guard let limit = lead.agreedLimit, limit <= days.soon,
        lead.ends.map({ days.today <= $0 }) ?? true
      else { return nil }
      return item(.limit, lead, in: file, since: lead.starts, due: limit)
    }
    guard !isLed || !limits.isEmpty, let opening = file.opening else { return [] }
    guard !isLed else { return limits }
    return limits + [
      AgendaItem(
        .lead, file.family, of: file.family, person: opening.known?.person.map(file.today),
        since: opening.header.day)
    ]
  }
}
