import YoungCarers

/// What people and systems write under the last child.
enum Footer {
  /// `Total`, `Count: 20`: one only beside numbers, for a child may be called Count.
  case word
  /// `Report generated 3 March 2026`.
  case phrase

  private static let words: Set<String> = [
    "total", "totals", "grand total", "sub total", "subtotal", "count", "sum", "average", "page",
    "page of", "end",
  ]
  private static let openings = [
    "total number ", "total pupils", "total students", "total children", "number of ", "count of ",
    "printed ", "report ", "end of ", "generated ", "produced by ", "exported ",
  ]

  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    let text = Text.folded(String(decoding: cell, as: UTF8.self))
    if Self.openings.contains(where: text.hasPrefix) {
      self = .phrase
    } else if Self.words.contains(
      text.split(separator: " ").filter { Int($0) == nil }.joined(separator: " "))
    {
      self = .word
    } else {
      return nil
    }
  }
}
