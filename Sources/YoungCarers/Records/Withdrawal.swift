/// Entries that no longer stand, and why. Withdrawing a withdrawal lets them stand again.
public struct Withdrawal: Payload {
  public static let kind = Kind.withdrawal
  public static let about = "Entries that no longer stand, and why; nothing is deleted."

  public var header = Header()
  public var because = ""
  public var entries: [String] = []

  public var entry: Entry { .withdrawal(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("because", &because, "Why.")
    try fields.field("entries", &entries, "The ids of the entries that no longer stand.")
  }
}
