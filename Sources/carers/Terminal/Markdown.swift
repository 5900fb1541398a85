/// Text that Markdown shows as it is.
enum Markdown {
  /// Within a line.
  static func escaped(_ text: String) -> String { escaped(text, lineFeed: " ") }

  /// In a cell of a table.
  static func cell(_ text: String) -> String { escaped(text, lineFeed: "<br>") }

  /// A paragraph: what would begin a list, a quotation or a rule there does not.
  static func paragraph(_ text: String) -> String {
    let text = escaped(text)
    if let first = text.first, "-+>=".contains(first) { return "\\\(text)" }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, ".)".contains(next)
    else { return text }
    return "\(digits)\\\(text.dropFirst(digits.count))"
  }

  private static func escaped(_ text: String, lineFeed: String) -> String {
    Visible.lines(text).map { character in
      switch character {
      case "|", "\\", "*", "_", "`", "[", "]", "#", "~": "\\\(character)"
      case "<": "&lt;"
      case "&": "&amp;"
      case "\n": lineFeed
      default: String(character)
      }
    }.joined()
  }
}
