extension AssessmentForm {
  /// The brief initial assessment, which any setting can make: nature, amount and impact of the
  /// caring, who is cared for, strengths, the child's own words. The questions are our own; what they
  /// cover is field notes §3.2 and §3.6 and practice P10, P20, P22. A service may call it otherwise.
  public static func brief(_ service: Service) -> AssessmentForm {
    AssessmentForm(
      .brief, title: service.text(.titleBrief),
      caredFor + caring(service) + impact + schooling + child + ending)
  }

  /// Things a child may do for somebody at home. Kinds of care, in our own words.
  public static let natures = [
    "housework", "running the home", "personal care", "emotional support",
    "looking after brothers or sisters",
    "money and practical help", "medicine", "interpreting",
  ]

  /// What a child or family may want help with: each is a mainstream service's name in the settings.
  public static let topics = ["school", "health", "feelings", "friends", "money", "home", "breaks"]

  static let impactScale = ["not at all", "a little", "a lot", "too much"]

  private static let caredFor = [
    Item("caresFor", "Whom does the child look after, or help to look after?", .list, needed: true),
    Item("condition", "What does that person live with?", .words(child: false)),
    Item(
      "caredForIsChild", "Is that person under 18?", .truth,
      source: "P20: the parallel review is then the disabled child's"),
    Item(
      "services", "Does that person receive any care or support from services?", .truth,
      source: "SI 2015/527 reg 4(2)(e)"),
  ]

  private static func caring(_ service: Service) -> [Item] {
    [
      Item("nature", "What kinds of help does the child give?", .choices(natures), needed: true),
      Item("tasks", "What exactly does the child do?", .list),
      Item(
        "hours", "About how many hours a week?", .choice(service.list(.bandsHours)), needed: true),
      Item("nights", "Is the child up at night to help?", .truth),
      Item("since", "For how long has it been so?", .words(child: false)),
      Item(
        "excessive", "Which of these are too much, or not right for a child of this age?", .list,
        source: "SI 2015/527 reg 4(2)(d)"),
      Item(
        "relied", "How much does the family rely on it?", .scale(impactScale),
        source: "SI 2015/527 reg 4(2)(b)"),
      Item("willing", "Does the child want to go on doing it?", .choice(["yes", "partly", "no"])),
    ]
  }

  private static let impact = [
    Item("school", "How much does it get in the way of school?", .scale(impactScale), needed: true),
    Item(
      "health", "How much does it get in the way of health and sleep?", .scale(impactScale),
      needed: true),
    Item(
      "friends", "How much does it get in the way of friends and free time?",
      .scale(impactScale), needed: true),
    Item(
      "feelings", "How much does it weigh on how the child feels?", .scale(impactScale),
      needed: true),
  ]

  /// How school goes, as facts of a period.
  static let schooling = [
    Item("attendance", "School attendance, in per cent", .number(0...100), source: "P22"),
    Item("attendanceFrom", "The first day of that period", .day, source: "P22"),
    Item("attendanceTo", "The last day of that period", .day, source: "P22"),
    Item("suspensions", "Suspensions in that period", .number(0...99), source: "P22"),
  ]

  private static let child = [
    Item("words", "What the child says, in their own words", .words(child: true)),
    Item(
      "wordsMayBeSeenBy", "Who may read the child's words?",
      .choices(["parents", "school", "everybody who helps", "nobody else"]), source: "P5"),
    Item("strengths", "What goes well, and what is the child good at?", .words(child: false)),
    Item("network", "Who else helps, or could?", .list, source: "P22"),
    Item("wants", "What would the child and family like help with?", .choices(topics)),
    Item(
      "asks", "Has somebody asked for an assessment?", .choices(["child", "parent"]),
      source: "Children Act 1989 s17ZA(1)(b)"),
    Item("safe", "Does the child feel safe?", .truth, needed: true, source: "P1"),
    Item(
      "worries", "Is anybody worried about the child's safety? Why?", .words(child: false),
      source: "P1"),
    Item(
      "consent", "Do child and family agree that this is shared?",
      .choice(["agreed", "refused", "not asked"]), source: "P3"),
  ]

  private static let ending = [
    Item(
      "level", "What help is needed?",
      .choice(["none", "the setting's own", "another service", "specialist"]), needed: true,
      source: "P10"),
    Item("help", "What will the setting itself do?", .list),
  ]
}
