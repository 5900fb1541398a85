/// Why involvement ended, planned or not.
public struct Closure: Payload {
  public static let kind = Kind.closure
  public static let about = "Why involvement with a family ended, planned or not."

  public struct Reason: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let planDone = Reason(rawValue: "plan carried out")
    public static let needMet = Reason(rawValue: "need met by mainstream services")
    public static let steppedUp = Reason(rawValue: "stepped up to social care")
    public static let declined = Reason(rawValue: "family said no for now")
    public static let lostContact = Reason(rawValue: "lost contact")
    /// Counted apart from what is closed: the child is still worked with, elsewhere (practice P38).
    public static let transferred = Reason(rawValue: "passed to another young carers service")
    public static let moved = Reason(rawValue: "moved away")
    public static let turnedEighteen = Reason(rawValue: "turned 18")
    public static let endOfCaring = Reason(rawValue: "caring ended")
    public static let limit = Reason(rawValue: "agreed limit reached")

    public static let known: [Reason] = [
      .planDone, .needMet, .steppedUp, .declined, .lostContact, .moved, .transferred,
      .turnedEighteen,
      .endOfCaring, .limit,
    ]
  }

  public var header = Header()
  public var authorisedBy: String?
  public var because = Reason.planDone
  /// What the family was told of coming back.
  public var comeBack: String?
  /// The review at which it was agreed.
  public var conference: ID?
  public var planned = true
  public var text: String?

  public var entry: Entry { .closure(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("authorisedBy", &authorisedBy, "The manager who authorised it.")
    try fields.field("because", &because, "Plan carried out, lost contact, moved away, and so on.")
    try fields.field("comeBack", &comeBack, "How to come back, as the family was told.")
    try fields.field(
      "conference", &conference,
      "The review at which it was agreed: the entry with which that began.")
    try fields.field("planned", &planned, "Whether it was planned with the family.")
    try fields.field("text", &text, "What else there is to say.")
  }
}
