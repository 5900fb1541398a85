/// A partner: whoever may make a referral or a brief assessment, and what was agreed with them.
public struct Agency: Payload {
  public static let kind = Kind.agency
  public static let about =
    "A partner, and the memorandum or joint-working protocol agreed with it."

  public var header = Header()
  public var name = ""
  public var aliases: [String] = []
  /// School, gp, hospital, adult services, children's social care, voluntary…
  public var agencyKind: String?
  /// The source code of the children in need census, as 2A for schools.
  public var code: String?
  public var contact: String?
  public var email: String?
  public var phone: String?
  public var urn: String?
  /// How many pupils are on roll.
  public var roll: Int?
  public var agreement: String?
  public var signed: Day?
  public var ends: Day?
  /// What it agreed to send with each referral (practice P28).
  public var requires: [String] = []

  public var entry: Entry { .agency(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agencyKind", &agencyKind, "School, gp, hospital, adult services, and so on.")
    try fields.field(
      "agreement", &agreement, "The memorandum or joint-working protocol it works under.")
    try fields.field("aliases", &aliases, "Other names by which its sheets call it.")
    try fields.field("code", &code, "The contact source code, as 2A for schools (field notes 4.5).")
    try fields.field("contact", &contact, "Whom to ask for.")
    try fields.field("email", &email, "E-mail address.")
    try fields.field("ends", &ends, "The last day of the agreement.")
    try fields.field("name", &name, "The agency's name.")
    try fields.field("phone", &phone, "Telephone.")
    try fields.field("requires", &requires, "What it agreed that each of its referrals brings.")
    try fields.field("roll", &roll, "How many pupils are on roll.")
    try fields.field("signed", &signed, "The day the agreement was signed.")
    try fields.field("urn", &urn, "A school's Unique Reference Number.")
  }
}
