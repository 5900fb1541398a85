/// What the family asked a professional at a conference, and what was offered.
public struct Question: Payload {
  public static let kind = Kind.question
  public static let about =
    "What a family asked a professional at a conference, and what was offered."

  public var header = Header()
  public var agency: String?
  public var answer: String?
  public var asked = ""
  public var conference = ID("")
  public var offered: [String] = []
  public var whom: String?

  public var entry: Entry { .question(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agency", &agency, "Their agency.")
    try fields.field("answer", &answer, "What they answered.")
    try fields.field("asked", &asked, "What was asked.")
    try fields.field("conference", &conference, "The entry with which the conference began.")
    try fields.field("offered", &offered, "What they offered to help with.")
    try fields.field("whom", &whom, "The professional who was asked.")
  }
}
