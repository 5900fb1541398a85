import YoungCarers

extension Spool {
  /// Lines `item=value` of a file, each with its place; empty lines say nothing.
  func answerLines() throws -> [(line: String, place: Place)] {
    guard let text = String(validating: try bytes(0..<size), as: UTF8.self) else {
      throw Problem("not-utf8", .data, at: Place(file: name), "this is not UTF-8")
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { !$0.element.isEmpty }
      .map { (String($0.element), Place(file: name, line: $0.offset + 1)) }
  }
}
