/// Two people entries, or two cases, that are one: or that are not. A decision, by whom and why; it
/// can be withdrawn, and nothing is merged or deleted.
public protocol IdentityDecision: Payload {
  var one: ID { get set }
  var other: ID { get set }
  var because: [String] { get set }
  var decided: Decider { get set }
  static var subject: String { get }
}

/// Who decided about identity.
public struct Decider: Code {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The import, because the evidence left no doubt.
  public static let program = Decider(rawValue: "program")
  public static let person = Decider(rawValue: "person")
}

extension IdentityDecision {
  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("because", &because, "The evidence, a line each.")
    try fields.field("decided", &decided, "person, or program where the evidence left no doubt.")
    try fields.field("one", &one, "The \(Self.subject) known first.")
    try fields.field("other", &other, "The \(Self.subject) it is compared with.")
  }
}

public struct SamePerson: IdentityDecision {
  public static let kind = Kind.samePerson
  public static let subject = "person"
  public static let about = "A decision that two people entries describe one person."
  public var header = Header()
  public var one = ID("")
  public var other = ID("")
  public var because: [String] = []
  public var decided = Decider.person
  public var entry: Entry { .samePerson(self) }
  public init() {}
}

public struct DifferentPeople: IdentityDecision {
  public static let kind = Kind.differentPeople
  public static let subject = "person"
  public static let about = "A decision that two people entries describe two people."
  public var header = Header()
  public var one = ID("")
  public var other = ID("")
  public var because: [String] = []
  public var decided = Decider.person
  public var entry: Entry { .differentPeople(self) }
  public init() {}
}

public struct SameFamily: IdentityDecision {
  public static let kind = Kind.sameFamily
  public static let subject = "case"
  public static let about = "A decision that two cases are one family."
  public var header = Header()
  public var one = ID("")
  public var other = ID("")
  public var because: [String] = []
  public var decided = Decider.person
  public var entry: Entry { .sameFamily(self) }
  public init() {}
}

public struct DifferentFamilies: IdentityDecision {
  public static let kind = Kind.differentFamilies
  public static let subject = "case"
  public static let about = "A decision that two cases are two families."
  public var header = Header()
  public var one = ID("")
  public var other = ID("")
  public var because: [String] = []
  public var decided = Decider.person
  public var entry: Entry { .differentFamilies(self) }
  public init() {}
}
