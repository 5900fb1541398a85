import YoungCarers

/// What stands in a cell of a report.
public enum Figure: Sendable, Equatable {
  case text(String)
  /// A number that is about nobody: a target, days on which a list was shut, a sum of money.
  case number(Int)
  /// How many children, families, referrals, tasks: what disclosure control looks at.
  case count(Count)
  /// The part of a whole, as a percentage.
  case share(Count, of: Count)
  /// The middle, and between what the middle half lies: of days, scores.
  case middle(Spread)
  /// The highest of them: the longest time, in days.
  case longest(Spread)
  /// What a sum of money comes to for each of a count, to the nearest whole number: it gives the count
  /// away, and is shown where that is.
  case cost(Int, each: Count)
  /// In the place of a figure that is not told.
  case mark(Mark)
  /// What was published otherwise before.
  indirect case revised(Figure)
  /// Nothing to say.
  case none

  /// A count that has no name beyond its place in the table.
  public static func count(_ value: Int) -> Figure { .count(Count(value)) }

  public static func share(_ part: Int, of whole: Int) -> Figure {
    .share(Count(part), of: Count(whole))
  }
}

/// How many of something, and of what.
public struct Count: Sendable, Equatable {
  public var value: Int
  /// Nil where it stands in this one place only. The same quantity in several places is one secret.
  public var quantity: Quantity?

  public init(_ value: Int, _ quantity: Quantity? = nil) {
    self.value = value
    self.quantity = quantity
  }
}

/// What a count counts: a measure, in a period, of all or of a part. Two tables, or two reports, that
/// show the same quantity show one number.
public struct Quantity: Sendable, Hashable, Comparable {
  /// The measure's code, as `referrals`.
  public var measure: String
  /// The period's code, as `2026-10`; empty where the report has no period.
  public var period: String
  /// Of whom, a dimension and a value each, as `agency=Oakfield`, in their order; empty for all.
  public var parts: [String]

  public init(_ measure: String, _ period: String, _ parts: [String] = []) {
    self.measure = measure
    self.period = period
    self.parts = parts.sorted()
  }

  /// The quantity of a part of those counted.
  public func of(_ dimension: String, _ value: String) -> Quantity {
    Quantity(measure, period, parts + ["\(dimension)=\(value)"])
  }

  public static func < (a: Quantity, b: Quantity) -> Bool {
    if a.measure != b.measure { return a.measure < b.measure }
    if a.period != b.period { return a.period < b.period }
    return a.parts.lexicographicallyPrecedes(b.parts)
  }
}

/// As text, for data: `referrals 2026-10`, `referrals 2026-10 agency=Oakfield; year=8`. The measure, the
/// period, then the parts; `-` where one is empty.
extension Quantity {
  public var text: String {
    let words = [measure, period].map { Self.escaped($0, [.space]) }
    let parts = parts.map { Self.escaped($0, []) }
    return (words + (parts.isEmpty ? [] : [parts.joined(separator: "; ")])).joined(separator: " ")
  }

  /// Nil for what `text` never gives.
  public init?(_ text: String) {
    let words = text.utf8.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
      .map(Array.init)
    guard words.count >= 2, let measure = Self.read(words[0]), let period = Self.read(words[1])
    else { return nil }
    self.init(measure, period)
    guard words.count == 3 else { return }
    // A blank follows each semicolon.
    for (place, part) in words[2].split(separator: .semicolon, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard place == 0 || part.first == .space, let read = Self.read(part.dropFirst(place.signum()))
      else { return nil }
      parts.append(read)
    }
    parts.sort()
  }

  /// What would be read as something else, and what has no place in a line, as `%3B`.
  private static func escaped(_ text: String, _ others: Set<UInt8>) -> String {
    if text.isEmpty { return "-" }
    if text == "-" { return "%2D" }
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      guard byte < .space || byte == .percent || byte == .semicolon || others.contains(byte)
      else { return [byte] }
      let hex = String(byte, radix: 16, uppercase: true)
      return Array("%\(hex.count == 1 ? "0" : "")\(hex)".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func read(_ text: some Collection<UInt8>) -> String? {
    if text.elementsEqual("-".utf8) { return "" }
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == .percent else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      guard digits.count == 2 else { return nil }
      bytes.append(UInt8(digits[0] * 16 + digits[1]))
      rest = rest.dropFirst(2)
    }
    return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let percent = UInt8(ascii: "%")
  fileprivate static let semicolon = UInt8(ascii: ";")
}

/// A sum that holds whatever the figures are: the whole is the parts, those of `less` taken away.
public struct Relation: Sendable, Equatable {
  public var whole: Quantity
  public var parts: [Quantity]
  public var less: [Quantity]
  /// Whether there is more to the whole that no table shows: what is left over is not negative, and is
  /// as much a secret as what is shown.
  public var hasRest: Bool

  public init(
    _ whole: Quantity, _ parts: [Quantity], less: [Quantity] = [], hasRest: Bool = false
  ) {
    self.whole = whole
    self.parts = parts
    self.less = less
    self.hasRest = hasRest
  }
}

/// In the place of a figure: the shorthand of the Government Statistical Service, in square brackets
/// because screen readers pass over `*` ("Using symbols and shorthand", 2022).
public enum Mark: String, Sendable, CaseIterable {
  /// Confidential: 1 to 4, or what would give such a number away.
  case confidential = "c"
  /// Rounds to nothing, and is not nothing.
  case low
  /// A percentage of so few that it would say little.
  case unreliable = "u"
  /// Not known.
  case unavailable = "x"
  /// Can have no value here.
  case notApplicable = "z"

  public var text: String { "[\(rawValue)]" }

  public var meaning: String {
    switch self {
    case .confidential:
      "a small number, or one from which a small number could be worked out: not shown, so that no child can be recognised"
    case .low: "less than half of the smallest number that is shown"
    case .unreliable: "not shown, since it is a percentage of very few"
    case .unavailable: "not known"
    case .notApplicable: "has no meaning here"
    }
  }

  /// After a figure that was published otherwise before.
  public static let revised = "[r]"
  public static let revisedMeaning = "revised: it was published otherwise before"
}
