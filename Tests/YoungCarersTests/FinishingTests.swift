import Testing

@testable import YoungCarers

/// P18: what an assessment cannot be finished without.
@Suite struct FinishingTests {
  private static func complete(_ form: AssessmentForm) -> Assessment {
    var assessment = Assessment()
    assessment.form = form.form
    assessment.answers = form.items.filter(\.isNeeded).map { "\($0.code)=yes" }
    assessment.informed = Day("2026-11-02")
    assessment.started = Day("2026-11-09")
    assessment.trained = true
    assessment.finished = Day("2026-11-20")
    return assessment
  }

  private let needs = AssessmentForm.needs(Service(.leeds))
  private let transition = AssessmentForm.transition(Service(.leeds))

  @Test("With all of it nothing is missing, of either form")
  func whole() {
    for form in [needs, transition] {
      #expect(form.lacking(in: Self.complete(form), authorised: true).isEmpty)
    }
  }

  @Test(
    "SI 2015/527 reg 4(2), Children Act 1989 s17ZA(7) and s17ZC: each determination",
    arguments: AssessmentForm.needs(Service(.leeds)).items.filter(\.isNeeded))
  func determination(_ item: Item) {
    var assessment = Self.complete(needs)
    assessment.answers.removeAll { $0.hasPrefix("\(item.code)=") }
    let lacking = needs.lacking(in: assessment, authorised: true)
    #expect(lacking == [Lacking(what: item.code, source: item.source ?? "")])
    #expect(item.source != nil)
    assessment.pending = ["\(item.code)=waiting for the hospital"]
    #expect(needs.lacking(in: assessment, authorised: true) == lacking)
    let problem = Lacking.problem(lacking, needs, assessment)
    #expect(problem.says.text(value: "").contains("not yet known"))
  }

  @Test(
    "Care Act 2014 s63 and s64: each condition and matter",
    arguments: AssessmentForm.transition(Service(.leeds)).items.filter(\.isNeeded))
  func matter(_ item: Item) {
    var assessment = Self.complete(transition)
    assessment.answers.removeAll { $0.hasPrefix("\(item.code)=") }
    let lacking = transition.lacking(in: assessment, authorised: true)
    #expect(lacking.map(\.what) == [item.code])
  }

  @Test("SI 2015/527 reg 2(3) to (5): information beforehand, and not afterwards")
  func informed() {
    var assessment = Self.complete(needs)
    for (day, isMissing) in [("2026-11-09", false), ("2026-11-10", true), (nil, true)] {
      assessment.informed = day.flatMap { Day($0) }
      #expect(needs.lacking(in: assessment, authorised: true).isEmpty != isMissing)
    }
  }

  @Test("SI 2015/527 reg 3: a trained assessor; P24: a manager's authorisation")
  func people() {
    var assessment = Self.complete(needs)
    #expect(
      needs.lacking(in: assessment, authorised: false).map(\.what) == ["a manager's authorisation"])
    assessment.trained = nil
    #expect(needs.lacking(in: assessment, authorised: true).map(\.what) == ["a trained assessor"])
  }

  @Test(
    "Care Act 2014 s63(5): a request is refused only with written reasons and advice",
    arguments: [
      ([String](), ["refusedBecause", "refusedAdvice"]),
      (["refusedBecause=no need seen"], ["refusedAdvice"]),
      (["refusedAdvice=young carers' card"], ["refusedBecause"]),
      (["refusedBecause=no need seen", "refusedAdvice=young carers' card"], []),
    ])
  func refused(_ answers: [String], _ missing: [String]) {
    var assessment = Assessment()
    assessment.form = .transition
    assessment.outcome = AssessmentForm.notAssessed
    assessment.answers = answers
    #expect(transition.lacking(in: assessment, authorised: true).map(\.what) == missing)
  }

  @Test(
    "Care Act 2014 s63(1), (3), (4): conditions, consent and what overrides its refusal",
    arguments: [
      ("yes", "yes", "consents", "no", "assessed", String?.none),
      ("yes", "yes", "lacks capacity, in best interests", "no", "assessed", nil),
      ("yes", "yes", "refuses", "no", "assessed", "transition-consent"),
      ("yes", "yes", "refuses", "not known", "assessed", "transition-consent"),
      ("yes", "yes", "refuses", "yes", "assessed", nil),
      ("yes", "yes", "consents", "no", "not assessed", "transition-owed"),
      ("yes", "yes", "refuses", "yes", "not assessed", "transition-owed"),
      ("yes", "yes", "refuses", "no", "not assessed", nil),
      ("no", "yes", "consents", "no", "not assessed", nil),
      ("yes", "no", "consents", "no", "not assessed", nil),
    ])
  func conditions(
    _ need: String, _ benefit: String, _ consent: String, _ abuse: String, _ outcome: String,
    _ expected: String?
  ) {
    var assessment = Assessment()
    assessment.form = .transition
    assessment.outcome = outcome
    assessment.answers = [
      "likelyNeed=\(need)", "significantBenefit=\(benefit)", "consent=\(consent)",
      "abuseOrNeglect=\(abuse)",
    ]
    #expect(code { try transition.proveOutcome(of: assessment) } == expected)
  }

  @Test("P20: Care Act 2014 s63 is only for caring for an adult")
  func adultOnly() {
    #expect(code { try Duty.proveTransition(isForChild: true, ID("YP-1")) } == "transition-child")
    #expect(code { try Duty.proveTransition(isForChild: false, ID("YP-1")) } == nil)
  }

  @Test(
    "Field notes §11: the eighteenth birthday, 29 February and a birthday inside the wait; P27",
    arguments: [
      ("2008-11-23", "2026-11-22", "2027-01-27", "turns 18 on 23 November 2026, before it is due"),
      ("2009-01-27", "2026-11-22", "2027-01-27", "turns 18 on 27 January 2027, before it is due"),
      ("2009-01-28", "2026-11-22", "2027-01-27", ""),
      ("2008-02-29", "2026-02-28", "2026-05-01", "turns 18 on 1 March 2026, before it is due"),
      (
        "2008-02-29", "2026-03-01", "2026-05-01",
        "18 since 1 March 2026: what is owed now is a carer's assessment (Care Act 2014 s10)"
      ),
      (
        "2008-11-22", "2026-11-22", "2027-01-27",
        "18 since 22 November 2026: what is owed now is a carer's assessment (Care Act 2014 s10)"
      ),
      ("2009-02-01", "2026-11-22", "2026-11-01", "turns 18 on 1 February 2027"),
      ("2012-02-01", "2026-11-22", "2026-11-01", ""),
    ])
  func birthdays(_ born: String, _ today: String, _ due: String, _ said: String) throws {
    let words = Duty.words(born: Day(born), on: try #require(Day(today)), due: Day(due))
    #expect(words ?? "" == said)
  }

  @Test(
    "P20 and P21: whose plan is reviewed, and who may be visited together",
    arguments: [
      (false, Int?.none, true, "care plan", 0), (false, 12, true, "care plan", 0),
      (true, 17, true, "disabled child's assessment or plan", 1), (false, 5, true, "care plan", 0),
      (false, 18, true, "care plan", 0), (false, 4, true, "care plan", 1),
      (false, 19, true, "care plan", 1),
      (false, 8, false, "care plan", 1),
    ])
  func adults(_ isForChild: Bool, _ childAge: Int?, _ isCarer: Bool, _ plan: String, _ remarks: Int)
  {
    var review = AdultReview()
    review.jointVisit = true
    #expect(AdultSide.plan(isForChild: isForChild) == plan)
    let said = AdultSide.remarks(
      review, isForChild: isForChild, childAge: childAge, isCarer: isCarer, Service(.leeds))
    #expect(said.count == remarks, "\(said)")
  }

  @Test("P19: a review that was held says whether it considered the child and who is relied on")
  func held() {
    var review = AdultReview()
    review.held = Day("2026-11-20")
    #expect(
      AdultSide.remarks(review, isForChild: false, childAge: 12, isCarer: true, Service(.plain))
        .count == 2)
    review.consideredChild = true
    review.relies = "partly"
    #expect(
      AdultSide.remarks(review, isForChild: false, childAge: 12, isCarer: true, Service(.plain))
        .isEmpty)
  }
}
