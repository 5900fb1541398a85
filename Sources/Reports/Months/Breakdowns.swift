import YoungCarers

/// Children told apart by agency, age, sex, ethnicity and area, in the period itself.
struct Breakdowns {
  let figures: PeriodFigures

  private static let dimensions = Dimension.allCases.filter { $0 != .kind && $0 != .service }

  var section: Report.Section? {
    let tables = Self.dimensions.compactMap(table)
    guard !tables.isEmpty else { return nil }
    return Report.Section(
      "Who the children are",
      preface: ["Not known, and refused to say, are told apart."], tables)
  }

  /// A new child's first referral is one of the referrals, whoever they are told apart by.
  var relations: [Relation] {
    Self.dimensions.flatMap { dimension in
      figures.tally.values(dimension, of: .referrals, Spans.this).sorted().map { value in
        func quantity(_ measure: Measure) -> Quantity {
          figures.spans.quantity(measure, Spans.this).of(dimension.rawValue, value)
        }
        return Relation(quantity(.referrals), [quantity(.newChildren)], hasRest: true)
      }
    }
  }

  private func table(_ dimension: Dimension) -> Report.Table? {
    let tally = figures.tally
    let met = Measure.byChild.reduce(into: Set<String>()) {
      $0.formUnion(tally.values(dimension, of: $1, Spans.this))
    }
    guard !met.isEmpty else { return nil }
    let order =
      (dimension == .age ? Traits.ages : met.subtracting(Self.last).sorted(by: Self.byNumber))
      .filter(met.contains) + Self.last.filter(met.contains)
    func cells(_ value: String?) -> [Figure] {
      Measure.byChild.map { measure in
        let all = figures.spans.quantity(measure, Spans.this)
        guard let value else { return .count(Count(tally.count(measure, Spans.this), all)) }
        return .count(
          Count(
            tally.count(measure, Spans.this, dimension, value),
            all.of(dimension.rawValue, value)))
      }
    }
    return Report.Table(
      code: dimension.rawValue, caption: "Children, by \(dimension.title)",
      labels: [dimension.title.capitalised],
      columns: Measure.byChild.map(\.breakdownTitle),
      rows: order.map { Report.Row([$0], cells($0)) }
        + [Report.Row(["All"], cells(nil), isTotal: true)], chart: .bars(columns: [0]))
  }

  private static let last = [Traits.refused, Traits.unknown]

  private static func byNumber(_ a: String, _ b: String) -> Bool {
    if let one = Int(a), let other = Int(b) { return one < other }
    return a < b
  }
}

extension Measure {
  /// Above a column, beside others.
  fileprivate var breakdownTitle: String {
    switch self {
    case .newChildren: "New children"
    case .needsFinished: "Needs assessments"
    case .transitionFinished: "Transition assessments"
    default: title
    }
  }
}
