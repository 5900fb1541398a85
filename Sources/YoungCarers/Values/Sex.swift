/// Sex or gender as it was given, where that is unambiguous: words, the letters of schools, the numbers
/// of the NHS (field notes 4.6).
public enum Sex: Sendable, Equatable {
  case female, male
  /// Neither, as somebody said.
  case neither
  /// Nobody said, or nobody recorded it.
  case unknown

  /// Nil for other words.
  public init?(_ given: String?) {
    switch Text.folded(given ?? "") {
    case "f", "female", "girl", "woman", "2": self = .female
    case "m", "male", "boy", "man", "1": self = .male
    case "i", "neither": self = .neither
    case "", "u", "unknown", "not known", "not stated", "not recorded", "0", "9": self = .unknown
    default: return nil
    }
  }
}
