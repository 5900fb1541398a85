/// The case: a family known to the service.
public struct Family: Payload {
  public static let kind = Kind.family
  public static let about =
    "The case: a family known to the service. It is made at first contact and has no status of its own."

  public var header = Header()
  /// The name the case is called by, the first child's surname as received.
  public var name: String?
  public var language: String?
  public var interpreter: Bool?
  public var service: String?
  /// The agreed end of a time-limited involvement.
  public var agreedLimit: Day?

  public var entry: Entry { .family(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("agreedLimit", &agreedLimit, "The agreed end of a time-limited involvement.")
    try fields.field("interpreter", &interpreter, "Whether the family needs an interpreter.")
    try fields.field("language", &language, "The language spoken at home.")
    try fields.field(
      "name", &name, "What the case is called: the first child's surname as received.")
    try fields.field("service", &service, "The service whose case it is.")
  }
}
