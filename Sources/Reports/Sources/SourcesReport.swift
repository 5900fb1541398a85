import YoungCarers

/// Which agencies referred children in a period, and who has not been heard from (practice P41).
public struct SourcesReport {
  private let figures: PeriodFigures
  private let services: ServicesSection
  private let settled: [Service]
  private let census: EstimateTables?

  /// With `census`, beside what a census leads one to expect.
  public init(_ figures: PeriodFigures, _ settled: [Service], census: EstimateTables? = nil) {
    self.figures = figures
    self.settled = settled
    self.census = census
    services = ServicesSection(
      figures: figures, settled: settled, measures: [.referrals, .newChildren])
  }

  private var spans: Spans { figures.spans }

  public var report: Report {
    let tables = Dimension.sources.map(table)
    return Report(
      code: "sources", title: "Who refers children: \(spans.period.words)",
      preface: [
        "\(services.title). Referrals from \(spans.period.first.written) to \(spans.period.last.written).",
        "Reach is a trend with its reasons: an agency that has not been heard from may have nobody to tell of, or may not know yet whom to tell.",
      ] + services.preface.prefix(1),
      sections: [Report.Section("Who refers", tables)]
        + [services.short, census?.section(spans)].compactMap { $0 },
      relations: services.relations + spans.relations { spans.quantity(.referrals, $0) }
        + Dimension.sources.flatMap(relations) + (census?.relations(spans) ?? [])
    ).of(
      figures.services.sorted { $0.key < $1.key }.map { ($0, SourcesReport($1, settled).report) })
  }

  /// Agencies of the service are in it also where nobody has heard from them.
  private func values(_ dimension: Dimension) -> [String] {
    let met = figures.tally.values(dimension, of: [.referrals])
    let known = dimension == .agency ? figures.agencies : []
    return met.union(known).sorted {
      if ($0 == Traits.unknown) != ($1 == Traits.unknown) { return $1 == Traits.unknown }
      return $0 < $1
    }
  }

  private func table(_ dimension: Dimension) -> Report.Table {
    let tally = figures.tally
    func cells(_ value: String?) -> [Figure] {
      let measures: [Measure] = [.referrals, .newChildren]
      return measures.flatMap { measure in
        spans.all.indices.map { slot in
          let all = spans.quantity(measure, slot)
          guard let value else { return .count(Count(tally.count(measure, slot), all)) }
          return .count(
            Count(
              tally.count(measure, slot, dimension, value), all.of(dimension.rawValue, value)))
        }
      }
    }
    let headings = spans.all.map(\.heading)
    return Report.Table(
      code: dimension.rawValue, caption: "Referrals, by \(dimension.title)",
      labels: [dimension.title.capitalised],
      columns: headings.map { "Referrals, \($0)" } + headings.map { "New children, \($0)" },
      rows: values(dimension).map { Report.Row([$0], cells($0)) }
        + [Report.Row(["All"], cells(nil), isTotal: true)],
      note: dimension == .agency
        ? "Agencies that the service knows stand in it also where they have not been heard from."
        : nil, chart: .bars(columns: [0]))
  }

  private func relations(_ dimension: Dimension) -> [Relation] {
    let measures: [Measure] = [.referrals, .newChildren]
    return values(dimension).flatMap { value in
      func quantity(_ measure: Measure, _ slot: Int) -> Quantity {
        spans.quantity(measure, slot).of(dimension.rawValue, value)
      }
      return measures.flatMap { measure in spans.relations { quantity(measure, $0) } }
        + spans.all.indices.map {
          Relation(quantity(.referrals, $0), [quantity(.newChildren, $0)], hasRest: true)
        }
    }
  }
}

extension Dimension {
  fileprivate static let sources: [Dimension] = [.agency, .agencyKind]
}
