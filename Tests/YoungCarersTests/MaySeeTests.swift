import Testing

@testable import YoungCarers

@Suite("P5: a form is filled in beforehand only with what that agency may see")
struct MaySeeTests {
  private static let day = Day(number: 20_780)

  private static let agencies = [
    ("Elm School", "Elm Primary"), ("Riverside Surgery", "The Surgery"),
  ]
  .map { name, alias in
    var agency = Agency()
    agency.name = name
    agency.aliases = [alias]
    return agency
  }

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
    giver: String = "child", about person: String? = nil,
    on day: Int = 20_710, until ends: Int? = nil
  ) -> Entry {
    var consent = Consent()
    consent.header = header("C\(day)\(giver)\(person ?? "")", day)
    consent.answer = answer
    consent.agencies = agencies
    consent.what = what
    consent.giver = giver
    consent.person = person.map { ID($0) }
    consent.ends = ends.map { Day(number: Int32($0)) }
    return .consent(consent)
  }

  private static func decided(_ what: ManagersDecision.What) -> Entry {
    var decision = ManagersDecision()
    decision.header = header("D1", 20_715)
    decision.what = what
    decision.rule = "Riverside Surgery"
    decision.decider = "R Shah"
    decision.because = "Children Act 1989 s47"
    return .decision(decision)
  }

  private static func caredFor(_ id: String, _ relation: String, _ role: Person.Role = .caredFor)
    -> Entry
  {
    var person = Person()
    person.header = header(id)
    person.role = role
    person.relation = relation
    return .person(person)
  }

  /// The mother in the case, the child's yes, and the mother's own.
  private static let motherAgreed = [
    caredFor("P2", "Mum"), consent(.agreed),
    consent(.agreed, what: ["diagnosis"], giver: "cared-for adult", about: "P2", on: 20_711),
  ]

  private func prefill(
    _ code: String, _ entries: [Entry], for agency: String
  ) throws -> Prefill {
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: [])
    let form = AssessmentForm.brief(Service(.plain))
    let place = try #require(form.items.firstIndex { $0.code == code })
    return file.prefill(
      form, of: ID("P1"), for: FormReader(agency: agency, among: Self.agencies), on: Self.day)[
        place]
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
      what: "P4: the cared-for mother's own yes", code: "condition", consents: motherAgreed,
      expected: .shown("MS")),
    Row(
      what: "P4: not before the child's answers may go", code: "condition",
      consents: [motherAgreed[0], motherAgreed[2]], expected: .withheld),
    Row(
      what: "P4: a yes for the family is not the mother's own", code: "condition",
      consents: [motherAgreed[0], motherAgreed[1]], expected: .withheld),
    Row(
      what: "P4: the father, cared for too, did not agree", code: "condition",
      consents: motherAgreed + [caredFor("P3", "father")], expected: .withheld),
    Row(
      what: "P4: a mother who is no cared-for person of the case", code: "condition",
      consents: [caredFor("P2", "mother", .contact)] + motherAgreed.dropFirst(),
      expected: .withheld),
    Row(
      what: "P5: agreed with it by its other name", consents: [consent(.agreed, ["The Surgery"])],
      expected: .shown("10-19")),
    Row(
      what: "P3: a manager decided to share", consents: [consent(.refused), decided(.shared)],
      expected: .shown("10-19")),
    Row(
      what: "P3: a manager decided not to share",
      consents: [consent(.agreed), decided(.notShared)], expected: .withheld),
    Row(
      what: "P5: agreed to share needs alone", consents: [consent(.agreed, what: ["needs"])],
      expected: .withheld),
    Row(
      what: "P5: words, everybody, and sharing was refused", code: "words",
      seenBy: "everybody who helps", consents: [consent(.refused)], expected: .withheld),
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
    var answers = [
      "caresFor=mother", "hours=10-19", "condition=MS", "words=I get tired.", "safe=yes",
    ]
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
    #expect(try prefill("caresFor", [.referral(referral)], for: "Elm Primary") == .shown("mother"))
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
    let reader = FormReader(agency: "Elm School", among: [])
    let place = try #require(form.items.firstIndex { $0.code == "relied" })
    #expect(
      file.prefill(form, of: ID("P1"), for: reader, on: Self.day)[place] == .shown("a lot"))
    #expect(file.mayName(ID("P1"), to: reader, on: Self.day))
    #expect(!file.mayName(ID("P1"), to: FormReader(agency: "Oak School", among: []), on: Self.day))
  }
}
