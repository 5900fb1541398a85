/// Somebody whom the family wants at a conference, the child and the parents among them: prepared,
/// answered, came, or is kept away. Each entry takes the place of the one before.
public struct Invitee: Payload {
  public static let kind = Kind.invitee
  public static let about =
    "Somebody invited to a conference: preparation, answer, attendance; or kept away, and why."

  /// Of the three kinds that a family may ask.
  public struct Circle: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let family = Circle(rawValue: "family")
    public static let friend = Circle(rawValue: "friend")
    public static let professional = Circle(rawValue: "professional")

    public static let known: [Circle] = [.family, .friend, .professional]
  }

  public struct Reply: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let none = Reply(rawValue: "not yet")
    public static let coming = Reply(rawValue: "coming")
    public static let notComing = Reply(rawValue: "not coming")

    public static let known: [Reply] = [.none, .coming, .notComing]
  }

  /// Who speaks for a child.
  public struct Advocate: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let known = Advocate(rawValue: "somebody they know")
    public static let volunteer = Advocate(rawValue: "volunteer")
    public static let declined = Advocate(rawValue: "declined")

    public static let all: [Advocate] = [.known, .volunteer, .declined]
  }

  public var header = Header()
  /// Of a child: who speaks for them.
  public var advocate: String?
  public var advocateAskedAgain: Day?
  public var advocateCame: Bool?
  /// Of a volunteer: the day of the check, and of the training.
  public var advocateChecked: Day?
  public var advocateKind: Advocate?
  public var advocateTrained: Day?
  public var agency: String?
  public var appeal: String?
  public var attended: Bool?
  public var begun: ID?
  public var circle = Circle.family
  public var conference = ID("")
  public var contact: String?
  public var excluded: Day?
  public var excludedBecause: String?
  public var excludedBy: String?
  public var invited: Day?
  public var name = ""
  public var notComingBecause: String?
  /// Who in the case they are.
  public var person: ID?
  public var prepared: Day?
  public var preparedBy: String?
  public var preparedHow: String?
  public var relation: String?
  public var reply = Reply.none
  public var viewsBy: String?

  public var entry: Entry { .invitee(self) }
  /// Its name through all its entries.
  public var key: ID { begun ?? header.id }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("advocate", &advocate, "Of a child: who speaks for them.")
    try fields.field(
      "advocateAskedAgain", &advocateAskedAgain, "The day a child who declined was asked again.")
    try fields.field("advocateCame", &advocateCame, "Whether the advocate came.")
    try fields.field("advocateChecked", &advocateChecked, "Of a volunteer: the day of the check.")
    try fields.field("advocateKind", &advocateKind, "Somebody they know, volunteer or declined.")
    try fields.field(
      "advocateTrained", &advocateTrained, "Of a volunteer: the day of the training.")
    try fields.field("agency", &agency, "Their agency, of a professional.")
    try fields.field("appeal", &appeal, "What came of their appeal against being kept away.")
    try fields.field("attended", &attended, "Whether they came.")
    try fields.field("begun", &begun, "The entry with which it began.")
    try fields.field("circle", &circle, "Family, friend or professional.")
    try fields.field("conference", &conference, "The entry with which the conference began.")
    try fields.field("contact", &contact, "How to reach them.")
    try fields.field(
      "excluded", &excluded, "The day the coordinator decided that they must stay away.")
    try fields.field("excludedBecause", &excludedBecause, "Why.")
    try fields.field("excludedBy", &excludedBy, "Who decided it.")
    try fields.field("invited", &invited, "The day they were asked.")
    try fields.field("name", &name, "What the family calls them.")
    try fields.field("notComingBecause", &notComingBecause, "Why they cannot come.")
    try fields.field("person", &person, "Who in the case they are.")
    try fields.field("prepared", &prepared, "The day they were prepared.")
    try fields.field("preparedBy", &preparedBy, "Who prepared them.")
    try fields.field("preparedHow", &preparedHow, "Visit, video or telephone.")
    try fields.field("relation", &relation, "What they are to the child.")
    try fields.field("reply", &reply, "Not yet, coming or not coming.")
    try fields.field("viewsBy", &viewsBy, "How their views come, where they do not.")
  }
}
