/// One contact from one agency about one child, as received.
public struct Referral: Payload {
  public static let kind = Kind.referral
  public static let about =
    "One contact from one agency about one child, as received, and how the child was recognised."

  /// How the child was recognised when the referral came in.
  public struct Matched: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Nobody like this was known.
    public static let new = Matched(rawValue: "new")
    /// Surely somebody known: a samePerson entry was written with it.
    public static let known = Matched(rawValue: "known")
    /// A person must decide: see `candidates`.
    public static let undecided = Matched(rawValue: "undecided")
  }

  public var header = Header()
  public var agency: String?
  public var agencyKind: String?
  public var attendance: String?
  /// Why the child was, or was not, taken for somebody known: a line of evidence each, without values.
  public var because: [String] = []
  /// People, or cases, that may be this child, or this child's family.
  public var candidates: [String] = []
  public var caredFor: String?
  public var caredForRelation: String?
  public var condition: String?
  public var consent: String?
  public var file: String?
  public var lawfulBasis: String?
  /// The physical line in `file`.
  public var line: Int?
  public var matched: Matched?
  public var person: ID?
  public var reason: String?
  public var referrer: String?
  public var source: String?
  public var tasks: [String] = []
  /// The school census code N, P or S, or what stood in its place.
  public var youngCarer: String?

  public var entry: Entry { .referral(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agency", &agency, "The agency that made contact.")
    try fields.field("agencyKind", &agencyKind, "What kind of agency, as given.")
    try fields.field("attendance", &attendance, "School attendance, as given.")
    try fields.field("because", &because, "The evidence for how the child was recognised.")
    try fields.field(
      "candidates", &candidates, "People or cases that may be the same: a person decides.")
    try fields.field("caredFor", &caredFor, "The name of the person cared for, as given.")
    try fields.field(
      "caredForRelation", &caredForRelation, "What the person cared for is to the child.")
    try fields.field("condition", &condition, "What the person cared for lives with, as given.")
    try fields.field(
      "consent", &consent, "What the referrer said of consent; it never stops a referral.")
    try fields.field("file", &file, "The name of the file it came in.")
    try fields.field("lawfulBasis", &lawfulBasis, "The lawful basis named by the referrer.")
    try fields.field("line", &line, "The line in that file where the row begins.")
    try fields.field("matched", &matched, "new, known or undecided, when it came in.")
    try fields.field("person", &person, "The child, as this referral describes them.")
    try fields.field("reason", &reason, "Why, in the referrer's words.")
    try fields.field("referrer", &referrer, "Who made contact.")
    try fields.field(
      "source", &source, "The agency and its own row id, or a digest of the row: twice is once.")
    try fields.field("tasks", &tasks, "Caring tasks named by the referrer.")
    try fields.field("youngCarer", &youngCarer, "The school census code (N, P, S) or as given.")
  }
}
