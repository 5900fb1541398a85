/// What a child or somebody of the family answered when they were asked how the service was: "Did I
/// tell it once? Was I heard?" (practice P40). Whoever answers neither was asked all the same.
public struct Feedback: Payload {
  public static let kind = Kind.feedback
  public static let about =
    "What a child or family said of the service: told once, heard, in their own words."

  public struct Reply: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let yes = Reply(rawValue: "yes")
    public static let partly = Reply(rawValue: "partly")
    public static let no = Reply(rawValue: "no")

    public static let known: [Reply] = [.yes, .partly, .no]
  }

  public var header = Header()
  public var heard: Reply?
  public var person: ID?
  public var saidBy = Voice.child
  public var toldOnce: Reply?
  /// In their own words: in no report, and in nothing that leaves.
  public var words: String?

  public var entry: Entry { .feedback(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("heard", &heard, "Whether they were heard: yes, partly, no.")
    try fields.field("person", &person, "The child, or whoever was asked.")
    try fields.field("saidBy", &saidBy, "Child, parent, family and friends or somebody else.")
    try fields.field("toldOnce", &toldOnce, "Whether they told it once: yes, partly, no.")
    try fields.field("words", &words, "What they said, in their own words.")
  }

  public var isAnswered: Bool { heard != nil || toldOnce != nil || words != nil }
}

/// Whose word it is.
public struct Voice: Code {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let child = Voice(rawValue: "child")
  public static let parent = Voice(rawValue: "parent")
  public static let familyAndFriends = Voice(rawValue: "family and friends")
  public static let other = Voice(rawValue: "somebody else")

  public static let known: [Voice] = [.child, .parent, .familyAndFriends, .other]
}
