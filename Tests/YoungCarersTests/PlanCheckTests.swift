import Testing

@testable import YoungCarers

@Suite("What a plan needs before a family reads it")
struct PlanCheckTests {
  struct Broken: Sendable {
    let rule: PlanFinding.Rule
    let change: @Sendable (inout PlanCase) -> Void

    init(_ rule: PlanFinding.Rule, _ change: @escaping @Sendable (inout PlanCase) -> Void) {
      self.rule = rule
      self.change = change
    }
  }

  @Test("A plan in order has nothing to mend")
  func inOrder() { #expect(PlanCase().findings.isEmpty) }

  @Test(
    "Each rule finds what breaks it, and nothing else does",
    arguments: [
      Broken(.noEmergency, { $0.plan.emergency = nil }),
      Broken(.noReview, { $0.plan.reviewDate = nil }),
      Broken(.barred, { $0.plan.emergencyWho = ["Dad, 0161 496 0009"] }),
      Broken(.barred, { $0.alert(.noContact, "Nan") }),
      Broken(.nobody, { $0.action("Ring the school", "", .parent) }),
      Broken(.noDay, { $0.action("Ring the school", "Mum", .parent) { $0.due = nil } }),
      Broken(.notAgreed, { $0.action("Ring the school", "Mum", .parent) { $0.agreed = nil } }),
      // P34: an action given to any child is itself caring.
      Broken(.childCares, { $0.action("Cook tea for Ada", "Sam", .child) }),
      Broken(.childCares, { $0.action("Help with washing", "Ada", .familyAndFriends) }),
      Broken(
        .childCares,
        { $0.action("Stay with Mum at night", "A friend", .other) { $0.person = PlanCase.ada } }
      ),
      // P34: a task that moves to a brother or sister is not reduced.
      Broken(
        .movedToChild,
        { $0.action("Get the bread", "Ada", .familyAndFriends) { $0.lessens = ["shopping"] } }
      ),
      // P34: other young carers only if the young person asked.
      Broken(.unaskedGroup, { $0.action("Meet other young carers", "Sam", .child) }),
      // P45: blame and pity.
      Broken(.blame, { $0.plan.strengths = ["Dad fails to come"] }),
      Broken(.blame, { $0.plan.strengths = ["He refuses to help"] }),
      Broken(.pity, { $0.plan.strengths = ["Mum suffers from pain"] }),
      Broken(.pity, { $0.plan.strengths = ["Poor Sam is tired"] }),
      // P44: words of the trade.
      Broken(.jargon, { $0.plan.strengths = ["The cared-for person is well"] }),
      Broken(.jargon, { $0.plan.strengths = ["We liaise"] }),
      Broken(
        .longSentence,
        {
          $0.plan.strengths = ["We do a lot of it in the day and at night we all do go to bed too"]
        }
      ),
      Broken(.readingAge, { $0.plan.wishes = ["Internationally standardised communication"] }),
      Broken(
        .condition,
        { plan in
          var referral = Referral()
          referral.condition = "epilepsy"
          plan.add(referral)
          plan.action("Read about epilepsy", "Nan", .familyAndFriends)
        }
      ),
      Broken(
        .twoLeads,
        { plan in
          for lead in ["R Shah", "J Bell"] {
            var allocation = Allocation()
            allocation.lead = lead
            plan.add(allocation)
          }
        }
      ),
      Broken(.twoPlans, { $0.add(FamilyPlan()) }),
    ])
  func finds(broken: Broken) {
    var plan = PlanCase()
    broken.change(&plan)
    #expect(plan.findings.map(\.rule) == [broken.rule])
  }

  @Test("P34: a plan that takes no caring from the child says so, also where only a child takes it")
  func lessensNothing() {
    var plan = PlanCase()
    plan.plan.conference = nil
    let without = plan.entries.filter { if case .action = $0 { false } else { true } }
    let file = CaseFile(
      family: plan.file.family, entries: without + [plan.plan.entry], aliases: [])
    let check = PlanCheck(file, plan.plan, among: [], Service(.bolton), on: PlanCase.today)
    #expect(check.findings.map(\.rule).contains(.lessensNothing))
  }

  @Test("A child whom nobody asked is told of; a score, words, a visit alone each count")
  func asked() {
    func rules(_ add: (inout PlanCase) -> Void) -> [PlanFinding.Rule] {
      var plan = PlanCase()
      plan.plan.conference = nil
      add(&plan)
      // Sam was at the meeting, so the case is looked at without its guests.
      let entries = plan.file.entries.filter { if case .invitee = $0 { false } else { true } }
      let file = CaseFile(family: plan.file.family, entries: entries, aliases: [])
      let check = PlanCheck(
        file, file.plan ?? plan.plan, among: [], Service(.bolton), on: PlanCase.today)
      return check.findings.map(\.rule)
    }
    #expect(rules { _ in } == [.notAsked])
    #expect(
      rules { plan in
        var scored = Assessment()
        (scored.form, scored.scorer, scored.person) = (.outcomes, "child", PlanCase.sam)
        plan.add(scored)
      }.isEmpty)
    #expect(
      rules { plan in
        var scored = Assessment()
        (scored.form, scored.scorer, scored.person) = (.outcomes, "parent", PlanCase.sam)
        plan.add(scored)
      } == [.notAsked])
    #expect(
      rules { plan in
        var visit = Contact()
        (visit.person, visit.seenAlone) = (PlanCase.sam, true)
        plan.add(visit)
      }.isEmpty)
  }

  @Test("What was dropped needs nothing; a group that was asked for is no finding")
  func settled() {
    var plan = PlanCase()
    plan.action("Cook tea for Ada", "Sam", .child) { $0.dropped = PlanCase.today }
    plan.action("Meet other young carers", "Sam", .child) { $0.askedFor = true }
    #expect(plan.findings.isEmpty)
  }

  @Test(
    "The reading age is that of the Automated Readability Index, five years above its grade",
    arguments: [
      (["The cat sat."], 5), ([], nil),
      // 4.71 × 54 / 8 + 0.5 × 8 − 21.43 = 14.36: grade 15.
      (["People wanting personal support contact workers every morning."], 20),
    ] as [([String], Int?)])
  func readingAge(pieces: [String], years: Int?) { #expect(ReadingAge(pieces).years == years) }

  @Test(
    "Sentences end at a stop, a colon and a new line, and an abbreviation in the middle is none")
  func sentences() {
    let found = ReadingAge.sentences("Ring Nan (at once!). Then: wait.\nGo at 4.30 to bed")
    #expect(found.map(\.count) == [4, 1, 1, 5])
  }
}

extension PlanAction.Owner {
  fileprivate static let other = PlanAction.Owner.familyAndFriends
}
