/// What keeps people safe: shown first, and honoured by everything that goes out (practice P6, P8).
public struct Alert: Payload {
  public static let kind = Kind.alert
  public static let about = "What keeps people safe, until when: shown before anything else."

  public struct What: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Somebody must not be contacted, or must not contact.
    public static let noContact = What(rawValue: "no contact")
    public static let mustNotSee = What(rawValue: "must not see")
    public static let safeContact = What(rawValue: "safe contact")
    public static let safeAddress = What(rawValue: "safe address")
    public static let workerSafety = What(rawValue: "worker safety")
    public static let interpreter = What(rawValue: "interpreter")
    /// Stops every letter that nobody writes by hand (practice P8).
    public static let bereavement = What(rawValue: "bereavement")

    /// In the order in which they are shown.
    public static let known: [What] = [
      .workerSafety, .noContact, .mustNotSee, .safeContact, .safeAddress, .interpreter,
      .bereavement,
    ]
  }

  public var header = Header()
  public var ends: Day?
  public var person: ID?
  public var starts: Day?
  public var text = ""
  public var what = What.workerSafety
  /// Who must not see, or must not be met.
  public var whom: String?

  public var entry: Entry { .alert(self) }

  /// Whether it holds on a day, from its first day to its last.
  public func holds(on day: Day) -> Bool {
    (starts ?? header.day) <= day && ends.map { day <= $0 } ?? true
  }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("ends", &ends, "The last day it holds; none where nobody knows.")
    try fields.field("person", &person, "Whom it protects, where it is not the whole family.")
    try fields.field("starts", &starts, "The first day it holds.")
    try fields.field("text", &text, "What to do, in plain words.")
    try fields.field(
      "what", &what,
      "Worker safety, no contact, must not see, safe contact, safe address, interpreter or bereavement."
    )
    try fields.field("whom", &whom, "Who must not see, or must not be met.")
  }
}
