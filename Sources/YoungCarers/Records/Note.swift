/// A line in the chronology.
public struct Note: Payload {
  public static let kind = Kind.note
  public static let about = "A line in the chronology."

  public var header = Header()
  /// The entry it answers; a note about a repeat referral says that the lead worker has seen it.
  public var about: ID?
  public var person: ID?
  public var text = ""

  public var entry: Entry { .note(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The entry it answers.")
    try fields.field("person", &person, "Whom it is about.")
    try fields.field("text", &text, "The note.")
  }
}
