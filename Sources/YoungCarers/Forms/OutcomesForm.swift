/// The eight outcome areas, and how much is cared, scored by child, parent and worker apart (Bolton's
/// own account), at the beginning, at reviews and at the end.
extension AssessmentForm {
  static func outcomes(_ service: Service) -> AssessmentForm {
    let areas = Area.allCases.map { area in
      Item(area.rawValue, area.question, .number(service.areas.range), source: "Bolton's account")
    }
    // Asked first of all, before there is anything to hide (practice P7).
    let maySee = Item(
      "parentMaySee", "Which of your answers may your parent see?",
      .choices(["all", "none"] + Area.allCases.map(\.rawValue)), source: "practice P7")
    var form = AssessmentForm(
      .outcomes, title: "How things are",
      [maySee] + areas + [
        Item("tasks", "What does the child do for somebody?", .list, source: "practice P36"),
        Item(
          "tooMuch", "Which of these are too much, or not right for their age?", .list,
          source: "practice P36; SI 2015/527 reg 4(2)(d)"),
        Item(
          "hours", "How many hours a week?", .choice(service.list(.bandsHours)),
          source: "practice P36"),
        Item("words", "What would you like to say, in your own words?", .words(child: true)),
        Item("why", "Why does the child care?", .words(child: false), source: "practice P22"),
        Item("keeps", "What keeps it so?", .words(child: false), source: "practice P22"),
        Item("wouldChange", "What would change it?", .words(child: false), source: "practice P22"),
        Item("evidence", "On what evidence?", .words(child: false), source: "practice P22"),
        Item("strengths", "What goes well, and who is there?", .list, source: "practice P22"),
      ] + schooling + furtherSchooling)
    form.scale = service.areas
    return form
  }

  private static let furtherSchooling = [
    Item(
      "attainment", "How did learning go in that period, as the school puts it?",
      .words(child: false), source: "practice P22"),
    Item("schoolSays", "Who says so about school?", .words(child: false), source: "practice P22"),
  ]

  /// What is asked of one scorer: what a parent may see is the child's to say, and why it is so, and
  /// what the school says, the worker's to find out.
  public func items(for scorer: Scorer?) -> [Item] {
    let ofWorkers =
      Set(["why", "keeps", "wouldChange", "evidence", "strengths"])
      .union((Self.schooling + Self.furtherSchooling).map(\.code))
    return items.filter { item in
      switch item.code {
      case "parentMaySee", "words": scorer == .child
      case let code where ofWorkers.contains(code): scorer == .worker
      default: true
      }
    }
  }
}
