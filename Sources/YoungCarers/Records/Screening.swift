/// The safeguarding screen and its result; a case stepped up to social care, or down from it.
public struct Screening: Payload {
  public static let kind = Kind.screening
  public static let about =
    "The safeguarding screen of a referral and its result; stepping up and down."

  /// Practice P13.
  public struct Result: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let clear = Result(rawValue: "clear")
    public static let advice = Result(rawValue: "advice")
    public static let moreInformation = Result(rawValue: "more information")
    /// Already open to social care: `whose` says to whom.
    public static let open = Result(rawValue: "open to social care")
    public static let s17 = Result(rawValue: "s17")
    public static let s47 = Result(rawValue: "s47")

    public static let known: [Result] = [.clear, .advice, .moreInformation, .open, .s17, .s47]
    /// Whether the pathway goes on: a triage, a list or an allocation may follow.
    public var letsGoOn: Bool { self == .clear || self == .advice || self == .open }
    /// Whether it goes to the front door of children's social care, the same day.
    public var isConcern: Bool { self == .s17 || self == .s47 }
  }

  public var header = Header()
  /// The referral, or the assessment, that was screened.
  public var about: ID?
  public var because: String?
  /// Who screened: this service, or children's social care.
  public var screener: String?
  /// The day and whom the front door was told.
  public var frontDoor: String?
  public var person: ID?
  public var result = Result.clear
  public var step: String?
  /// The day the referrer was told.
  public var told: Day?
  public var whose: String?

  public var entry: Entry { .screening(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The referral or assessment that was screened.")
    try fields.field("because", &because, "Why.")
    try fields.field("screener", &screener, "Who screened, where it was not this service.")
    try fields.field("frontDoor", &frontDoor, "To whom at the front door a concern was passed.")
    try fields.field("person", &person, "The child.")
    try fields.field(
      "result", &result, "Clear, advice, more information, open to social care, s17 or s47.")
    try fields.field("step", &step, "Up to social care, or down from it.")
    try fields.field("told", &told, "The day the referrer was told.")
    try fields.field("whose", &whose, "Whose case it is at social care.")
  }
}
