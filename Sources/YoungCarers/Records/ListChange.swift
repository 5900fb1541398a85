/// A waiting list opened or closed, and why. Closing stops routine intake, never the duty: whoever has
/// a right to be assessed is still received and dated (practice P25).
public struct ListChange: Payload {
  public static let kind = Kind.listing
  public static let about = "A waiting list opened or closed, when and why."

  public struct State: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let open = State(rawValue: "open")
    public static let closed = State(rawValue: "closed")
  }

  public var header = Header()
  public var because: String?
  public var decider: String?
  public var list = Assessment.Form.needs
  public var state = State.open

  public var entry: Entry { .listing(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("because", &because, "Why.")
    try fields.field("decider", &decider, "Who decided.")
    try fields.field("list", &list, "Whose list: needs or transition.")
    try fields.field("state", &state, "Open or closed.")
  }
}
