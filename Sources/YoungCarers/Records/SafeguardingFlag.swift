/// A safeguarding alarm, or what a named person did about one. It is never quiet, and no undo removes
/// it (practice P1).
public struct SafeguardingFlag: Payload {
  public static let kind = Kind.flag
  public static let about = "A safeguarding alarm, or what a named person did about one."

  public var header = Header()
  /// The entry that raised it.
  public var about: ID?
  /// The alarm that this entry answers.
  public var answers: ID?
  /// What was done, where it answers one.
  public var done: String?
  /// Who did it.
  public var doneBy: String?
  public var person: ID?
  /// What raised it, as `safeguarding: PANOC-YC20 item 16`.
  public var raised: String?
  public var text: String?

  public var entry: Entry { .flag(self) }

  /// Whether it raises an alarm; else it answers one.
  public var isAlarm: Bool { answers == nil }
  /// Whether it closes the alarm it answers: a named person says what was done (practice P1).
  public var isAnswer: Bool {
    answers != nil && !(done ?? "").isEmpty && !(doneBy ?? "").isEmpty
  }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The entry that raised it.")
    try fields.field("answers", &answers, "The flag that this entry answers.")
    try fields.field("done", &done, "What was done about it.")
    try fields.field("doneBy", &doneBy, "Who did it.")
    try fields.field("person", &person, "The child.")
    try fields.field("raised", &raised, "What raised it, as safeguarding: PANOC-YC20 item 16.")
    try fields.field("text", &text, "What is feared, in plain words.")
  }
}
