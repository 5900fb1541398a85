import Foundation

/// A figure as a report told it, and as the register keeps it: `referrals 2026-10 = 14`, or with `[c]`
/// where it was not told.
public struct PublishedFigure: Sendable, Equatable {
  public var quantity: Quantity
  /// Nil where `[c]` stood.
  public var count: Int?

  public init(_ quantity: Quantity, _ count: Int?) {
    self.quantity = quantity
    self.count = count
  }

  private static let equals = " = "

  public var text: String {
    quantity.text + Self.equals + (count.map(String.init) ?? Mark.confidential.text)
  }

  /// Nil for what `text` never gives.
  public init?(_ text: String) {
    guard let end = text.range(of: Self.equals, options: .backwards),
      let quantity = Quantity(String(text[..<end.lowerBound]))
    else { return nil }
    self.init(quantity, shown: String(text[end.upperBound...]))
  }

  /// From what stood in a cell: `14`, `14 [r]`, `[c]`.
  public init?(_ quantity: Quantity, shown: String) {
    let revised = " " + Mark.revised
    let shown = shown.hasSuffix(revised) ? String(shown.dropLast(revised.count)) : shown
    if shown == Mark.confidential.text {
      self.init(quantity, nil)
    } else if let count = Int(shown), count >= 0 {
      self.init(quantity, count)
    } else {
      return nil
    }
  }
}

/// Figures that a report did not tell and that together come to a number which it did: their places
/// among its figures, from 1, as the register keeps them: `+ 12 - 3 - 4 = 6`.
public struct PublishedSum: Sendable, Equatable {
  public struct Term: Sendable, Equatable {
    public var figure: Int
    /// 1 or -1, or more where it counts several times.
    public var factor: Int
  }

  public var terms: [Term]
  public var total: Int

  public var text: String {
    let words = terms.map { term in
      let times = abs(term.factor) == 1 ? "" : "\(abs(term.factor)) * "
      return "\(term.factor < 0 ? "- " : "+ ")\(times)\(term.figure + 1)"
    }
    return (words + ["= \(total)"]).joined(separator: " ")
  }

  init(_ terms: [Term], total: Int) {
    self.terms = terms
    self.total = total
  }

  /// Nil for what `text` never gives.
  public init?(_ text: String) {
    terms = []
    var words = text.split(separator: " ")[...]
    guard let last = words.popLast().flatMap({ Int($0) }), words.popLast() == "=" else {
      return nil
    }
    total = last
    while let sign = words.popFirst() {
      guard sign == "+" || sign == "-", var number = words.popFirst().flatMap({ Int($0) })
      else { return nil }
      var factor = 1
      if words.first == "*" {
        factor = number
        guard let figure = words.dropFirst().first.flatMap({ Int($0) }) else { return nil }
        number = figure
        words = words.dropFirst(2)
      }
      guard number > 0, factor > 0, factor < 1_000 else { return nil }
      terms.append(Term(figure: number - 1, factor: sign == "-" ? -factor : factor))
    }
  }
}

/// What earlier reports told, which cannot be taken back.
public struct Published: Sendable, Equatable {
  /// Of each quantity all that was told, oldest first; nil where `[c]` stood.
  private var figures: [Quantity: [Int?]] = [:]
  /// Of what was not told, what comes to a known number.
  private(set) var sums: [Sum] = []

  struct Sum: Sendable, Equatable {
    /// Each with its factor.
    var terms: [Quantity: Int]
    var total: Int
  }

  public init() {}

  /// Adds what a later report told.
  public mutating func add(_ told: [PublishedFigure], _ sums: [PublishedSum] = []) {
    for figure in told { figures[figure.quantity, default: []].append(figure.count) }
    for sum in sums where sum.terms.allSatisfy({ told.indices.contains($0.figure) }) {
      let terms = sum.terms.map { (told[$0.figure].quantity, $0.factor) }
      self.sums.append(
        Sum(terms: Dictionary(terms, uniquingKeysWith: +), total: sum.total))
    }
  }

  /// Adds what others told of themselves, who are a part of whom this report is about.
  public mutating func add(_ others: Published, of dimension: String, _ value: String) {
    for (quantity, told) in others.figures {
      figures[quantity.of(dimension, value), default: []] += told
    }
    sums += others.sums.map { sum in
      Sum(
        terms: Dictionary(
          sum.terms.map { ($0.key.of(dimension, value), $0.value) }, uniquingKeysWith: +),
        total: sum.total)
    }
  }

  /// All that was told or held back, and all that sums of it name.
  var quantities: Set<Quantity> {
    sums.reduce(into: Set(figures.keys)) { $0.formUnion($1.terms.keys) }
  }

  /// What was told last: nil where nothing was.
  func last(_ quantity: Quantity) -> Int?? { figures[quantity]?.last }

  /// Every number that was told for it.
  func numbers(_ quantity: Quantity) -> [Int] { figures[quantity]?.compactMap(\.self) ?? [] }
}
