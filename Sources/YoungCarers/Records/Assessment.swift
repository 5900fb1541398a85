/// An assessment of a child: brief, needs, transition. While it is under way each entry takes the
/// place of the one before; what was answered stands in `answers`, an item each.
public struct Assessment: Payload {
  public static let kind = Kind.assessment
  public static let about =
    "An assessment: brief, needs or transition; its answers, who made it, and how it ended."

  public struct Form: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// What any setting makes that notices a child.
    public static let brief = Form(rawValue: "brief")
    /// A young carer's needs assessment (Children Act 1989 s17ZA).
    public static let needs = Form(rawValue: "needs")
    /// A young carer's transition assessment (Care Act 2014 s63).
    public static let transition = Form(rawValue: "transition")
    /// The eight outcome areas, scored by child, parent or worker.
    public static let outcomes = Form(rawValue: "outcomes")

    /// Whether there is a waiting list for it.
    public var isWaitedFor: Bool { self == .needs || self == .transition }
  }

  public var header = Header()
  /// The referral that it follows.
  public var about: ID?
  /// `item=value`: a form's own items, and an instrument's as `MACA-YC18.3=2`.
  public var answers: [String] = []
  public var assessor: String?
  public var because: String?
  /// The entry with which it began, where this one takes its place.
  public var begun: ID?
  /// The person cared for, where they stand in the case.
  public var caredFor: ID?
  /// What changed since the last assessment for the same person (s17ZA(5)).
  public var changed: String?
  public var due: Day?
  public var finished: Day?
  public var form = Form.brief
  /// The day information was given beforehand, in a form the child can use (SI 2015/527 reg 2).
  public var informed: Day?
  public var jointVisit: Bool?
  public var outcome: String?
  /// The day a request was passed to the council, while the list was closed (practice P25).
  public var passed: Day?
  /// Items that cannot be answered yet, and why: `item=reason`.
  public var pending: [String] = []
  public var person: ID?
  /// The day the written record was given, and to whom.
  public var recordGiven: Day?
  public var recordTo: [String] = []
  public var requested: Day?
  public var requestedBy: String?
  /// The scale that the areas were scored on, with its end words: scores on another do not compare.
  public var scale: String?
  public var scorer: String?
  /// Who that is by name, where it is not the child: another parent's scores do not compare.
  public var scorerName: String?
  public var setting: String?
  public var settingKind: String?
  /// The agency and its own row id, or a digest of the row: twice is once.
  public var source: String?
  public var started: Day?
  /// When in the work it was scored: first, review or closing.
  public var stage: String?
  /// Whether the assessor was trained for it.
  public var trained: Bool?
  /// The first referral or request, from which the wait is counted (practice P26).
  public var waitsFrom: Day?
  /// Whether the list was closed when it was asked for.
  public var whileClosed: Bool?

  public var entry: Entry { .assessment(self) }
  /// Its name through all its entries.
  public var key: ID { begun ?? header.id }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The referral it follows.")
    try fields.field(
      "answers", &answers, "What was answered: item=value, an instrument's as MACA-YC18.3=2.")
    try fields.field("assessor", &assessor, "Who made it.")
    try fields.field("because", &because, "Why it ended so.")
    try fields.field("begun", &begun, "The entry with which it began.")
    try fields.field("caredFor", &caredFor, "The person cared for, where they stand in the case.")
    try fields.field(
      "changed", &changed, "What changed since the last for the same person cared for.")
    try fields.field("due", &due, "When it is due, as worked out when it began.")
    try fields.field("finished", &finished, "The day it was finished.")
    try fields.field("form", &form, "Brief, needs, transition or outcomes.")
    try fields.field("informed", &informed, "The day information was given beforehand.")
    try fields.field("jointVisit", &jointVisit, "Whether it was a joint visit with adult services.")
    try fields.field(
      "outcome", &outcome,
      "Of a brief assessment: supported by the setting, or referred; of others as decided.")
    try fields.field(
      "passed", &passed, "The day it was passed to the council, while the list was closed.")
    try fields.field("pending", &pending, "What cannot be answered yet, and why: item=reason.")
    try fields.field("person", &person, "The child.")
    try fields.field("recordGiven", &recordGiven, "The day the written record was given.")
    try fields.field("recordTo", &recordTo, "To whom it was given.")
    try fields.field("requested", &requested, "The day it was asked for, or the need appeared.")
    try fields.field("requestedBy", &requestedBy, "Who asked: child, parent, or need appeared.")
    try fields.field("scale", &scale, "The scale that areas were scored on, with its end words.")
    try fields.field("scorer", &scorer, "Who scored: child, parent or worker.")
    try fields.field("scorerName", &scorerName, "Who scored, by name, where it is not the child.")
    try fields.field("setting", &setting, "The agency whose assessment it is.")
    try fields.field("settingKind", &settingKind, "What kind of agency.")
    try fields.field(
      "source", &source, "The agency and its own row id, or a digest of the row: twice is once.")
    try fields.field("started", &started, "The day it began.")
    try fields.field("stage", &stage, "When in the work: first, review or closing.")
    try fields.field("trained", &trained, "Whether the assessor was trained for it.")
    try fields.field(
      "waitsFrom", &waitsFrom, "The first referral or request: the wait is counted from there.")
    try fields.field(
      "whileClosed", &whileClosed, "Whether the list was closed when it was asked for.")
  }
}
