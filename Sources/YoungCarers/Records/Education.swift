/// Attendance, suspensions and attainment for a period, with who says so (practice P22).
public struct Education: Payload {
  public static let kind = Kind.education
  public static let about =
    "Attendance, suspensions and attainment for a period, with their source."

  public var header = Header()
  /// The assessment that it came with.
  public var about: ID?
  public var attainment: String?
  /// Per cent of sessions attended, as given.
  public var attendance: String?
  public var ends: Day?
  public var person: ID?
  public var source: String?
  public var starts: Day?
  public var suspensions: Int?

  public var entry: Entry { .education(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The assessment that it came with.")
    try fields.field("attainment", &attainment, "Attainment, as given.")
    try fields.field("attendance", &attendance, "Sessions attended, in per cent.")
    try fields.field("ends", &ends, "The last day of the period.")
    try fields.field("person", &person, "The child.")
    try fields.field("source", &source, "Who says so.")
    try fields.field("starts", &starts, "The first day of the period.")
    try fields.field("suspensions", &suspensions, "How many suspensions.")
  }
}
