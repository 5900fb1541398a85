import Testing

@testable import YoungCarers

@Suite("P6: what each reader of a plan may see is all that the page holds")
struct PlanPageTests {
  private static func plan() -> PlanCase {
    var plan = PlanCase()
    plan.action("See the doctor", "Mum", .parent) { $0.onlyFor = ["Mum"] }
    plan.action("Let Sam ring home", "Mr Lowe", .professional) { $0.school = true }
    plan.action("Take Ada to school", "Bea", .familyAndFriends)
    var decision = ManagersDecision()
    (decision.what, decision.about, decision.decider) = (.override, ID("plan"), "M Osei")
    decision.because = "Two homes"
    plan.add(decision)
    var progress = ActionProgress()
    (progress.action, progress.state, progress.because) = (ID("action-1"), .done, "It was easy")
    plan.add(progress)
    return plan
  }

  private func numbers(_ page: PlanPage?) -> [Int] {
    (page?.groups.flatMap(\.rows).map(\.number) ?? []).sorted()
  }

  private func bars(_ body: () throws -> Void) -> String? {
    do { try body() } catch let problem as Problem {
      return problem.status == .notAllowed ? problem.code : "another status"
    } catch {}
    return nil
  }

  @Test("Those in the room see the plan, and nothing that is for one of them alone or for workers")
  func family() throws {
    let page = try Self.plan().page(.family)
    #expect(numbers(page) == [3, 4] && page.went.map(\.number) == [1])
    #expect(page.went.map(\.stateWords) == ["Done. It was easy"])
    #expect(page.workers == nil && !"\(page)".contains("doctor") && !"\(page)".contains("Osei"))
    #expect(page.seenBy == ["Sam", "Mum", "Nan"] && page.emergencyWho.count == 1)
    #expect(!page.groups.flatMap(\.rows).contains { $0.area != nil || !$0.onlyFor.isEmpty })
  }

  @Test("Workers see all of it, with what was overridden and why")
  func worker() throws {
    let page = try Self.plan().page(.worker)
    #expect(numbers(page) == [2, 3, 4])
    #expect(page.workers?.decisions == ["override by M Osei: Two homes"])
  }

  @Test("One person sees what is for them; who was not in the room, what they do themselves")
  func persons() throws {
    let plan = Self.plan()
    for name in ["Mum", "mother", "Jo", PlanCase.mum.text] {
      #expect(try numbers(plan.page(named: name)) == [2, 3, 4])
    }
    #expect(try numbers(plan.page(named: "Nan")) == [3, 4])
    let outside = try #require(try plan.page(named: "Bea"))
    #expect(numbers(outside) == [4])
    #expect(outside.wishes.isEmpty && outside.emergency == nil && outside.seenBy.isEmpty)
    #expect(outside.agreedBy.isEmpty && outside.reviewChosenBy == nil)
    #expect(try plan.page(named: "Stranger") == nil)
  }

  @Test(
    "Nan is not Granny, though both are grandmothers; what only one of them is says who is meant")
  func grandmothers() throws {
    var plan = Self.plan()
    for name in ["Nan", "Granny"] {
      var person = Person()
      (person.given, person.relation, person.role) = (name, "grandmother", .relative)
      plan.add(person, id: ID("YP-\(name)"))
    }
    plan.action("Tell nobody", "Nan", .familyAndFriends) { $0.onlyFor = ["Nan"] }
    plan.action("Buy a present", "Granny", .familyAndFriends)
    plan.action("For either", "Bea", .familyAndFriends) { $0.onlyFor = ["grandmother"] }
    #expect(try numbers(plan.page(named: "Nan")) == [3, 4, 5, 6])
    let granny = try #require(try plan.page(named: "Granny"))
    #expect(numbers(granny) == [6] && granny.wishes.isEmpty)
    #expect(plan.file.members(called: "grandma").count == 2)
    plan.alert(.mustNotSee, "grandma")
    #expect(bars { _ = try plan.page(named: "Granny") } == "plan-barred")
  }

  @Test("Whom the coordinator kept away, and whom an alert bars by any name, see nothing")
  func barred() {
    #expect(bars { _ = try Self.plan().page(named: "Dad") } == "plan-barred")
    for whom in ["Nan", "grandmother", nil] {
      var plan = Self.plan()
      plan.alert(.mustNotSee, whom)
      #expect(bars { _ = try plan.page(named: "Nan") } == "plan-barred")
      #expect(bars { _ = try plan.page(.family) } == "plan-barred")
      #expect(bars { _ = try plan.page(.worker) } == nil)
    }
    var plan = Self.plan()
    plan.alert(.mustNotSee, "Dad")
    #expect(bars { _ = try plan.page(.family) } == nil)
    plan.alert(.bereavement)
    #expect(bars { _ = try plan.page(.family) } == "plan-bereavement")
  }

  @Test("P3: a school sees what was marked for it, where sharing the plan was agreed")
  func school() throws {
    var plan = Self.plan()
    #expect(bars { _ = try plan.page(.school("Elm School")) } == "plan-not-shared")
    plan.consent(Consent.briefAssessment, PlanCase.sam)
    #expect(bars { _ = try plan.page(.school("Elm School")) } == "plan-not-shared")
    plan.consent(Consent.plan, PlanCase.sam)
    let page = try plan.page(.school("elm school"))
    #expect(numbers(page) == [3] && page.children == ["Sam"])
    #expect(page.wishes.isEmpty && page.emergencyWho.isEmpty && page.heldBack == 0)
    #expect(bars { _ = try plan.page(.school("Oak School")) } == "plan-not-shared")
  }

  @Test("P4: what names a condition leaves the room only with that adult's own yes")
  func condition() throws {
    var plan = Self.plan()
    plan.consent(Consent.plan, PlanCase.sam)
    var referral = Referral()
    referral.condition = "Multiple sclerosis; pain"
    plan.add(referral)
    plan.action("Read about multiple sclerosis", "Mr Lowe", .professional) { $0.school = true }
    let page = try plan.page(.school("Elm School"))
    #expect(numbers(page) == [3] && page.heldBack == 1)
    #expect(try numbers(plan.page(.family)) == [3, 4, 5])
    plan.consent(Consent.diagnosis, PlanCase.mum, giver: "child")
    #expect(try numbers(plan.page(.school("Elm School"))) == [3])
    plan.consent(Consent.diagnosis, PlanCase.mum, giver: Consent.caredForAdult)
    #expect(try numbers(plan.page(.school("Elm School"))) == [3, 5])
  }
}
