import Testing

@testable import YoungCarers

/// Each row: what is known, and the rules that speak.
@Suite struct TriageRulesTests {
  private struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rules: [String]
    var make: @Sendable (inout TriageFacts) -> Void

    init(_ name: String, _ rules: [String], _ make: @escaping @Sendable (inout TriageFacts) -> Void)
    {
      testDescription = name
      self.rules = rules
      self.make = make
    }
  }

  private static func brief(_ lines: String...) -> Answers {
    Answers(
      [
        "hours=0-9", "school=0", "health=0", "friends=0", "feelings=0", "safe=yes",
      ] + lines)
  }

  private static let rows = [
    Row("Nothing known of a child recommends nothing", []) { _ in },
    Row("P1: an open flag goes to social care", ["flag"]) { $0.openFlags = 2 },
    Row("P1: a child who does not feel safe goes to social care", ["unsafe"]) {
      $0.brief = Answers(["safe=no"])
    },
    Row("P1: once a flag was raised of it, the flag speaks", []) {
      $0.brief = Answers(["safe=no"])
      $0.wasFlagged = true
    },
    Row("P13: s17 goes to social care", ["concern"]) { $0.screening = .s17 },
    Row("P13: s47 goes to social care", ["concern"]) { $0.screening = .s47 },
    Row("P13: advice goes nowhere of itself", []) { $0.screening = .advice },
    Row("P14: a plan elsewhere is joined", ["plan-elsewhere"]) {
      $0.elsewhere = ["J Bell, Early Help"]
    },
    Row("s17ZA(1)(b): the child asks", ["needs-asked"]) { $0.asked = .child },
    Row("s17ZA(1)(b): a parent asks", ["needs-asked"]) { $0.asked = .parent },
    Row("s17ZA(1)(a): specialist help", ["needs-appears"]) { $0.brief = brief("level=specialist") },
    Row("reg 4(2)(d): tasks that are too much", ["needs-excessive"]) {
      $0.brief = brief("excessive=lifts her mother")
    },
    Row("reg 4(2)(d): none is none", []) { $0.brief = brief("excessive=None") },
    Row("thresholds.hours: the heavy band", ["needs-hours"]) { $0.brief = brief("hours=20-34") },
    Row("thresholds.hours: a heavier one", ["needs-hours"]) { $0.brief = brief("hours=50+") },
    Row("thresholds.hours: a lighter one", []) { $0.brief = brief("hours=10-19") },
    Row("thresholds.impact: a lot", ["needs-impact"]) { $0.brief = brief("feelings=2") },
    Row("thresholds.impact: a little", []) { $0.brief = brief("feelings=1") },
    Row("An instrument's band", ["needs-band"]) { $0.highBands = ["MACA-YC18 very high"] },
    Row("s17ZA(4): not again for the same person", []) {
      $0.asked = .child
      $0.caredFor = [.init("mother")]
      $0.assessed = [.init(.needs, "mother", Day(number: 1))]
      $0.changed = []
    },
    Row("s17ZA(5): again where it changed", ["needs-asked"]) {
      $0.asked = .child
      $0.caredFor = [.init("mother")]
      $0.assessed = [.init(.needs, "mother", Day(number: 1))]
      $0.changed = ["hours"]
    },
    Row("s17ZA(5): again where nobody can say", ["needs-asked"]) {
      $0.asked = .child
      $0.assessed = [.init(.needs, "mother", Day(number: 1))]
      $0.changed = nil
    },
    Row("s17ZA(4): another person cared for is another matter", ["needs-asked"]) {
      $0.asked = .child
      $0.caredFor = [.init("mother"), .init("brother")]
      $0.assessed = [.init(.needs, "mother", Day(number: 1))]
      $0.changed = []
    },
    Row("Care Act s63: from 16", ["transition-age"]) {
      $0.age = 16
      $0.brief = brief("level=another service")
    },
    Row("Care Act s63: not flagged at 15", []) {
      $0.age = 15
      $0.brief = brief("level=another service")
    },
    Row("Care Act s10: at 18 still, and said", ["transition-age"]) {
      $0.age = 18
      $0.brief = brief("level=another service")
    },
    Row("Care Act s63: no likely need, no flag", []) {
      $0.age = 17
      $0.brief = brief("level=none")
    },
    Row("Care Act s63: not again", []) {
      $0.age = 17
      $0.brief = brief("level=another service")
      $0.assessed = [.init(.transition, nil, Day(number: 1))]
    },
    Row(
      "P20: at 17 caring for a child, before the birthday", ["needs-before-18", "cared-for-child"]
    ) {
      $0.age = 17
      $0.caredFor = [.init("brother", isChild: true)]
      $0.brief = brief("level=another service")
    },
    Row("P20: at 12 caring for a child", ["cared-for-child"]) {
      $0.age = 12
      $0.caredFor = [.init("brother", isChild: true)]
    },
    Row("P11: a conference follows an assessment that found too much", ["conference"]) {
      $0.needs = Answers(["excessive=lifting"])
    },
    Row("P11: or found the caring not appropriate", ["conference"]) {
      $0.needs = Answers(["excessive=none", "appropriate=partly"])
    },
    Row("P11: without an assessment there is none", []) { $0.needs = nil },
    Row("P11: nor where all is well", []) {
      $0.needs = Answers(["excessive=none", "appropriate=yes"])
    },
    Row("reg 4(2)(e): nobody helps the person cared for", ["no-services"]) {
      $0.brief = brief("services=no")
    },
    Row("P19: what the adult now receives is help", []) {
      $0.brief = brief("services=no")
      $0.isHelped = true
    },
    Row("reg 4(2)(e): not known is not no", []) { $0.brief = brief("services=not known") },
    Row("P17: what they want help with", ["wants"]) { $0.brief = brief("wants=school; breaks") },
    Row("P10: supported by the setting", ["setting-helps"]) {
      $0.brief = brief("level=the setting's own")
    },
    Row("P10: not where the child appears to have needs", ["needs-impact"]) {
      $0.brief = brief("level=the setting's own", "school=3")
    },
    Row(
      "P17: several at once",
      ["flag", "needs-asked", "needs-excessive", "transition-age", "no-services", "wants"]
    ) {
      $0.openFlags = 1
      $0.asked = .parent
      $0.age = 17
      $0.brief = brief("excessive=lifting", "services=no", "wants=money")
    },
  ]

  private static let day = Day(number: 20_000)

  @Test("What each rule recommends", arguments: rows)
  private func rules(_ row: Row) {
    var facts = TriageFacts(day: Self.day)
    row.make(&facts)
    let found = TriageRule.recommendations(facts, Service(.leeds))
    #expect(found.map(\.rule) == row.rules)
    for one in found { #expect(!one.source.isEmpty && !one.because.isEmpty) }
  }

  @Test("Every rule has a row")
  func complete() {
    let named = Set(Self.rows.flatMap(\.rules) + ["needs-named"])
    #expect(Set(TriageRule.all.map(\.code)) == named)
  }

  @Test("P10: without a brief assessment's step a referral that tells of caring is enough")
  func named() {
    var facts = TriageFacts(day: Self.day)
    facts.namesCaring = true
    #expect(TriageRule.recommendations(facts, Service(.leeds)).isEmpty)
    #expect(TriageRule.recommendations(facts, Service(.bolton)).map(\.rule) == ["needs-named"])
  }

  @Test("P17: mainstream services by the service's own names")
  func services() throws {
    var facts = TriageFacts(day: Self.day)
    facts.brief = Self.brief("wants=health; breaks")
    var service = Service(.leeds)
    try service.change(.mainstreamBreaks, to: "Saturday club", source: nil)
    let found = TriageRule.recommendations(facts, service)
    #expect(found.first?.services == ["the school nurse", "Saturday club"])
  }

  @Test(
    "P13: after a concern the ways include social care or the existing plan",
    arguments: [
      (Screening.Result.s17, [Triage.Way.needs], false), (.s47, [.needs, .mainstream], false),
      (.s17, [.needs, .socialCare], true), (.s47, [.existingPlan], true), (.clear, [.needs], true),
    ])
  func concern(_ screen: Screening.Result, _ ways: [Triage.Way], _ isAllowed: Bool) {
    var facts = TriageFacts(day: Self.day)
    facts.screening = screen
    var triage = Triage()
    triage.ways = ways.map(\.rawValue)
    triage.because = "decided"
    #expect((code { try triage.prove(facts, []) } == nil) == isAllowed)
  }

  @Test("P17: a decision that differs says why")
  func differs() {
    var facts = TriageFacts(day: Self.day)
    facts.asked = .child
    let recommended = TriageRule.recommendations(facts, Service(.plain))
    var triage = Triage()
    #expect(code { try triage.prove(facts, recommended) } == "triage-empty")
    triage.ways = ["needs assessment"]
    #expect(code { try triage.prove(facts, recommended) } == nil)
    triage.ways = ["declined"]
    #expect(code { try triage.prove(facts, recommended) } == "triage-differs")
    triage.because = "moved away"
    #expect(code { try triage.prove(facts, recommended) } == nil)
  }

  @Test(
    "Two agencies' words for one person",
    arguments: [
      ("Mum", "mother"), ("his mother (MS)", "mother"), ("MOTHER, 43", "mother"), ("Dad", "father"),
      ("little brother", "little brother"), ("my nan", "grandmother"),
    ])
  func relations(_ given: String, _ key: String) { #expect(Relation.key(given) == key) }
}

/// Answers to instruments stand in an assessment beside the form's own.
@Suite struct ConcernTests {
  @Test(
    "An instrument's sure concern calls for an assessment; a missing item is not zero",
    arguments: [
      ("2202202222", ["TOY harm"]), ("1101102222", []), ("220220----", ["TOY harm"]),
      ("2-------22", []),
    ])
  func concerns(_ answers: String, _ found: [String]) throws {
    let lines = answers.enumerated().compactMap { place, answer in
      answer == "-" ? nil : "TOY.\(place + 1)=\(answer)"
    }
    let instruments = Instruments([try toy()])
    #expect(instruments.concerns(in: ["school=2", "OTHER.1=2"] + lines) == found)
    var brief = Assessment()
    brief.person = ID("C")
    brief.finished = Day(number: 1)
    brief.answers = lines
    let file = CaseFile(family: ID("F"), entries: [.assessment(brief)], aliases: [])
    let facts = file.triageFacts(of: ID("C"), on: Day(number: 2), instruments: instruments)
    #expect(facts.highBands == found)
  }
}

/// The code of the problem that is thrown; nil where none is.
func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Problem)?.code
  }
}
