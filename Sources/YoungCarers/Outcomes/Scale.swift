/// A scale from a lower to a higher number with the words for its two ends. Higher is always better:
/// that is fixed, and said wherever the scale is printed (practice P35).
public struct Scale: Sendable, Equatable {
  public let range: ClosedRange<Int>
  public let lowestWords: String
  public let highestWords: String

  static let standard = Scale(
    range: 1...10, lowestWords: "very hard", highestWords: "as good as it can be")

  private init(range: ClosedRange<Int>, lowestWords: String, highestWords: String) {
    self.range = range
    self.lowestWords = lowestWords
    self.highestWords = highestWords
  }

  /// From `1 very hard to 10 very good`. Nil where it is no such scale.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let lowest = words.first.flatMap({ Int($0) }),
      let middle = words.indices.dropFirst().first(where: {
        words[$0] == "to" && $0 + 1 < words.count && Int(words[$0 + 1]) != nil
      }), let highest = Int(words[middle + 1]), (0...100).contains(lowest),
      lowest < highest, highest <= 100
    else { return nil }
    let ends = (
      words[1..<middle].joined(separator: " "), words[(middle + 2)...].joined(separator: " ")
    )
    guard !ends.0.isEmpty, !ends.1.isEmpty else { return nil }
    self.init(range: lowest...highest, lowestWords: ends.0, highestWords: ends.1)
  }

  /// As the settings and an assessment write it.
  public var text: String {
    "\(range.lowerBound) \(lowestWords) to \(range.upperBound) \(highestWords)"
  }

  public static let higherIsBetter = "A higher number is better."
}
