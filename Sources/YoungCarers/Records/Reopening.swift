/// Why involvement began again.
public struct Reopening: Payload {
  public static let kind = Kind.reopening
  public static let about = "Why involvement with a family began again."

  public var header = Header()
  /// The closure that it ends.
  public var about: ID?
  public var because = ""

  public var entry: Entry { .reopening(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("about", &about, "The closure that it ends.")
    try fields.field("because", &because, "Why.")
  }
}
