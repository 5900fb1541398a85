import YoungCarers

/// A short letter to whoever referred a child. It names the child as that referral did, says nothing
/// that came from anybody else, and is not written where an alert, a bereavement or the want of
/// consent forbids it (practice P3, P6, P8).
struct ReferrerLetter {
  private let referral: Referral
  private let file: CaseFile
  private let purpose: Contact.Purpose
  private let text: String?
  private let day: Day
  private let agencies: [Agency]

  init(
    _ referral: Referral, _ file: CaseFile, _ purpose: Contact.Purpose, _ text: String?,
    on day: Day, among agencies: [Agency]
  ) {
    self.referral = referral
    self.file = file
    self.purpose = purpose
    self.text = text
    self.day = day
    self.agencies = agencies
  }

  /// Throws status 77 where the letter may not go out.
  func written() throws -> String {
    try prove()
    let child = self.child
    let body =
      purpose == .outcome
      ? [
        "We have looked at your referral and decided what happens next.",
        text ?? "What more we may tell you depends on what the family has agreed to.",
      ]
      : [
        "Thank you for telling us about \(child).",
        "We have your referral, and somebody is looking at it.",
      ]
    let whom = [referral.referrer, referral.agency].compactMap { $0 }.joined(separator: ", ")
    let lines =
      [day.spoken, "", whom.isEmpty ? "To whoever referred" : "To \(whom)", ""]
      + ["Your referral of \(child), \(referral.header.day.spoken)", ""] + body + [
        "",
        "If you fear for a child's safety today, do not wait for us: ring the front door of",
        "children's social care, or 999.",
      ]
    return lines.map(Visible.lines).joined(separator: "\n") + "\n"
  }

  /// As the referrer named them.
  private var child: String {
    for case .person(let person) in file.entries where person.header.id == referral.person {
      let words = [person.given, person.surname].compactMap { $0 }
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return "a child"
  }

  private func prove() throws {
    let outgoing = file.outgoing(about: referral.person, on: day)
    let id = referral.header.id
    let names = referral.agency.map { agencies.names(of: $0) } ?? []
    guard outgoing.maySee(anyOf: names + [referral.referrer].compactMap { $0 }) else {
      throw Problem(
        "letter-barred", .notAllowed, "an alert says that the referrer of \(id) must not see it",
        cure: "carers alert list shows whose. Without --letter the contact alone is written down.")
    }
    guard !outgoing.isBereaved else {
      throw Problem(
        "letter-bereavement", .notAllowed,
        "the family of \(id) is bereaved, and no automatic letter goes out",
        cure: "Write by hand. Without --letter the contact alone is written down.")
    }
    guard text != nil, let person = referral.person else { return }
    let sharing = file.sharing(
      "outcome", about: person, with: referral.agency ?? "", among: agencies, on: day)
    guard sharing.isAllowed else {
      throw Problem(
        "not-shared", .notAllowed,
        "what became of \(id) may not be shared: \(named: sharing.reason.rawValue)",
        cure: "Leave --text out, or write down who agreed: carers consent … --what outcome.")
    }
  }
}
