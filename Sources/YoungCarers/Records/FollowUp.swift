/// How a family is, some time after the work with it ended (practice P40).
public struct FollowUp: Payload {
  public static let kind = Kind.followUp
  public static let about = "How a family is, some time after the work with it ended."

  public struct Situation: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let settled = Situation(rawValue: "settled")
    public static let helped = Situation(rawValue: "helped by another service")
    public static let needsHelp = Situation(rawValue: "needs help again")
    public static let moved = Situation(rawValue: "moved away")
    /// Somebody tried: how the family is, is not known.
    public static let notReached = Situation(rawValue: "not reached")

    public static let known: [Situation] = [.settled, .helped, .needsHelp, .moved, .notReached]
  }

  public var header = Header()
  /// The closure since which it is.
  public var about: ID?
  public var person: ID?
  public var saidBy: Voice?
  public var situation = Situation.settled
  public var text: String?

  public var entry: Entry { .followUp(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The closure since which it is.")
    try fields.field("person", &person, "The child, or whoever it is about.")
    try fields.field("saidBy", &saidBy, "Child, parent, family and friends or somebody else.")
    try fields.field(
      "situation", &situation,
      "Settled, helped by another service, needs help again, moved away or not reached.")
    try fields.field("text", &text, "What was said.")
  }
}

extension FollowUp {
  /// After so many months somebody asks.
  public static let marks = [6, 12]
}
