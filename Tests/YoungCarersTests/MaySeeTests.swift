import Testing

@testable import YoungCarers

@Suite("P5: a form is filled in beforehand only with what that agency may see")
struct MaySeeTests {
  private static let day = Day(number: 20_780)

  private static func header(_ id: String, _ day: Int = 20_700) -> Header {
    var header = Header()
    header.id = ID(id)
    header.family = ID("F1")
    header.day = Day(number: Int32(day))
    return header
  }

  private static func assessed(
    _ id: String, by setting: String, _ answers: [String], on day: Int = 20_700
  ) -> Entry {
    var assessment = Assessment()
    assessment.header = header(id, day)
    assessment.setting = setting
    assessment.person = ID("P1")
    assessment.answers = answers
    return .assessment(assessment)
  }

  private static func consent(
    _ answer: Consent.Answer, _ agencies: [String] = [], what: [String] = [],
    giver: String = "child",
    on day: Int = 20_710, until ends: Int? = nil
  ) -> Entry {
    var consent = Consent()
    consent.header = header("C\(day)\(giver)", day)
    consent.answer = answer
    consent.agencies = agencies
    consent.what = what
    consent.giver = giver
    consent.ends = ends.map { Day(number: Int32($0)) }
    return .consent(consent)
  }

  private func prefill(
    _ code: String, _ entries: [Entry], for agency: String
  ) throws -> Prefill {
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: [])
    let form = AssessmentForm.brief(Service(.plain))
    let place = try #require(form.items.firstIndex { $0.code == code })
    return file.prefill(
      form, of: ID("P1"), for: FormReader(agency: agency), on: Self.day)[place]
  }

  struct Row: Sendable {
    var what: String
    var code = "hours"
    var agency = "Riverside Surgery"
    var seenBy: String?
    var consents: [Entry] = []
    var expected: Prefill
  }

  static let rows = [
    Row(what: "its own", agency: "OAKFIELD ACADEMY", expected: .shown("10-19")),
    Row(what: "another's, nobody asked", expected: .withheld),
    Row(what: "nobody's", code: "nights", expected: .blank),
    Row(what: "agreed with anybody", consents: [consent(.agreed)], expected: .shown("10-19")),
    Row(
      what: "agreed with it", consents: [consent(.agreed, ["riverside surgery"])],
      expected: .shown("10-19")),
    Row(
      what: "agreed with another", consents: [consent(.agreed, ["Elm School"])],
      expected: .withheld),
    Row(what: "refused", consents: [consent(.refused)], expected: .withheld),
    Row(
      what: "withdrawn since",
      consents: [consent(.agreed), consent(.withdrawn, on: 20_720)], expected: .withheld),
    Row(
      what: "agreed since", consents: [consent(.refused), consent(.agreed, on: 20_720)],
      expected: .shown("10-19")),
    Row(
      what: "one of two refused",
      consents: [consent(.agreed), consent(.refused, giver: "parent")], expected: .withheld),
    Row(
      what: "not asked says nothing",
      consents: [consent(.agreed), consent(.notAsked, on: 20_720)], expected: .shown("10-19")),
    Row(what: "run out", consents: [consent(.agreed, until: 20_779)], expected: .withheld),
    Row(
      what: "not yet run out", consents: [consent(.agreed, until: 20_780)],
      expected: .shown("10-19")),
    Row(
      what: "agreed to share an address", consents: [consent(.agreed, what: ["address"])],
      expected: .withheld),
    Row(
      what: "somebody else's diagnosis (P4)", code: "condition", consents: [consent(.agreed)],
      expected: .withheld),
    Row(
      what: "its own diagnosis", code: "condition", agency: "Oakfield Academy",
      expected: .shown("MS")),
    Row(
      what: "words, nobody asked", code: "words", consents: [consent(.agreed)], expected: .withheld),
    Row(
      what: "words, everybody", code: "words", seenBy: "everybody who helps",
      expected: .shown("I get tired.")),
    Row(
      what: "words, school, the child's", code: "words", agency: "ELM school",
      seenBy: "school", expected: .shown("I get tired.")),
    Row(
      what: "words, school, another", code: "words", agency: "Oak School", seenBy: "school",
      expected: .withheld),
    Row(what: "words, parents", code: "words", seenBy: "parents", expected: .withheld),
    Row(
      what: "words it heard itself", code: "words", agency: "Oakfield Academy",
      expected: .shown("I get tired.")),
    Row(
      what: "words for nobody else", code: "words", agency: "Oakfield Academy",
      seenBy: "nobody else", expected: .withheld),
    Row(
      what: "P1: safety is asked anew", code: "safe", agency: "Oakfield Academy", expected: .blank),
  ]

  @Test("Who may see which answer", arguments: rows.indices)
  func table(_ place: Int) throws {
    let row = Self.rows[place]
    var answers = ["hours=10-19", "condition=MS", "words=I get tired.", "safe=yes"]
    if let seenBy = row.seenBy { answers.append("wordsMayBeSeenBy=\(seenBy)") }
    var child = Person()
    child.header = Self.header("P1")
    child.school = "Elm School"
    let entries =
      [.person(child), Self.assessed("A1", by: "Oakfield Academy", answers)] + row.consents
    #expect(
      try prefill(row.code, entries, for: row.agency) == row.expected, "\(row.what)"
    )
  }

  @Test("What a referrer said is its own too, and was told once for everybody else")
  func referral() throws {
    var referral = Referral()
    referral.header = Self.header("R1")
    referral.person = ID("P1")
    referral.agency = "Elm School"
    referral.caredForRelation = "mother"
    #expect(try prefill("caresFor", [.referral(referral)], for: "Elm School") == .shown("mother"))
    #expect(try prefill("caresFor", [.referral(referral)], for: "Riverside Surgery") == .withheld)
  }

  @Test("Answers of a year are not asked again, whoever gave them; older ones are")
  func fresh() {
    let entries = [
      Self.assessed("A1", by: "Elm School", ["hours=0-9", "safe=yes"]),
      Self.assessed("A2", by: "Oak School", ["nature=housework"], on: 20_780 - 366),
      Self.assessed("A3", by: "Oak School", ["tasks=cooks"], on: 20_780 - 365),
    ]
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: [])
    #expect(file.answeredItems(of: ID("P1"), on: Self.day) == ["hours", "tasks"])
  }

  @Test("A needs assessment shows in words what a brief one has on a scale")
  func words() throws {
    let entries = [Self.assessed("A1", by: "Elm School", ["relied=2"])]
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: [])
    let form = AssessmentForm.needs(Service(.plain))
    let reader = FormReader(agency: "Elm School")
    let place = try #require(form.items.firstIndex { $0.code == "relied" })
    #expect(
      file.prefill(form, of: ID("P1"), for: reader, on: Self.day)[place] == .shown("a lot"))
    #expect(file.mayName(ID("P1"), to: reader, on: Self.day))
    #expect(!file.mayName(ID("P1"), to: FormReader(agency: "Oak School"), on: Self.day))
  }

  @Test("P6: nothing goes to whoever must not see")
  func mustNotSee() {
    var alert = Alert()
    alert.header = Self.header("L1")
    alert.what = .mustNotSee
    alert.whom = "Elm School"
    alert.person = ID("P1")
    func found(_ agency: String, _ child: String, _ entries: [Entry]) -> Bool {
      CaseFile(family: ID("F1"), entries: entries, aliases: [])
        .mustNotSee(FormReader(agency: agency), ID(child), on: Self.day) != nil
    }
    #expect(found("elm school", "P1", [.alert(alert)]))
    #expect(!found("Oakfield Academy", "P1", [.alert(alert)]))
    #expect(!found("Elm School", "P2", [.alert(alert)]))
    alert.ends = Day(number: 20_779)
    #expect(!found("Elm School", "P1", [.alert(alert)]))
  }
}
