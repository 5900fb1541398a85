/// What happens next, one or several ways: what the rules recommended, and what a person decided
/// beside it, and why (practice P17).
public struct Triage: Payload {
  public static let kind = Kind.triage
  public static let about =
    "What happens next, one or several ways: recommended by rules, decided by a person."

  /// A way a child may go from here.
  public struct Way: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let needs = Way(rawValue: "needs assessment")
    public static let transition = Way(rawValue: "transition assessment")
    public static let conference = Way(rawValue: "family group conference")
    public static let socialCare = Way(rawValue: "social care")
    public static let caredFor = Way(rawValue: "referral for the person cared for")
    public static let existingPlan = Way(rawValue: "existing plan")
    public static let mainstream = Way(rawValue: "mainstream service")
    /// The setting that noticed supports the child; not a case of the service (practice P10).
    public static let setting = Way(rawValue: "supported by the setting")
    /// The service takes the family on: involvement begins.
    public static let accepted = Way(rawValue: "accepted")
    public static let declined = Way(rawValue: "declined")

    public static let known: [Way] = [
      .socialCare, .needs, .transition, .conference, .caredFor, .existingPlan, .mainstream,
      .setting, .accepted, .declined,
    ]
  }

  public var header = Header()
  /// The assessment or referral it was decided on.
  public var about: ID?
  public var because: String?
  /// Lists that were closed when it was decided: intake waits, the duty does not (practice P25).
  public var closedLists: [String] = []
  public var decider: String?
  /// When the needs assessment is due.
  public var needsDue: Day?
  public var person: ID?
  /// What the rules recommended: way, rule and its source, a line each.
  public var recommended: [String] = []
  public var services: [String] = []
  /// When the transition assessment is due.
  public var transitionDue: Day?
  /// The first referral or request, from which a wait is counted (practice P26).
  public var waitsFrom: Day?
  public var ways: [String] = []

  public var entry: Entry { .triage(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The assessment or referral it was decided on.")
    try fields.field("because", &because, "Why it was decided so.")
    try fields.field(
      "closedLists", &closedLists, "Lists that were closed when it was decided.")
    try fields.field("decider", &decider, "Who decided.")
    try fields.field(
      "needsDue", &needsDue, "When the needs assessment is due, as worked out when it was decided.")
    try fields.field("person", &person, "The child.")
    try fields.field(
      "recommended", &recommended, "What the rules recommended: way, rule and source, a line each.")
    try fields.field("services", &services, "The mainstream services named.")
    try fields.field(
      "transitionDue", &transitionDue,
      "When the transition assessment is due, as worked out when it was decided.")
    try fields.field(
      "waitsFrom", &waitsFrom, "The first referral or request: a wait is counted from there.")
    try fields.field("ways", &ways, "What was decided, one or several.")
  }
}
