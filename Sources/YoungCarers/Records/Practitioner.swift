/// Another worker in the family's life; their number at start and at close is a result (practice P15).
public struct Practitioner: Payload {
  public static let kind = Kind.practitioner
  public static let about = "Another worker in the family's life, for whom, and how long."

  public var header = Header()
  public var agency: String?
  public var email: String?
  public var ends: Day?
  public var name = ""
  public var person: ID?
  public var phone: String?
  public var role: String?
  public var starts: Day?

  public var entry: Entry { .practitioner(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agency", &agency, "Their agency.")
    try fields.field("email", &email, "E-mail address.")
    try fields.field("ends", &ends, "The last day.")
    try fields.field("name", &name, "Their name.")
    try fields.field("person", &person, "For whom, where it is not the whole family.")
    try fields.field("phone", &phone, "Telephone.")
    try fields.field("role", &role, "What they do for the family.")
    try fields.field("starts", &starts, "The first day.")
  }
}
