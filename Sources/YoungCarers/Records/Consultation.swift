/// Informal advice to an agency, before a referral or instead of one.
public struct Consultation: Payload {
  public static let kind = Kind.consultation
  public static let about = "Informal advice to an agency, before a referral or instead of one."

  public var header = Header()
  public var advice: String?
  public var agency: String?
  public var agencyKind: String?
  public var outcome: String?
  public var person: ID?
  public var question: String?
  public var referrer: String?

  public var entry: Entry { .consultation(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("advice", &advice, "What was advised.")
    try fields.field("agency", &agency, "The agency that asked.")
    try fields.field("agencyKind", &agencyKind, "What kind of agency.")
    try fields.field(
      "outcome", &outcome,
      "No referral, brief assessment, referral, front door: what they will do.")
    try fields.field("person", &person, "Whom it is about, where the child was named and is known.")
    try fields.field("question", &question, "What they asked; nobody need be named.")
    try fields.field("referrer", &referrer, "Who asked.")
  }
}
