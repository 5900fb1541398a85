/// An offer of an assessment, a service or a conference, and the answer. One no never closes it:
/// unanswered is not declined, and it is made again (practice P16).
public struct Offer: Payload {
  public static let kind = Kind.offer
  public static let about = "An offer, who answered what, and when to ask again."

  public struct Answer: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let accepted = Answer(rawValue: "accepted")
    /// Said no for now.
    public static let declined = Answer(rawValue: "declined")
    public static let none = Answer(rawValue: "no answer")

    public static let known: [Answer] = [.accepted, .declined, .none]
  }

  public var header = Header()
  public var answer = Answer.none
  public var askAgain: Day?
  /// Made before an application for a care order (Children Act 1989 s31ZA).
  public var edgeOfCare: Bool?
  /// Why it was not made: not in the child's best interests.
  public var notMadeBecause: String?
  public var person: ID?
  public var text: String?
  /// What was offered.
  public var what = ""
  /// Who answered.
  public var whom: String?

  public var entry: Entry { .offer(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("answer", &answer, "Accepted, declined (for now) or no answer.")
    try fields.field("askAgain", &askAgain, "When to ask again.")
    try fields.field(
      "edgeOfCare", &edgeOfCare,
      "Whether it is the offer before an application for a care order (Children Act 1989 s31ZA).")
    try fields.field(
      "notMadeBecause", &notMadeBecause,
      "Why it was not made: that would not be in the child's best interests.")
    try fields.field("person", &person, "To whom it was made.")
    try fields.field("text", &text, "What they said.")
    try fields.field(
      "what", &what, "What was offered: needs assessment, family group conference, and so on.")
    try fields.field("whom", &whom, "Who answered: child, parent, and so on.")
  }
}
