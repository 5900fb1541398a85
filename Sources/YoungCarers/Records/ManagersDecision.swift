/// A manager's authorisation, an override with its reason, a departure from the standard, a decision
/// not to share (practice P24).
public struct ManagersDecision: Payload {
  public static let kind = Kind.decision
  public static let about =
    "An authorisation, an override with its reason, a departure, or a decision not to share."

  public struct What: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let authorised = What(rawValue: "authorised")
    public static let supervision = What(rawValue: "supervision")
    public static let override = What(rawValue: "override")
    public static let departure = What(rawValue: "departure")
    public static let notShared = What(rawValue: "not shared")
    public static let shared = What(rawValue: "shared without consent")
    public static let cover = What(rawValue: "cover")

    public static let known: [What] = [
      .authorised, .supervision, .override, .departure, .notShared, .shared, .cover,
    ]
  }

  public var header = Header()
  /// The entry it is about.
  public var about: ID?
  public var because: String?
  public var decider = ""
  /// Of a rule for those who come to a conference: for whom of them.
  public var invitee: ID?
  public var person: ID?
  /// The rule or the step that was overridden.
  public var rule: String?
  public var what = What.authorised

  public var entry: Entry { .decision(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The entry it is about.")
    try fields.field("because", &because, "Why.")
    try fields.field("decider", &decider, "Who decided.")
    try fields.field(
      "invitee", &invitee,
      "Of a conference: whom of those asked it is about, by the entry with which that began.")
    try fields.field("person", &person, "Whom it is about.")
    try fields.field("rule", &rule, "The rule that was overridden, or the agency not shared with.")
    try fields.field(
      "what", &what,
      "Authorised, supervision, override, departure, not shared, shared without consent or cover.")
  }
}
