import Reports
import YoungCarers

extension Figure {
  /// What is shown in its place: `[z]` for a share or a middle of nothing.
  var shown: Figure {
    switch self {
    case .share(_, let whole) where whole.value <= 0: .mark(.notApplicable)
    case .cost(_, let count) where count.value <= 0: .mark(.notApplicable)
    case .middle(let spread) where spread.count == 0: .mark(.notApplicable)
    case .longest(let spread) where spread.count == 0: .mark(.notApplicable)
    case .revised(let figure): .revised(figure.shown)
    default: self
    }
  }

  /// As it is read: `12`, `37%`, `6 (3 to 9)`, `[c]`, `12 [r]`.
  var text: String {
    switch shown {
    case .text(let text): text
    case .number(let number): String(number)
    case .count(let count): String(count.value)
    case .share(let part, let whole): "\(Self.percent(part.value, of: whole.value))%"
    case .cost(let sum, let count): String(Self.each(sum, of: count.value))
    case .middle(let spread): spread.words ?? ""
    case .longest(let spread): spread.highest.map(String.init) ?? ""
    case .mark(let mark): mark.text
    case .revised(let figure): "\(figure.text) \(Mark.revised)"
    case .none: ""
    }
  }

  /// The nearest whole number, a half upwards.
  static func percent(_ part: Int, of whole: Int) -> Int {
    (200 * part + whole) / (2 * whole)
  }

  static func each(_ sum: Int, of count: Int) -> Int {
    sum / count + (sum % count * 2 >= count ? 1 : 0)
  }

  /// The same without the word that it is revised.
  var bare: Figure { if case .revised(let figure) = shown { figure.bare } else { shown } }

  /// How long a bar is: nil where it has no length.
  var length: Double? {
    switch bare {
    case .number(let number): Double(max(0, number))
    case .count(let count): Double(max(0, count.value))
    case .share(let part, let whole): Double(Self.percent(part.value, of: whole.value))
    case .cost(let sum, let count): Double(Self.each(sum, of: count.value))
    case .middle(let spread): spread.median.flatMap(Double.init)
    case .longest(let spread): spread.highest.map(Double.init)
    case .text, .mark, .revised, .none: nil
    }
  }

  /// The mark that stands in its place.
  var stand: Mark? {
    if case .mark(let mark) = bare { mark } else { nil }
  }

  /// Whether there is a figure that is not told.
  var isGap: Bool { stand.map { $0 != .notApplicable } ?? false }

  var isShare: Bool { if case .share = bare { true } else { false } }

  var isText: Bool { if case .text = self { true } else { false } }

  /// The letters of the marks it shows, in their order; `r` last.
  var marks: [String] {
    [stand?.rawValue].compactMap { $0 } + (isRevised ? ["r"] : [])
  }

  var isRevised: Bool { if case .revised = self { true } else { false } }
}

/// A figure as data have it.
struct Datum: Equatable {
  enum Kind: String { case text, number, count, share, cost, middle, longest }

  /// Nil where only a mark stands there.
  var kind: Kind?
  /// A bare number, or a text; nil where a mark stands for it.
  var value: String?
  /// Between what the middle half lies.
  var low: Int?
  var high: Int?
  var figure: Figure

  /// Nil for no figure.
  init?(_ figure: Figure) {
    self.figure = figure
    switch figure.bare {
    case .none: return nil
    case .text(let text): (kind, value) = (.text, text)
    case .number(let number): (kind, value) = (.number, String(number))
    case .count(let count): (kind, value) = (.count, String(count.value))
    case .share(let part, let whole):
      (kind, value) = (.share, String(Figure.percent(part.value, of: whole.value)))
    case .cost(let sum, let count):
      (kind, value) = (.cost, String(Figure.each(sum, of: count.value)))
    case .middle(let spread):
      (kind, value, low, high) =
        (.middle, spread.median, spread.lowerQuartile, spread.upperQuartile)
    case .longest(let spread): (kind, value) = (.longest, spread.highest.map(String.init))
    case .mark, .revised: break
    }
  }
}

extension Report {
  /// The symbols that stand in it, each with its meaning.
  var symbols: [(symbol: String, meaning: String)] {
    let used = Set(tables.flatMap(\.rows).flatMap(\.cells).flatMap(\.marks))
    return Mark.allCases.filter { used.contains($0.rawValue) }.map { ($0.text, $0.meaning) }
      + (used.contains("r") ? [(Mark.revised, Mark.revisedMeaning)] : [])
  }
}

extension Report.Table {
  var headings: [String] { labels + columns }

  /// The rows as they are read.
  var texts: [[String]] { rows.map { $0.labels + $0.cells.map(\.text) } }

  /// Whether each of `headings` stands above words, and not above figures.
  var isWords: [Bool] {
    labels.map { _ in true }
      + columns.indices.map { column in
        rows.contains { column < $0.cells.count && $0.cells[column].isText }
      }
  }
}
