/// A complaint, from the day it came to its answer, by the Children Act 1989 Representations Procedure
/// (England) Regulations 2006: each entry takes the place of the one before.
public struct Complaint: Payload {
  public static let kind = Kind.complaint
  public static let about = "A complaint: what it is about, until when it is answered, and how."

  public struct Outcome: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let upheld = Outcome(rawValue: "upheld")
    public static let partly = Outcome(rawValue: "partly upheld")
    public static let notUpheld = Outcome(rawValue: "not upheld")
    /// By whoever complained.
    public static let withdrawn = Outcome(rawValue: "withdrawn")

    public static let known: [Outcome] = [.upheld, .partly, .notUpheld, .withdrawn]
    /// Wholly or in part.
    public var isUpheld: Bool { self == .upheld || self == .partly }
  }

  public var header = Header()
  public var about = ""
  public var acknowledged: Day?
  public var acknowledgeBy: Day?
  /// Who helps them to complain; a child has a right to an advocate (Children Act 1989 s26A).
  public var advocate: String?
  public var answer: String?
  public var answered: Day?
  public var due: Day?
  public var dueBecause: String?
  public var outcome: Outcome?
  public var person: ID?
  public var received: Day?
  public var saidBy = Voice.child

  public var entry: Entry { .complaint(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "What it is about.")
    try fields.field("acknowledged", &acknowledged, "The day they were told that it came.")
    try fields.field(
      "acknowledgeBy", &acknowledgeBy, "The day by which they are told that it came.")
    try fields.field("advocate", &advocate, "Who helps them to complain; or declined.")
    try fields.field("answer", &answer, "What they were answered.")
    try fields.field("answered", &answered, "The day they were answered.")
    try fields.field("due", &due, "The day by which they are answered.")
    try fields.field("dueBecause", &dueBecause, "Why that day is a later one.")
    try fields.field("outcome", &outcome, "Upheld, partly upheld, not upheld or withdrawn.")
    try fields.field("person", &person, "The child, or whoever it is about.")
    try fields.field("received", &received, "The day it came.")
    try fields.field("saidBy", &saidBy, "Child, parent, family and friends or somebody else.")
  }

  public var came: Day { received ?? header.day }

  /// What is next to do by when, until it is answered.
  public var waitsUntil: Day? {
    guard answered == nil else { return nil }
    return acknowledged == nil ? acknowledgeBy ?? due : due
  }
}
