extension AssessmentForm {
  /// A young carer's needs assessment: the determinations of SI 2015/527 reg 4(2), the appropriateness
  /// of Children Act 1989 s17ZA(7) and the decision of s17ZC. (a) to (d) were read in the
  /// regulations, (e) to (j) are from memory: see field notes §3.2.
  static func needs(_ service: Service) -> AssessmentForm {
    AssessmentForm(.needs, title: service.text(.titleNeeds), determinations + regard)
  }

  private static let determinations = [
    determination("amount", "Amount, nature and type of the care", "a"),
    determination("relied", "How far the family relies on it, the wider family too", "b"),
    determination("impact", "Its impact on well-being, education and development", "c"),
    determination("excessive", "Tasks that are excessive or inappropriate; none, where none", "d"),
    determination("prevention", "Needs that services to the person cared for would prevent", "e"),
    determination("relieved", "What the child would need if relieved of some or all of it", "f"),
    determination("others", "Other assessments of the person cared for or of the family", "g"),
    Item(
      "inNeed", "Is the child a child in need?", .choice(["yes", "no"]), needed: true,
      source: "SI 2015/527 reg 4(2)(h)"),
    determination("actions", "What will be done", "i"),
    determination("review", "How it will be looked at again", "j"),
    Item(
      "appropriate", "Is it appropriate for the child to provide care, or to go on?",
      .choice(["yes", "partly", "no"]), needed: true, source: "Children Act 1989 s17ZA(7)"),
    Item(
      "decision", "Could the needs be met by services, and which?", .words(child: false),
      needed: true, source: "Children Act 1989 s17ZC"),
  ]

  private static func determination(_ code: String, _ question: String, _ letter: String) -> Item {
    Item(
      code, question, .words(child: false), needed: true,
      source: "SI 2015/527 reg 4(2)(\(letter))")
  }

  private static let regard = [
    Item(
      "wishes", "The child's wishes, feelings and preferences", .words(child: true),
      source: "SI 2015/527 reg 2(2)(b)"),
    Item(
      "differences", "Where child, parents and the person cared for see it differently", .list,
      source: "SI 2015/527 reg 2(2)(c)"),
    Item(
      "outcomes", "What they want to come of it", .words(child: false),
      source: "SI 2015/527 reg 2(2)(d)"),
    Item("whyCares", "Why the child cares", .words(child: false), source: "P22"),
    Item("keepsSo", "What keeps it so", .words(child: false), source: "P22"),
    Item("wouldChange", "What would change it", .words(child: false), source: "P22"),
    Item("evidence", "On what evidence", .words(child: false), source: "P22"),
    Item("strengths", "Strengths and network", .words(child: false), source: "P22"),
    Item("network", "Who else helps, or could?", .list, source: "P22"),
    Item(
      "combined", "Is it combined with another assessment, and do both agree?",
      .choice(["no", "yes, both agree"]), source: "SI 2015/527, field notes §3.2"),
  ]
}
