/// What became of an action, the workers' too, and at which review that was seen.
public struct ActionProgress: Payload {
  public static let kind = Kind.progress
  public static let about = "What became of an action of the plan, and at which review it was seen."

  public struct State: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let done = State(rawValue: "done")
    public static let partly = State(rawValue: "partly")
    public static let notYet = State(rawValue: "not yet")
    public static let notNeeded = State(rawValue: "no longer needed")

    public static let known: [State] = [.done, .partly, .notYet, .notNeeded]
  }

  public var header = Header()
  public var action = ID("")
  public var because: String?
  public var conference: ID?
  public var saidBy: String?
  public var state = State.notYet

  public var entry: Entry { .progress(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("action", &action, "The entry with which the action began.")
    try fields.field("because", &because, "Why, or how it went.")
    try fields.field(
      "conference", &conference, "The review at which it was seen: the entry with which that began."
    )
    try fields.field("saidBy", &saidBy, "Who said so.")
    try fields.field("state", &state, "Done, partly, not yet or no longer needed.")
  }
}
