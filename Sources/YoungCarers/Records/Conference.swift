/// A family group conference, or the conference that reviews its plan, from its booking to what came
/// of it. While it goes on each entry takes the place of the one before. Nothing that is said in the
/// family's private time has a place here (practice P32).
public struct Conference: Payload {
  public static let kind = Kind.conference
  public static let about =
    "A family group conference or its review: booked, moved, held or cancelled, and what came of it."

  public struct Purpose: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let plan = Purpose(rawValue: "plan")
    public static let review = Purpose(rawValue: "review")
    /// For a child on the edge of care: the social worker refers and stays lead (practice P12).
    public static let edgeOfCare = Purpose(rawValue: "edge of care")

    public static let known: [Purpose] = [.plan, .review, .edgeOfCare]
  }

  public var header = Header()
  /// Whether the advocate stayed in private family time, as the child wished.
  public var advocateStayed: Bool?
  /// The entry with which it began.
  public var begun: ID?
  /// What the referrer says must be safe, in writing beforehand.
  public var bottomLine: String?
  public var cancelled: Day?
  public var cancelledBecause: String?
  /// Who chose whom, where and when.
  public var chosenBy: String?
  public var concerns: [String] = []
  public var concernsSent: Day?
  public var continuesBecause: String?
  public var continuesUntil: Day?
  public var coordinator: String?
  public var coordinatorAgency: String?
  /// The day it is booked for, and the time in London.
  public var date: Day?
  public var food: String?
  public var held: Day?
  public var language: String?
  /// Who left the room for private family time.
  public var leftRoom: [String] = []
  public var minutes: Int?
  public var noPlanBecause: String?
  public var paidFor: [String] = []
  /// Edge of care: mental health, substance misuse.
  public var parentalReason: [String] = []
  public var place: String?
  /// The plan that came of it, or that it reviews.
  public var plan: ID?
  public var planAgreed: Bool?
  public var planSafe: Bool?
  public var privateEnds: String?
  public var privateStarts: String?
  public var purpose = Purpose.plan
  public var referrer: String?
  public var reviewChosenBy: String?
  public var reviewDate: Day?
  public var safeSaidBy: String?
  /// How often what a calendar shows has changed (RFC 5545 §3.8.7.4).
  public var sequence = 0
  public var stoppedBy: String?
  public var time: String?
  public var unsafeBecause: String?

  public var entry: Entry { .conference(self) }
  /// Its name through all its entries.
  public var key: ID { begun ?? header.id }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field(
      "advocateStayed", &advocateStayed,
      "Whether the child wished the advocate to stay in private family time, and they did.")
    try fields.field("begun", &begun, "The entry with which it began.")
    try fields.field(
      "bottomLine", &bottomLine, "What must be safe, as the referrer wrote beforehand.")
    try fields.field("cancelled", &cancelled, "The day it was cancelled.")
    try fields.field("cancelledBecause", &cancelledBecause, "Why it was cancelled.")
    try fields.field("chosenBy", &chosenBy, "Who chose whom to ask, where and when: child, family.")
    try fields.field(
      "concerns", &concerns, "The concerns to talk about, as agreed with the family.")
    try fields.field(
      "concernsSent", &concernsSent, "The day they were sent to everybody who comes.")
    try fields.field(
      "continuesBecause", &continuesBecause, "Why the work goes on after this review.")
    try fields.field(
      "continuesUntil", &continuesUntil, "Until when the work goes on after this review.")
    try fields.field("coordinator", &coordinator, "The independent coordinator.")
    try fields.field("coordinatorAgency", &coordinatorAgency, "The coordinator's agency.")
    try fields.field("date", &date, "The day it is booked for.")
    try fields.field("food", &food, "The food that the family chose.")
    try fields.field("held", &held, "The day it was held.")
    try fields.field("language", &language, "The language that the family chose.")
    try fields.field("leftRoom", &leftRoom, "Who left the room for private family time.")
    try fields.field("minutes", &minutes, "How long it is booked for, in minutes.")
    try fields.field("noPlanBecause", &noPlanBecause, "Why no plan was agreed.")
    try fields.field("paidFor", &paidFor, "What is paid for, as the referrer said in the meeting.")
    try fields.field(
      "parentalReason", &parentalReason,
      "Edge of care: the parent's mental health, substance misuse.")
    try fields.field("place", &place, "Where.")
    try fields.field(
      "plan", &plan,
      "The plan that it reviews, or that came of it: the entry with which that began.")
    try fields.field("planAgreed", &planAgreed, "Whether a plan was agreed.")
    try fields.field(
      "planSafe", &planSafe, "Whether the plan is safe, as the referrer said in the meeting.")
    try fields.field("privateEnds", &privateEnds, "When private family time ended, as 16:40.")
    try fields.field("privateStarts", &privateStarts, "When private family time began, as 15:45.")
    try fields.field("purpose", &purpose, "Plan, review or edge of care.")
    try fields.field("referrer", &referrer, "Who referred the family to it.")
    try fields.field("reviewChosenBy", &reviewChosenBy, "Who chose the day of the review: family.")
    try fields.field("reviewDate", &reviewDate, "The day that the family chose for the review.")
    try fields.field("safeSaidBy", &safeSaidBy, "Who said whether the plan is safe.")
    try fields.field("sequence", &sequence, "How often what a calendar shows of it has changed.")
    try fields.field("stoppedBy", &stoppedBy, "Who stopped it, where somebody did.")
    try fields.field("time", &time, "The time in London, as 15:30.")
    try fields.field("unsafeBecause", &unsafeBecause, "Why the plan is not safe, or not paid for.")
  }
}
