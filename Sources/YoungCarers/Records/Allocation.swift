/// The family's lead worker, of this service or another agency.
public struct Allocation: Payload {
  public static let kind = Kind.allocation
  public static let about = "The family's lead worker, of this service or of another agency."

  public var header = Header()
  /// The agency whose worker leads, where it is not this service.
  public var agency: String?
  public var ends: Day?
  public var lead = ""
  /// Why a second lead of this service was allowed.
  public var despite: String?
  /// The agreed end of a time-limited involvement: to be looked at then, not ended by itself.
  public var agreedLimit: Day?
  public var starts: Day?

  public var entry: Entry { .allocation(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field(
      "agency", &agency, "The agency whose worker leads, where it is not this service.")
    try fields.field("ends", &ends, "The last day.")
    try fields.field("lead", &lead, "The lead worker's name.")
    try fields.field("despite", &despite, "Why a second lead of this service was allowed.")
    try fields.field(
      "agreedLimit", &agreedLimit, "The agreed end of a time-limited involvement.")
    try fields.field("starts", &starts, "The first day.")
  }
}
