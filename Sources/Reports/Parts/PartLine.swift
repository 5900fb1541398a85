/// A line of a part of a report's figures, as JSON. Which of the values it has says what it tells.
struct PartLine: Codable {
  /// `part` at its head, and `end`.
  var record: String?
  var version: Int?
  /// Of the head: what the part is of, and what others it may be added to.
  var period: String?
  var asAt: String?
  var settings: String?
  var ground: String?
  /// Of the head: on how many days of each span each list was shut.
  var needsShut: [Int]?
  var transitionShut: [Int]?

  /// The fingerprint of a case that was counted, or of an entry that names none.
  var known: String?

  /// How often something was counted, or which numbers came, each with how often.
  var measure: String?
  var span: String?
  var by: String?
  var value: String?
  var count: Int?
  var numbers: [[Int]]?

  /// Families or children: what is known otherwise since the period began, and who is carried out.
  var flow: String?
  var parted: Int?
  var joined: Int?
  var writtenLate: Int?
  var takenBack: Int?
  var forgotten: Int?
  var carriedOut: Int?

  /// An agency that the service knows, by its name.
  var agency: String?
  /// A school that the service knows, and the spans in which it was heard from.
  var school: String?
  var heard: [String]?

  static let version = 1
  static let head = "part"
  static let end = "end"
}

extension Spans {
  /// What the lines of a part call each span.
  static let names = ["this", "before", "yearBefore", "toDate"]
}
