/// What somebody does by when; of the five groups who may, a named person. Each entry takes the place
/// of the one before.
public struct PlanAction: Payload {
  public static let kind = Kind.action
  public static let about = "Who does what by when, for which area, and which caring it lessens."

  /// The five groups of Bolton's own account.
  public struct Owner: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let child = Owner(rawValue: "child")
    public static let parent = Owner(rawValue: "parent")
    public static let familyAndFriends = Owner(rawValue: "family and friends")
    public static let projectWorker = Owner(rawValue: "project worker")
    public static let professional = Owner(rawValue: "other professional")

    public static let known: [Owner] = [
      .child, .parent, .familyAndFriends, .projectWorker, .professional,
    ]
  }

  public var header = Header()
  public var agreed: Bool?
  public var area: String?
  public var askedFor: Bool?
  public var begun: ID?
  public var dropped: Day?
  public var droppedBecause: String?
  public var due: Day?
  /// Caring tasks of the child that end, or are shared, when it is done.
  public var lessens: [String] = []
  /// Who alone may see it, beside workers; none says everybody in the room.
  public var onlyFor: [String] = []
  public var owner = Owner.familyAndFriends
  /// Who does it, where they stand in the case.
  public var person: ID?
  /// Its number in the plan: given once, and never again to another.
  public var number = 0
  public var plan = ID("")
  public var school: Bool?
  public var what = ""
  public var who = ""

  public var entry: Entry { .action(self) }
  /// Its name through all its entries.
  public var key: ID { begun ?? header.id }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agreed", &agreed, "Whether the one who does it agreed.")
    try fields.field("area", &area, "The outcome area it is for.")
    try fields.field("askedFor", &askedFor, "Whether the young person asked for it.")
    try fields.field("begun", &begun, "The entry with which it began.")
    try fields.field("dropped", &dropped, "The day it was no longer needed.")
    try fields.field("droppedBecause", &droppedBecause, "Why it is no longer needed.")
    try fields.field("due", &due, "By when.")
    try fields.field("lessens", &lessens, "The child's caring tasks that it ends or shares.")
    try fields.field("number", &number, "Its number in the plan, given once and never to another.")
    try fields.field(
      "onlyFor", &onlyFor, "Who alone may see it, beside workers; none says everybody in the room.")
    try fields.field(
      "owner", &owner, "Child, parent, family and friends, project worker or other professional.")
    try fields.field("person", &person, "Who does it, where they stand in the case.")
    try fields.field("plan", &plan, "The entry with which the plan began.")
    try fields.field("school", &school, "Whether the school needs to know of it.")
    try fields.field("what", &what, "What is done.")
    // Nobody may have said yet: that is told by a check, and is no reason not to read the entry.
    var name = who.isEmpty ? nil : who
    try fields.field("who", &name, "Who does it, by name; none where nobody has said yet.")
    who = name ?? ""
  }
}
