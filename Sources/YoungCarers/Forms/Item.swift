/// One question of a form: what stands before the `=` of an answer, and what may stand after it.
public struct Item: Sendable, Equatable {
  public enum Answer: Sendable, Equatable {
    /// Words; `child` where they are the child's own.
    case words(child: Bool)
    /// yes, no, or not known.
    case truth
    case day
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// A place on a scale, from 0, with what each place is called.
    case scale([String])
    case choice([String])
    /// Any of these, separated by `;`.
    case choices([String])
    /// Words separated by `;`.
    case list
  }

  public let code: String
  /// The question, as a form prints it: our own words, for any reader.
  public let question: String
  public let answer: Answer
  /// Whether the assessment cannot be finished without it.
  public let isNeeded: Bool
  /// The law or rule that asks for it.
  public let source: String?

  public init(
    _ code: String, _ question: String, _ answer: Answer, needed: Bool = false,
    source: String? = nil
  ) {
    self.code = code
    self.question = question
    self.answer = answer
    isNeeded = needed
    self.source = source
  }
}

extension Item {
  public static let truths = ["yes", "no", "not known"]

  /// What may be answered, for people.
  public var allowed: String {
    switch answer {
    case .words: "words"
    case .truth: Item.truths.joined(separator: ", ")
    case .day: "a date"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .scale(let names):
      names.enumerated().map { "\($0) \($1)" }.joined(separator: ", ")
    case .choice(let names): names.joined(separator: ", ")
    case .choices(let names): "any of \(names.joined(separator: ", ")), separated by ;"
    case .list: "words separated by ;"
    }
  }

  /// The answer as it is kept: choices by their own names, scales by their number, days as
  /// yyyy-MM-dd. Nil where it is no answer to this question.
  public func reading(_ given: String, today: Day) -> String? {
    switch answer {
    case .words: return given
    case .truth: return Item.chosen(given, Item.truths)
    case .day: return (try? Day.reading(given, today: today))?.description
    case .number(let range):
      return Int(given).flatMap { range.contains($0) ? String($0) : nil }
    case .scale(let names):
      if let number = Int(given) { return names.indices.contains(number) ? String(number) : nil }
      return Item.chosen(given, names).flatMap { names.firstIndex(of: $0) }.map(String.init)
    case .choice(let names): return Item.chosen(given, names)
    case .choices(let names):
      let chosen = Item.split(given).map { Item.chosen($0, names) }
      return chosen.contains(nil) || chosen.isEmpty
        ? nil : chosen.compactMap { $0 }.joined(separator: "; ")
    case .list:
      let parts = Item.split(given)
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
  }

  /// The values of a list, or of several choices.
  public static func split(_ text: String) -> [String] { split(text, at: ";") }

  public static func split(_ text: String, at separator: Character) -> [String] {
    text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The choice that is meant, whatever its case; a beginning that only one has will do.
  private static func chosen(_ given: String, _ names: [String]) -> String? {
    let folded = Text.folded(given)
    guard !folded.isEmpty else { return nil }
    if let exact = names.first(where: { Text.folded($0) == folded }) { return exact }
    let beginning = names.filter { Text.folded($0).hasPrefix(folded) }
    return beginning.count == 1 ? beginning[0] : nil
  }
}

extension String {
  /// Without the blanks at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
