import Testing
import YoungCarers

@Suite("What is not written down")
struct WantedTests {
  private let today = SafetyCase.day("2026-11-23")

  private func state(_ wanted: Wanted, _ fill: (inout SafetyCase) -> Void) -> WantedAnswer.State? {
    var safety = SafetyCase()
    fill(&safety)
    return safety.file.wantedAnswers(on: today).first { $0.wanted == wanted }?.state
  }

  private func person(_ fill: @escaping (inout Person) -> Void) -> (inout SafetyCase) -> Void {
    { safety in
      safety.add(Person()) { person in
        person.header.id = SafetyCase.child
        fill(&person)
      }
    }
  }

  private func accept(_ safety: inout SafetyCase) {
    safety.add(Triage()) {
      $0.person = SafetyCase.child
      $0.ways = [Triage.Way.accepted.rawValue]
    }
  }

  @Test("Ethnicity not known and refused are apart (P43)")
  func ethnicity() {
    for (given, expected) in [
      (nil, WantedAnswer.State.missing), ("NOBT", .missing), ("not known", .missing),
      ("REFU", .refused), ("Prefer not to say", .refused), ("WBRI", .known), ("Cornish", .known),
    ] as [(String?, WantedAnswer.State)] {
      #expect(state(.ethnicity, person { $0.ethnicity = given }) == expected)
    }
  }

  @Test("A pupil number is asked for its check only where one is given")
  func upn() {
    for (given, expected) in [
      (nil, nil), ("J000000125101", WantedAnswer.State.known), ("J000000125102", .missing),
      ("UN3", nil), ("000125101", .missing),
    ] as [(String?, WantedAnswer.State?)] {
      #expect(state(.upn, person { $0.upn = given }) == expected)
    }
  }

  @Test("The newest description that gives a value counts, and an older one where it is silent")
  func newest() {
    #expect(state(.born) { _ in } == .known)
    #expect(state(.born, person { $0.school = "Oakfield" }) == .known)
    #expect(state(.sex) { _ in } == .missing)
  }

  @Test("Refused and withdrawn are answers about sharing; not asked is none")
  func consent() {
    for (answer, expected) in [
      (Consent.Answer.agreed, WantedAnswer.State.known), (.refused, .refused),
      (.withdrawn, .refused), (.notAsked, .missing),
    ] {
      #expect(state(.consent) { $0.add(Consent()) { $0.answer = answer } } == expected)
    }
    #expect(state(.consent) { _ in } == .missing)
  }

  @Test("A referral is screened, whoever made it")
  func screen() {
    let refer = { (safety: inout SafetyCase) in
      _ = safety.add(Referral()) { $0.person = SafetyCase.child }
    }
    #expect(state(.screen) { _ in } == nil)
    #expect(state(.screen, refer) == .missing)
    #expect(
      state(.screen) { safety in
        refer(&safety)
        safety.add(Screening()) { $0.person = SafetyCase.child }
      } == .known)
  }

  @Test("A family that we work with has a lead, its children a first score; one that ended a last")
  func work() {
    #expect(state(.lead) { _ in } == nil)
    #expect(state(.firstScore) { _ in } == nil)
    #expect(state(.lead, accept) == .missing)
    #expect(state(.firstScore, accept) == .missing)
    #expect(state(.closingScore, accept) == nil)
    func ended(_ stages: [Stage]) -> WantedAnswer.State? {
      state(.closingScore) { safety in
        accept(&safety)
        for stage in stages {
          safety.add(Assessment()) {
            $0.form = .outcomes
            $0.person = SafetyCase.child
            $0.scorer = "child"
            $0.stage = stage.rawValue
          }
        }
        safety.add(Closure()) { _ in }
      }
    }
    #expect(ended([]) == .missing)
    #expect(ended([.first]) == .missing)
    #expect(ended([.first, .closing]) == .known)
  }

  @Test("What ended more than a year ago is not looked at")
  func old() {
    for (day, isLookedAt) in [("2025-11-23", false), ("2025-11-24", true)] {
      #expect((state(.born) { $0.add(Closure(), on: day) { _ in } } != nil) == isLookedAt)
    }
  }

  @Test("A triage says who is cared for")
  func caredFor() {
    func state(_ fill: (inout SafetyCase) -> Void) -> WantedAnswer.State? {
      var safety = SafetyCase()
      fill(&safety)
      // Without the two who are cared for from the start.
      let alone = safety.entries.filter {
        ![SafetyCase.mother, SafetyCase.brother].contains($0.id)
      }
      return CaseFile(family: SafetyCase.family, entries: alone, aliases: [])
        .wantedAnswers(on: today).first { $0.wanted == .caredFor }?.state
    }
    #expect(state { _ in } == nil)
    #expect(state { accept(&$0) } == .missing)
    #expect(
      state { safety in
        accept(&safety)
        safety.add(Referral()) {
          $0.person = SafetyCase.child
          $0.caredForRelation = "mother"
        }
      } == .known)
    #expect(
      state { safety in
        accept(&safety)
        safety.add(Person()) { $0.role = .caredFor }
      } == .known)
  }

  @Test("Whatever waits or was promised has its day, and a live plan its review")
  func days() {
    for (due, expected) in [(nil, WantedAnswer.State.missing), (today, .known)]
      as [(
        Day?, WantedAnswer.State
      )]
    {
      #expect(
        state(.due) { safety in
          safety.add(Assessment()) {
            $0.form = .needs
            $0.person = SafetyCase.child
            $0.due = due
          }
        } == expected)
      #expect(
        state(.due) { safety in
          let plan = safety.add(FamilyPlan()) { _ in }
          safety.add(PlanAction()) {
            $0.plan = plan
            $0.due = due
          }
        } == expected)
      #expect(state(.review) { $0.add(FamilyPlan()) { $0.reviewDate = due } } == expected)
    }
    #expect(state(.due) { _ in } == nil)
  }
}
