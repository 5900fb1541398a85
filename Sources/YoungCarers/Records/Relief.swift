/// A caring task that a child no longer does, or shares: who took it, and why it ended. Only what the
/// plan or an adult service changed is claimed as caring reduced (practice P36).
public struct Relief: Payload {
  public static let kind = Kind.relief
  public static let about = "A caring task that a child stopped or shares: who took it, and why."

  public struct Became: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let stopped = Became(rawValue: "stopped")
    public static let shared = Became(rawValue: "shared")
    public static let goesOn = Became(rawValue: "goes on")

    public static let known: [Became] = [.stopped, .shared, .goesOn]
  }

  public struct Cause: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let plan = Cause(rawValue: "the plan")
    public static let adultService = Cause(rawValue: "an adult service")
    public static let recovery = Cause(rawValue: "recovery")
    public static let hospital = Cause(rawValue: "hospital")
    public static let bereavement = Cause(rawValue: "bereavement")
    public static let moving = Cause(rawValue: "moving")
    public static let other = Cause(rawValue: "something else")

    public static let known: [Cause] = [
      .plan, .adultService, .recovery, .hospital, .bereavement, .moving, .other,
    ]
    public var isClaimed: Bool { self == .plan || self == .adultService }
  }

  public var header = Header()
  public var action: ID?
  public var became = Became.stopped
  public var cause = Cause.plan
  public var person: ID?
  public var takenBy: String?
  /// Whether a brother or sister took it: not counted as reduced (practice P34).
  public var takenByChild: Bool?
  public var task = ""

  public var entry: Entry { .relief(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("action", &action, "The action that did it: the entry with which that began.")
    try fields.field("became", &became, "Stopped, shared or goes on.")
    try fields.field(
      "cause", &cause,
      "The plan, an adult service, recovery, hospital, bereavement, moving or something else.")
    try fields.field("person", &person, "The child whose task it was.")
    try fields.field("takenBy", &takenBy, "Who does it now.")
    try fields.field(
      "takenByChild", &takenByChild, "Whether that is a child: then it is not counted.")
    try fields.field("task", &task, "The caring task, as it was first named.")
  }
}
