/// Who agreed, refused or withdrew, to share what with whom. A fact of its own: a lawful basis is the
/// referral's, and no consent is needed to receive or to screen (practice P3, P4).
public struct Consent: Payload {
  public static let kind = Kind.consent
  public static let about = "Who agreed, refused or withdrew, to share what with whom."

  public struct Answer: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let agreed = Answer(rawValue: "agreed")
    public static let refused = Answer(rawValue: "refused")
    public static let withdrawn = Answer(rawValue: "withdrawn")
    public static let notAsked = Answer(rawValue: "not asked")

    public static let known: [Answer] = [.agreed, .refused, .withdrawn, .notAsked]
  }

  public var header = Header()
  /// The assessment that it came with.
  public var about: ID?
  public var agencies: [String] = []
  public var answer = Answer.agreed
  public var because: String?
  public var competence: String?
  public var ends: Day?
  /// Child, parent, cared-for adult…
  public var giver: String?
  public var how: String?
  /// Whose information it is about.
  public var person: ID?
  public var what: [String] = []

  public var entry: Entry { .consent(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The assessment that it came with.")
    try fields.field("agencies", &agencies, "With whom it may be shared; none says with anybody.")
    try fields.field("answer", &answer, "Agreed, refused, withdrawn or not asked.")
    try fields.field("because", &because, "Why, in their words.")
    try fields.field(
      "competence", &competence, "Whether and how somebody judged that the giver can decide.")
    try fields.field("ends", &ends, "The last day it holds.")
    try fields.field("giver", &giver, "Who answered: child, parent, cared-for adult, and so on.")
    try fields.field("how", &how, "How they were asked: in person, by telephone, in writing.")
    try fields.field("person", &person, "Whose information it is about.")
    try fields.field("what", &what, "What may be shared; none says all of it.")
  }
}
