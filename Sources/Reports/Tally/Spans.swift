import YoungCarers

/// The spans of days that a report counts: its period, and what each measure stands beside (practice
/// P40).
public struct Spans: Sendable, Equatable {
  public struct Span: Sendable, Equatable {
    public var days: ClosedRange<Day>
    /// As a quantity names it: of what happened in it, and of how things stand at its end.
    public var code: String
    public var end: String
    public var heading: String
  }

  public let period: ReportingPeriod
  /// The period, the one before, the same a year before, and the year to date where that is longer.
  public let all: [Span]

  public static let this = 0
  public static let before = 1
  public static let yearBefore = 2
  public static let toDate = 3

  public init(_ period: ReportingPeriod) {
    self.period = period
    var spans = [period, period.before, period.yearBefore].map { one in
      Span(
        days: one.days, code: one.code, end: Self.end(one.last), heading: one.short)
    }
    if period.yearToDate != period.days {
      spans.append(
        Span(
          days: period.yearToDate, code: "to \(period.code)", end: Self.end(period.last),
          heading: "Since April"))
    }
    all = spans
  }

  /// How things stand when a day is over: two periods that end on one day share it.
  static func end(_ day: Day) -> String { "end \(day.description)" }

  public var earliest: Day { all.map(\.days.lowerBound).min() ?? period.first }

  /// The spans in which a day lies.
  func slots(of day: Day) -> [Int] { all.indices.filter { all[$0].days.contains(day) } }

  /// What ties the spans' counts of one measure together: the year to date is what it was before and
  /// the period's own.
  func relations(_ quantity: (Int) -> Quantity) -> [Relation] {
    guard all.count > Self.toDate else { return [] }
    let whole = quantity(Self.toDate)
    let before = period.before
    if before.year == period.year {
      var earlier = whole
      earlier.period =
        before.yearToDate == before.days ? before.code : "to \(before.code)"
      return [
        Relation(whole, [earlier, quantity(Self.this)]),
        Relation(whole, [quantity(Self.before), quantity(Self.this)], hasRest: true),
      ]
    }
    return [Relation(whole, [quantity(Self.this)], hasRest: true)]
  }
}

extension Spans {
  /// The same of what is counted once in each: the year to date has all that any of its parts has.
  func relationsOfOnce(_ quantity: (Int) -> Quantity) -> [Relation] {
    guard all.count > Self.toDate else { return [] }
    let parts = period.before.year == period.year ? [Self.before, Self.this] : [Self.this]
    return parts.map { Relation(quantity(Self.toDate), [quantity($0)], hasRest: true) }
  }
}

extension ReportingPeriod {
  /// For a column: `Oct 2026`, `Q3 2026-27`, `2026-27`.
  var short: String {
    switch length {
    case .month: "\(words.prefix(3)) \(first.parts.year)"
    case .quarter: "\(code.suffix(2)) \(year.code)"
    case .year: code
    }
  }
}
