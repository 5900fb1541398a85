/// How old a reader must be for a text, by the Automated Readability Index: letters a word and words a
/// sentence give a school grade in the United States, and five years more give an age. Source: Smith
/// and Senter, Automated Readability Index, AMRL-TR-66-220 (1967). It needs no guess at syllables, so
/// that the same text always has the same age.
public struct ReadingAge: Sendable, Equatable {
  public let words: Int
  public let sentences: Int
  /// Letters and digits.
  public let letters: Int

  /// Each piece of text ends a sentence.
  public init(_ pieces: [String]) {
    let sentences = pieces.flatMap(Self.sentences)
    let words = sentences.flatMap(\.self)
    self.sentences = sentences.count
    self.words = words.count
    letters = words.reduce(0) { $0 + $1.count { $0.isLetter || $0.isNumber } }
  }

  /// In years, from 5; rounded up, as the index is. Nil where there is nothing to read.
  public var years: Int? {
    guard words > 0 else { return nil }
    let grade =
      4.71 * Double(letters) / Double(words) + 0.5 * Double(words) / Double(sentences) - 21.43
    return max(5, Int(grade.rounded(.up)) + 5)
  }

  /// The words of each sentence. A full stop, a question or exclamation mark before a blank ends one,
  /// and so do a colon, a semicolon and a new line.
  public static func sentences(_ text: String) -> [[String]] {
    var found: [[String]] = [[]]
    for line in text.split(whereSeparator: \.isNewline) {
      for word in line.split(whereSeparator: \.isWhitespace) {
        let plain = word.filter { $0.isLetter || $0.isNumber }
        if !plain.isEmpty { found[found.count - 1].append(String(word)) }
        if let last = word.last(where: { !"\"')”’".contains($0) }), ".!?;:".contains(last) {
          found.append([])
        }
      }
      found.append([])
    }
    return found.filter { !$0.isEmpty }
  }
}
