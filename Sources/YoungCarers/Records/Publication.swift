/// A report that left: for whom, and each figure as it was told. What is told cannot be taken back, so
/// the next report is held against it (practice P37).
public struct Publication: Payload {
  public static let kind = Kind.publication
  public static let about = "A report that left: for whom, and each figure as it was published."

  public var header = Header()
  public var audience = ""
  public var figures: [String] = []
  public var period: String?
  public var recipients: [String] = []
  public var report = ""
  public var sums: [String] = []
  public var title: String?

  public var entry: Entry { .publication(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field(
      "audience", &audience, "Contract (true counts, named recipients), board or public.")
    try fields.field(
      "figures", &figures,
      "What it counts, and what it told: referrals 2026-10 agency=Oakfield = 14, or [c] where that was not told."
    )
    try fields.field("period", &period, "The period's code, as 2026-10.")
    try fields.field("recipients", &recipients, "Whom it was for, where they were named.")
    try fields.field("report", &report, "The report's code: month, outcomes, and so on.")
    try fields.field(
      "sums", &sums,
      "Figures that were not told and that together come to a number which is known, by their places among the figures: + 12 - 3 - 4 = 6."
    )
    try fields.field("title", &title, "The report's title.")
  }
}
