import YoungCarers

/// What can be wrong with a stream as a whole.
extension Problem {
  static let nothingCame = Problem(
    "stream-empty", .data, "nothing came",
    cure: "The stage before wrote nothing, not even a stream without entries: see why it stopped.")

  static let withoutEnd = Problem(
    "stream-without-end", .data, "the stream has a head and no end",
    cure: "The stage before died: run it again, or take what came with --partial.")

  static let torn = Problem(
    "stream-torn", .data, "the last line of the stream is torn off",
    cure: "The stage before died: run it again, or take what came with --partial.")

  static let withoutHead = Problem(
    "stream-without-head", .data, "the stream has an end and no head",
    cure: "Lines were lost before this one: send the stream whole, or without its end.")

  static let uncounted = Problem(
    "stream-count", .data, "the end of the stream has no count")

  static func miscounted(_ said: Int64, _ count: Int) -> Problem {
    Problem(
      "stream-count", .data, "the end of the stream counts \(Int(said)) and \(count) came",
      cure: "Lines were lost or added on the way: take out head and end if that was meant.")
  }

  static let mixed = Problem(
    "stream-mixed", .data, "references and entries stand in one input",
    cure: "References name what a store holds; entries to be added go through carers load.")

  static let withoutVersion = Problem(
    "stream-version", .data, "the head of the stream has no version")

  static func later(_ version: Int64) -> Problem {
    Problem(
      "stream-version", .data, "a later carers wrote this: the stream is version \(Int(version))",
      cure: "Take the later carers to read it.")
  }
}
