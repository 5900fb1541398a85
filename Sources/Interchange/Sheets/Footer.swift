import YoungCarers

/// What people and systems write under the last child.
enum Footer {
  /// `Total`, `Count: 20`: one only beside numbers, for a child may be called Count.
  case word
  /// `Report generated 3 March 2026`, `Total: 20 pupils`.
  case phrase

  private static let words: Set<String> = [
    "total", "totals", "grand total", "sub total", "subtotal", "count", "sum", "average", "page",
    "page of", "end", "pupils", "students", "children",
  ]
  private static let openings = [
    "total number ", "total pupils", "total students", "total children", "number of ", "count of ",
    "printed ", "report ", "end of ", "generated ", "produced by ", "exported ",
  ]

  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    let text = Text.folded(String(decoding: cell, as: UTF8.self))
    let bare = text.split(separator: " ").filter { Int($0) == nil }.joined(separator: " ")
    let isCounted = bare != text && Self.openings.contains(where: "\(bare) ".hasPrefix)
    if isCounted || Self.openings.contains(where: text.hasPrefix) {
      self = .phrase
    } else if Self.words.contains(bare) {
      self = .word
    } else {
      return nil
    }
  }
}
