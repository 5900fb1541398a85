/// Ids are drawn by chance: a session is the same session with others in their places.
enum TranscriptIDs {
  nonisolated(unsafe) private static let pattern =
    /Y[A-Z](?:-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-TV-Z]|\b0[0-9A-HJKMNP-TV-Z]{25}\b/

  static func all(in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.output) }
  }

  /// Each id by how many others came before it.
  static func numbered(_ text: String) -> String {
    var numbers: [String: Int] = [:]
    return text.replacing(pattern) { match in
      let id = String(match.output)
      let number = numbers[id] ?? numbers.count
      numbers[id] = number
      return "\(id.prefix(2))#\(number)"
    }
  }

  /// A command with the ids, or their beginnings, that this run drew for those written.
  static func renamed(_ command: String, _ drawn: [String: String]) -> String {
    command.replacing(/\b[0-9A-Z][0-9A-Z-]{5,}/) { match -> String in
      let typed = String(match.output)
      let written = drawn.keys.filter { $0.hasPrefix(typed) }.min()
      return written.flatMap { drawn[$0] }.map { String($0.prefix(typed.count)) } ?? typed
    }
  }
}
