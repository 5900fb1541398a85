extension AssessmentForm {
  /// A young carer's transition assessment: Care Act 2014 ss63 and 64.
  static func transition(_ service: Service) -> AssessmentForm {
    AssessmentForm(.transition, title: service.text(.titleTransition), conditions + matters)
  }

  /// The three conditions of s63(1), what overrides a refusal of consent, and a refusal's reasons.
  private static let conditions = [
    Item(
      "likelyNeed", "Is the young person likely to have needs for support after 18?",
      .choice(["yes", "no"]), needed: true, source: "Care Act 2014 s63(1)"),
    Item(
      "significantBenefit", "Would an assessment now be of significant benefit?",
      .choice(["yes", "no"]), needed: true, source: "Care Act 2014 s63(1)"),
    Item(
      "consent", "Does the young person consent?",
      .choice(["consents", "lacks capacity, in best interests", "refuses"]), needed: true,
      source: "Care Act 2014 s63(3)"),
    Item(
      "abuseOrNeglect", "Are they experiencing, or at risk of, abuse or neglect?", .truth,
      needed: true, source: "Care Act 2014 s63(4)"),
    Item(
      "refusedBecause", "Why no assessment is made, in writing", .words(child: false),
      source: "Care Act 2014 s63(5)"),
    Item(
      "refusedAdvice", "What would prevent or delay needs, in writing", .words(child: false),
      source: "Care Act 2014 s63(5)"),
  ]

  private static let matters = [
    matter("able", "Able to care now, and likely to be after 18?", "(1)(a)"),
    matter("willing", "Willing to care now, and likely to be after 18?", "(1)(b)"),
    matter("wellbeing", "The impact of caring on well-being", "(1)(c)"),
    matter("outcomes", "What they want in day-to-day life", "(1)(d)"),
    matter("support", "Whether and how support could help with that", "(1)(e)"),
    matter("workAndLearning", "Work, education, training and recreation", "(2)"),
    Item(
      "eligible", "Which needs are likely to be eligible at 18", .words(child: false), needed: true,
      source: "Care Act 2014 s64"),
    Item(
      "advice", "What meets, prevents or delays needs", .words(child: false), needed: true,
      source: "Care Act 2014 s64"),
    Item(
      "involved", "Who was involved: the young person, parents, anyone they wanted", .list,
      needed: true, source: "Care Act 2014 s64"),
  ]

  private static func matter(_ code: String, _ question: String, _ place: String) -> Item {
    Item(
      code, question, .words(child: false), needed: true, source: "Care Act 2014 s64\(place)")
  }
}
