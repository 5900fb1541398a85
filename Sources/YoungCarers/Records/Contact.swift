/// A visit, a call, a session, a letter: with whom, whether the child was seen and seen alone, and
/// what the child said.
public struct Contact: Payload {
  public static let kind = Kind.contact
  public static let about =
    "A visit, call, session or letter: with whom, the child seen or not brought, their words."

  public struct Purpose: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The referrer told that the referral came.
    public static let acknowledgement = Purpose(rawValue: "acknowledgement")
    /// The referrer told what became of it.
    public static let outcome = Purpose(rawValue: "outcome")
    public static let visit = Purpose(rawValue: "visit")
    public static let session = Purpose(rawValue: "session")
    /// Looked at again while waiting (practice P26).
    public static let waiting = Purpose(rawValue: "waiting")
  }

  public var header = Header()
  /// The entry it answers: a referral acknowledged, or told of.
  public var about: ID?
  public var agency: String?
  public var childSeen: Bool?
  public var how: String?
  /// The day of the next contact.
  public var nextDay: Day?
  public var notBrought: Bool?
  public var person: ID?
  public var purpose = Purpose.visit
  public var seenAlone: Bool?
  public var text: String?
  public var whom: String?
  /// In the child's own words.
  public var words: String?

  public var entry: Entry { .contact(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The entry it answers: a referral acknowledged or told of.")
    try fields.field("agency", &agency, "Their agency, where it was a professional.")
    try fields.field("childSeen", &childSeen, "Whether the child was seen.")
    try fields.field("how", &how, "In person, telephone, video, letter, e-mail, text.")
    try fields.field("nextDay", &nextDay, "The day of the next contact.")
    try fields.field("notBrought", &notBrought, "Whether the child was not brought.")
    try fields.field("person", &person, "The child, or whoever it was about.")
    try fields.field(
      "purpose", &purpose,
      "Visit, session, waiting, acknowledgement, outcome or as the service says."
    )
    try fields.field("seenAlone", &seenAlone, "Whether the child was seen alone.")
    try fields.field("text", &text, "What happened.")
    try fields.field("whom", &whom, "With whom.")
    try fields.field("words", &words, "What the child said, in their own words.")
  }
}
