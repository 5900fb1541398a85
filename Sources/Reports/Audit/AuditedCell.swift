import Foundation
import YoungCarers

/// A cell of a table that somebody else may have made, as a reader takes it.
enum AuditedCell: Equatable {
  case number(Int)
  /// A number that is not told: between what it lies, as the mark says.
  case held(ClosedRange<Int>)
  /// A percentage, between what it lies before it was rounded.
  case share(ClosedRange<Double>)
  /// Words, or nothing.
  case other

  /// Above all numbers that count children.
  static let most = 1_000_000_000

  /// `12`, `1,234`, `[c]`, `*`, `<5`, `fewer than 5`, `37%`, `37.5 %`. Where a table shows zeros, a mark
  /// for a small number does not stand for one.
  init(_ text: String, showsZeros: Bool) {
    var bare = text.trimmingCharacters(in: .whitespaces)
    for note in [" [r]", "[r]", " [p]", "[p]"] where bare.hasSuffix(note) {
      bare = String(bare.dropLast(note.count))
    }
    let least = showsZeros ? 1 : 0
    if let number = Self.integer(bare) {
      self = .number(number)
    } else if bare.hasSuffix("%") {
      self = Self.share(bare.dropLast().trimmingCharacters(in: .whitespaces))
    } else if let below = Self.below(bare) {
      self = .held(least...max(least, below - 1))
    } else {
      self =
        switch bare {
        case "[c]", "c", "(c)", "*", "**", "s", "[s]", "suppressed": .held(1...Self.most)
        case "-", "–", "—", "..", "…", "[x]", "x", ":": .held(0...Self.most)
        default: .other
        }
    }
  }

  private static func integer(_ text: String) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ",") }),
      groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(groups.joined()).flatMap { $0 <= most ? $0 : nil }
  }

  /// A percentage as a table may have it beside `%` in its heading.
  static func share(_ text: String) -> AuditedCell {
    guard let value = Double(text), text.allSatisfy({ $0.isNumber || $0 == "." }) else {
      return .other
    }
    let places = text.split(separator: ".").dropFirst().first?.count ?? 0
    let half = 0.5 * pow(0.1, Double(places)) + 1e-9
    return .share(max(0, value - half)...value + half)
  }

  private static func below(_ text: String) -> Int? {
    let folded = text.lowercased().replacing(" ", with: "")
    for lead in ["<", "fewerthan", "lessthan", "under", "[<"] where folded.hasPrefix(lead) {
      return Int(folded.dropFirst(lead.count).prefix { $0.isNumber })
    }
    return nil
  }
}
