import Testing

@testable import YoungCarers

@Suite("P3, P4: what may be shared with whom")
struct SharingTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var says: String
    /// What was written, oldest first: day, answer, giver, what, with whom, until.
    var written: [Written]
    var what = "needs"
    var about = SafetyCase.child
    var agency = "Oakfield Academy"
    var expected: Sharing.Reason

    var testDescription: String { says }
  }

  enum Written: Sendable {
    case consent(
      String, Consent.Answer, giver: String = "parent", what: [String] = [], with: [String] = [],
      until: String? = nil, about: ID? = SafetyCase.child)
    case decision(
      String, ManagersDecision.What, agency: String?, by: String = "R Shah",
      because: String? = "Children Act 1989 s47")
  }

  static let rows = [
    Row(says: "P3: nobody was asked", written: [], expected: .unasked),
    Row(
      says: "P3: not asked is no answer", written: [.consent("2026-11-01", .notAsked)],
      expected: .unasked),
    Row(says: "agreed to all", written: [.consent("2026-11-01", .agreed)], expected: .agreed),
    Row(
      says: "agreed to this with this agency, however it is written",
      written: [
        .consent("2026-11-01", .agreed, what: ["Needs"], with: ["oakfield academy"])
      ], expected: .agreed),
    Row(
      says: "agreed to something else",
      written: [.consent("2026-11-01", .agreed, what: ["attendance"])], expected: .unasked),
    Row(
      says: "agreed with another agency",
      written: [.consent("2026-11-01", .agreed, with: ["Ward 7"])], expected: .unasked),
    Row(
      says: "a refusal by another of the agency's names is a refusal",
      written: [
        .consent("2026-11-01", .agreed), .consent("2026-11-02", .refused, with: ["OFA"]),
      ], expected: .refused),
    Row(
      says: "agreed about somebody else",
      written: [.consent("2026-11-01", .agreed, about: SafetyCase.mother)], expected: .unasked),
    Row(
      says: "agreed for the whole family",
      written: [.consent("2026-11-01", .agreed, about: nil)], expected: .agreed),
    Row(
      says: "not yet agreed on the day", written: [.consent("2026-11-23", .agreed)],
      expected: .unasked),
    Row(
      says: "on its last day it holds",
      written: [.consent("2026-11-01", .agreed, until: "2026-11-22")], expected: .agreed),
    Row(
      says: "after its last day it does not",
      written: [.consent("2026-11-01", .agreed, until: "2026-11-21")], expected: .expired),
    Row(
      says: "P3: a refusal beats an older agreement",
      written: [.consent("2026-11-01", .agreed), .consent("2026-11-02", .refused)],
      expected: .refused),
    Row(
      says: "P3: a withdrawal beats an older agreement",
      written: [.consent("2026-11-01", .agreed), .consent("2026-11-02", .withdrawn)],
      expected: .withdrawn),
    Row(
      says: "the same giver's later agreement counts again",
      written: [.consent("2026-11-01", .refused), .consent("2026-11-02", .agreed)],
      expected: .agreed),
    Row(
      says: "P4: a parent's yes does not silence the child's no",
      written: [
        .consent("2026-11-01", .refused, giver: "child"), .consent("2026-11-02", .agreed),
      ], expected: .refused),
    Row(
      says: "a refusal of something else refuses nothing here",
      written: [
        .consent("2026-11-01", .agreed),
        .consent("2026-11-02", .refused, what: ["attendance"]),
      ], expected: .agreed),
    Row(
      says: "P4: a child's or parent's yes does not share a cared-for adult's diagnosis",
      written: [.consent("2026-11-01", .agreed, giver: "child", about: SafetyCase.mother)],
      what: "diagnosis", about: SafetyCase.mother, expected: .needsOwn),
    Row(
      says: "P4: nor does a yes for the whole family",
      written: [.consent("2026-11-01", .agreed, giver: "cared-for adult", about: nil)],
      what: "diagnosis", about: SafetyCase.mother, expected: .needsOwn),
    Row(
      says: "P4: the cared-for adult's own does",
      written: [
        .consent("2026-11-01", .agreed, giver: "cared-for adult", about: SafetyCase.mother)
      ], what: "the diagnosis", about: SafetyCase.mother, expected: .agreed),
    Row(
      says: "P4, P20: a cared-for child's diagnosis is no adult's",
      written: [.consent("2026-11-01", .agreed, about: SafetyCase.brother)],
      what: "diagnosis", about: SafetyCase.brother, expected: .agreed),
    Row(
      says: "P3: a recorded decision shares without consent",
      written: [
        .consent("2026-11-01", .refused),
        .decision("2026-11-02", .shared, agency: "Oakfield Academy"),
      ], expected: .decided),
    Row(
      says: "P3: a decision that names no lawful basis shares nothing",
      written: [.decision("2026-11-02", .shared, agency: "Oakfield Academy", because: nil)],
      expected: .unasked),
    Row(
      says: "P3: a decision that names nobody who decided shares nothing",
      written: [.decision("2026-11-02", .shared, agency: "Oakfield Academy", by: "")],
      expected: .unasked),
    Row(
      says: "P3: a decision about another agency shares nothing here",
      written: [.decision("2026-11-02", .shared, agency: "Ward 7")], expected: .unasked),
    Row(
      says: "a decision not to share beats an agreement",
      written: [
        .consent("2026-11-01", .agreed),
        .decision("2026-11-02", .notShared, agency: "Oakfield Academy"),
      ], expected: .decidedAgainst),
    Row(
      says: "a decision not to share that names no agency is about all",
      written: [.consent("2026-11-01", .agreed), .decision("2026-11-02", .notShared, agency: nil)],
      expected: .decidedAgainst),
    Row(
      says: "the later decision counts",
      written: [
        .decision("2026-11-01", .notShared, agency: "Oakfield Academy"),
        .decision("2026-11-02", .shared, agency: "Oakfield Academy"),
      ], expected: .decided),
  ]

  @Test("The answer, and the entry it rests on", arguments: rows)
  func answers(_ row: Row) {
    var sample = SafetyCase()
    for written in row.written { add(written, to: &sample) }
    let sharing = sample.file.sharing(
      row.what, about: row.about, with: row.agency, among: [oakfield],
      on: SafetyCase.day("2026-11-22"))
    #expect(sharing.reason == row.expected)
    #expect(sharing.isAllowed == (row.expected == .agreed || row.expected == .decided))
    let unsettled: [Sharing.Reason] = [.unasked, .needsOwn]
    #expect((sharing.entry == nil) == unsettled.contains(row.expected))
  }

  private var oakfield: Agency {
    var agency = Agency()
    agency.name = "Oakfield Academy"
    agency.aliases = ["OFA"]
    return agency
  }

  private func add(_ written: Written, to sample: inout SafetyCase) {
    switch written {
    case .consent(let day, let answer, let giver, let what, let agencies, let until, let about):
      sample.add(Consent(), on: day) { consent in
        consent.answer = answer
        consent.giver = giver
        consent.what = what
        consent.agencies = agencies
        consent.ends = until.map(SafetyCase.day)
        consent.person = about
      }
    case .decision(let day, let what, let agency, let decider, let because):
      sample.add(ManagersDecision(), on: day) { decision in
        decision.what = what
        decision.rule = agency
        decision.decider = decider
        decision.because = because
        decision.person = SafetyCase.child
      }
    }
  }
}

@Suite("P6, P8: what goes out")
struct OutgoingTests {
  private func outgoing(_ alerts: (Alert.What, whom: String?, ends: String?)...) -> Outgoing {
    var sample = SafetyCase()
    for alert in alerts {
      sample.add(Alert(), on: "2026-11-01") { entry in
        entry.what = alert.0
        entry.whom = alert.whom
        entry.ends = alert.ends.map(SafetyCase.day)
        entry.text = "The \(alert.0.rawValue) text."
      }
    }
    return sample.file.outgoing(about: SafetyCase.child, on: SafetyCase.day("2026-11-22"))
  }

  @Test(
    "P6: who must not see, must not see",
    arguments: [
      ("Oakfield Academy", false), ("oakfield academy, Leeds", false), ("Oakfield", false),
      ("Elmfield Academy", true), ("Riverside Surgery", true),
    ])
  func barred(_ reader: String, _ may: Bool) {
    #expect(outgoing((.mustNotSee, "Oakfield Academy", nil)).maySee(reader) == may)
    #expect(outgoing((.noContact, "Oakfield Academy", nil)).maySee(reader) == may)
    #expect(outgoing((.mustNotSee, "Oakfield Academy", "2026-11-21")).maySee(reader))
  }

  @Test("P6: an alert that bars nobody by name bars everybody")
  func unnamed() {
    #expect(!outgoing((.mustNotSee, nil, nil)).maySee("Oakfield Academy"))
  }

  @Test("P6: the safe contact and address stand in place of those given")
  func safe() {
    let safe = outgoing((.safeContact, nil, nil), (.safeAddress, nil, nil))
    #expect(safe.contact("0113 496 0000") == "The safe contact text.")
    #expect(safe.address("5 Moor Top") == "The safe address text.")
    #expect(outgoing().contact("0113 496 0000") == "0113 496 0000")
    #expect(outgoing().address("5 Moor Top") == "5 Moor Top")
  }

  @Test("P8: bereavement stops automatic letters while it lasts")
  func bereavement() {
    #expect(outgoing((.bereavement, nil, nil)).isBereaved)
    #expect(!outgoing((.bereavement, nil, "2026-11-21")).isBereaved)
  }

  @Test("An alert about a sister is not about the child, and the whole family's is about both")
  func whose() {
    var sample = SafetyCase()
    sample.add(Alert()) { alert in
      alert.what = .bereavement
      alert.person = SafetyCase.mother
    }
    let day = SafetyCase.day("2026-11-22")
    #expect(!sample.file.outgoing(about: SafetyCase.child, on: day).isBereaved)
    #expect(sample.file.outgoing(about: SafetyCase.mother, on: day).isBereaved)
    #expect(sample.file.outgoing(about: nil, on: day).isBereaved)
  }
}
