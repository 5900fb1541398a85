/// The adult's side: the care plan of the person cared for reviewed at the same time (practice P19);
/// of a disabled child, their own assessment or plan (P20).
public struct AdultReview: Payload {
  public static let kind = Kind.adultReview
  public static let about =
    "The review of the care plan of the person cared for, and what it takes off the child."

  public var header = Header()
  public var asked: Day?
  public var askedOf: String?
  /// Whether the review considered the child.
  public var consideredChild: Bool?
  public var due: Day?
  /// What the person cared for now receives.
  public var gives: [String] = []
  public var held: Day?
  public var jointVisit: Bool?
  /// The person cared for.
  public var person: ID?
  /// Care plan, disabled child's assessment, education health and care plan, parent carer's.
  public var planKind: String?
  /// Whether care still relies on the child: no, partly, yes.
  public var relies: String?
  /// The child's tasks that are done by somebody else from now on.
  public var tasks: [String] = []
  public var text: String?
  /// The young carer whose tasks they were.
  public var youngCarer: ID?

  public var entry: Entry { .adultReview(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("asked", &asked, "The day it was asked for.")
    try fields.field("askedOf", &askedOf, "Who was asked for it.")
    try fields.field("consideredChild", &consideredChild, "Whether it considered the child.")
    try fields.field("due", &due, "When an answer is due.")
    try fields.field("gives", &gives, "What the person cared for now receives.")
    try fields.field("held", &held, "The day it was held.")
    try fields.field("jointVisit", &jointVisit, "Whether it was a joint visit.")
    try fields.field("person", &person, "The person cared for.")
    try fields.field(
      "planKind", &planKind, "Whose plan: care plan, disabled child's, parent carer's.")
    try fields.field("relies", &relies, "Whether care still relies on the child: no, partly, yes.")
    try fields.field("tasks", &tasks, "The child's tasks that it takes over.")
    try fields.field("text", &text, "What came of it.")
    try fields.field("youngCarer", &youngCarer, "The child whose tasks they were.")
  }
}
