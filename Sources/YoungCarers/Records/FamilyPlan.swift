/// The family's plan; a version takes the place of the one before. Or whose plan ours joins: a child
/// in need, child protection or early help plan (practice P14).
public struct FamilyPlan: Payload {
  public static let kind = Kind.plan
  public static let about =
    "The family's plan: its version, who agreed, wishes, emergency, and the review the family chose."

  public var header = Header()
  public var agreed: Day?
  public var agreedBy: [String] = []
  public var begun: ID?
  public var conference: ID?
  /// Why there is a second live plan of this service.
  public var despite: String?
  public var emergency: String?
  public var emergencyWho: [String] = []
  public var ended: Day?
  /// Whose plan ours joins, and what kind it is.
  public var joins: String?
  public var joinsKind: String?
  public var reviewChosenBy: String?
  public var reviewDate: Day?
  public var strengths: [String] = []
  public var version = 1
  public var wishes: [String] = []

  public var entry: Entry { .plan(self) }
  /// Its name through all its versions.
  public var key: ID { begun ?? header.id }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agreed", &agreed, "The day it was agreed.")
    try fields.field("agreedBy", &agreedBy, "Who agreed to it.")
    try fields.field("begun", &begun, "The entry with which it began.")
    try fields.field("conference", &conference, "The entry with which its conference began.")
    try fields.field("despite", &despite, "Why there is a second live plan of this service.")
    try fields.field("emergency", &emergency, "What to do in an emergency.")
    try fields.field("emergencyWho", &emergencyWho, "Whom to ring, in order.")
    try fields.field("ended", &ended, "The day it ended.")
    try fields.field("joins", &joins, "The agency whose plan it joins.")
    try fields.field(
      "joinsKind", &joinsKind, "That plan: child in need, child protection, early help.")
    try fields.field("reviewChosenBy", &reviewChosenBy, "Who chose the day of the review.")
    try fields.field("reviewDate", &reviewDate, "The day that the family chose for the review.")
    try fields.field("strengths", &strengths, "What goes well, and who is there.")
    try fields.field("version", &version, "The first is 1.")
    try fields.field("wishes", &wishes, "What child and family wish for.")
  }
}
