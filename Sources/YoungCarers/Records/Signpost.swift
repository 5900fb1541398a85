/// A mainstream service that a child or family was pointed to, and how it went (practice P17): each
/// entry takes the place of the one before.
public struct Signpost: Payload {
  public static let kind = Kind.signpost
  public static let about = "A service that a family was pointed to, and how it went."

  public struct State: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let offered = State(rawValue: "offered")
    public static let agreed = State(rawValue: "agreed")
    public static let contacted = State(rawValue: "contacted")
    public static let started = State(rawValue: "started")
    public static let attending = State(rawValue: "still attending")
    public static let ended = State(rawValue: "ended")
    public static let declined = State(rawValue: "declined")

    public static let known: [State] = [
      .offered, .agreed, .contacted, .started, .attending, .ended, .declined,
    ]
    public var isOver: Bool { self == .ended || self == .declined || self == .attending }
  }

  public var header = Header()
  /// The triage that chose it.
  public var about: ID?
  /// When somebody should look how it went.
  public var due: Day?
  public var person: ID?
  public var service = ""
  public var state = State.offered
  public var text: String?

  public var entry: Entry { .signpost(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The triage that chose it.")
    try fields.field("due", &due, "When somebody should look how it went.")
    try fields.field("person", &person, "The child, or whoever was pointed there.")
    try fields.field("service", &service, "The service.")
    try fields.field(
      "state", &state,
      "Offered, agreed, contacted, started, still attending, ended or declined.")
    try fields.field("text", &text, "How it went.")
  }
}
