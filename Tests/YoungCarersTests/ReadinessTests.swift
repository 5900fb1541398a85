import Testing

@testable import YoungCarers

@Suite("P11, P12, P29 to P33: what is missing before a conference")
struct ReadinessTests {
  private func open(
    _ spoil: Spoil, _ first: (inout ConferenceCase) -> Void = { _ in }
  ) -> [ConferenceRule] {
    var sample = ConferenceCase()
    var held = Conference()
    first(&sample)
    spoil.change(&sample, &held)
    return sample.readiness.open.map(\.rule)
  }

  @Test("A conference that lacks nothing is ready")
  func ready() { #expect(ConferenceCase().readiness.gaps.isEmpty) }

  @Test(
    "P11, P12, P16: the steps before it",
    arguments: [
      Spoil(.accepted, by: { $0.offer = .declined }), Spoil(.accepted, by: { $0.offer = .none }),
      Spoil(.screened, by: { $0.isScreened = false }),
      Spoil(.assessed, by: { $0.isAssessed = false }),
      Spoil(
        .accepted,
        by: { one in
          one.more = { sample in
            sample.add(Offer(), on: "2026-11-20") { offer in
              offer.what = "conference"
              offer.answer = .declined
            }
          }
        }
      ),
    ] as [Spoil])
  func steps(spoil: Spoil) { #expect(open(spoil) == spoil.rules) }

  @Test("P11: a brief assessment is none; the outcome areas are one")
  func forms() {
    @Sendable func add(_ form: Assessment.Form) -> Spoil {
      Spoil { one in
        one.isAssessed = false
        one.more = { sample in
          sample.add(Assessment()) { assessment in
            assessment.form = form
            assessment.finished = SafetyCase.day("2026-10-12")
          }
        }
      }
    }
    #expect(open(add(.brief)) == [.assessed])
    #expect(open(add(.outcomes)).isEmpty)
  }

  @Test(
    "P29, P31: the meeting",
    arguments: [
      Spoil(.coordinator, by: { $0.conference.coordinator = nil }),
      Spoil(.coordinatorNear, by: { $0.conference.coordinator = "j. osei" }),
      Spoil(.date, by: { $0.conference.date = nil }),
      Spoil(.time, by: { $0.conference.time = nil }),
      Spoil(.place, by: { $0.conference.place = nil }),
      Spoil(.chosen, by: { $0.conference.chosenBy = nil }),
      Spoil(.concerns, by: { $0.conference.concerns = [] }),
      Spoil(.concernsSent, by: { $0.conference.concernsSent = nil }),
      Spoil(.concernsSent, by: { $0.conference.concernsSent = SafetyCase.day("2026-12-05") }),
    ] as [Spoil])
  func meeting(spoil: Spoil) { #expect(open(spoil) == spoil.rules) }

  @Test(
    "P31: the child's advocate",
    arguments: [
      Spoil(.advocate, by: { $0.child.advocateKind = nil }),
      Spoil(.advocate, by: { $0.child.advocate = nil }),
      Spoil(.advocateNear, by: { $0.child.advocate = "Mum" }),
      Spoil(.advocateNear, by: { $0.child.advocate = "Ngozi" }),
      Spoil(.advocateNear, by: { $0.child.advocate = "J Osei" }),
      Spoil(.advocateNear, by: { $0.child.advocate = "nurse joy" }),
      Spoil(.advocateNear, by: { $0.child.advocate = "R Shah" }),
      Spoil(.advocateCheck, by: { $0.child.advocateChecked = nil }),
      Spoil(.advocateCheck, by: { $0.child.advocateChecked = SafetyCase.day("2023-12-03") }),
      Spoil(.advocateTraining, by: { $0.child.advocateTrained = nil }),
      Spoil(.advocateTraining, by: { $0.child.advocateTrained = SafetyCase.day("2024-12-03") }),
      Spoil(.advocateTraining, by: { $0.child.advocateTrained = SafetyCase.day("2026-12-05") }),
      Spoil(.advocateAskedAgain, by: { $0.child.advocateKind = .declined }),
    ] as [Spoil])
  func advocate(spoil: Spoil) { #expect(open(spoil) == spoil.rules) }

  @Test(
    "P31: a check that holds to the day, somebody the child knows, and a no that was asked again",
    arguments: [
      Spoil { $0.child.advocateChecked = SafetyCase.day("2023-12-04") },
      Spoil { one in
        one.child.advocateKind = .known
        one.child.advocate = "Auntie Bee"
        one.child.advocateChecked = nil
      },
      Spoil { one in
        one.child.advocateKind = .declined
        one.child.advocateAskedAgain = SafetyCase.day("2026-12-03")
      },
    ])
  func advocates(spoil: Spoil) { #expect(open(spoil).isEmpty) }

  @Test(
    "P29: those who come are prepared; those who are kept away are told why, and heard",
    arguments: [
      Spoil(.prepared, by: { $0.aunt.prepared = nil }),
      Spoil(.prepared, by: { $0.child.prepared = nil }),
      Spoil(.prepared, by: { $0.aunt.prepared = SafetyCase.day("2026-12-05") }),
      Spoil(by: { one in
        one.aunt.prepared = nil
        one.aunt.reply = .notComing
      }
      ),
      Spoil(.asked, by: { $0.aunt.invited = nil }),
      Spoil(
        .awayBecause, .awayBy, .awayViews,
        by: { one in
          one.aunt.prepared = nil
          one.aunt.excluded = SafetyCase.day("2026-11-20")
        }
      ),
      Spoil(.child, by: { $0.child.person = nil }),
      Spoil(
        .parent,
        by: { one in
          one.mother.person = nil
          one.mother.relation = nil
          one.mother.name = "Ngozi Okafor"
        }
      ),
    ] as [Spoil])
  func people(spoil: Spoil) { #expect(open(spoil) == spoil.rules) }

  @Test(
    "P12: at the edge of care the social worker refers, stays lead, and says what must be safe",
    arguments: [
      Spoil(by: { _ in }), Spoil(.referrer, .socialWorker, by: { $0.conference.referrer = nil }),
      Spoil(.bottomLine, by: { $0.conference.bottomLine = nil }),
      Spoil(.parentalReason, by: { $0.conference.parentalReason = [] }),
      Spoil(.socialWorker, by: { $0.conference.referrer = "A Khan" }),
    ] as [Spoil])
  func edge(spoil: Spoil) {
    let found = open(spoil) { one in
      one.isScreened = false
      one.isAssessed = false
      one.conference.purpose = .edgeOfCare
      one.conference.referrer = "J Osei"
      one.conference.bottomLine = "Sam is never alone at night."
      one.conference.parentalReason = ["substance misuse"]
    }
    #expect(found == spoil.rules)
  }

  @Test("P29: held later than it was booked for, what was done by then counts")
  func later() {
    var sample = ConferenceCase()
    sample.aunt.prepared = SafetyCase.day("2026-12-08")
    func rules(_ held: Day?) -> [ConferenceRule] {
      Readiness(
        of: sample.file.conferences[0], in: sample.file, sample.service,
        today: ConferenceCase.day, held: held
      ).gaps.map(\.rule)
    }
    #expect(rules(nil) == [.prepared])
    #expect(rules(SafetyCase.day("2026-12-11")).isEmpty)
  }

  @Test("P30: an override is for one rule and one person, and stays")
  func overridden() {
    var sample = ConferenceCase()
    sample.aunt.prepared = nil
    sample.worker.prepared = nil
    sample.more = { sample in
      sample.add(ManagersDecision()) { decision in
        decision.what = .override
        decision.about = ID("C")
        decision.rule = "prepared"
        decision.invitee = ID("I2")
        decision.decider = "M Grant"
        decision.because = "She is ill."
      }
    }
    let readiness = sample.readiness
    #expect(readiness.open.map(\.invitee) == [ID("I3")])
    #expect(readiness.gaps.map(readiness.decision).map { $0?.because } == ["She is ill.", nil])
  }

  @Test(
    "P31: the coordinator is not near",
    arguments: [
      ("R Shah", nil), ("J Osei", .lead), ("ms bell", .referrer), ("M. Grant", .managerOfLead),
      ("P Wood", .managerOfReferrer), ("A Khan", .referrer),
    ] as [(String, Independence.Near?)])
  func near(_ name: String, _ near: Independence.Near?) {
    let sample = ConferenceCase()
    let independence = Independence(
      in: sample.file, referrer: "A Khan", on: [ConferenceCase.day], sample.service)
    #expect(independence.near(name) == near)
  }

  @Test("Every rule has a code, a part, a source and what it asks for")
  func rules() {
    for rule in ConferenceRule.allCases {
      #expect(rule.rawValue.wholeMatch(of: /[a-z-]+/) != nil)
      #expect(!rule.source.isEmpty && rule.asks.hasSuffix("."))
    }
  }
}
