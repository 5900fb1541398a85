import YoungCarers

/// The report of a month, a quarter or a year: one set of figures for the three who pay, with what
/// each answers for, and the board (practice P39).
public struct PeriodReport {
  let figures: PeriodFigures
  /// Whose settings count: one service's, or those of each of several.
  let settled: [Service]
  let day: Day
  let tables: MeasureTables
  /// What the service says about a measure, by its code (practice P40).
  let explanations: [(measure: Measure, text: String)]

  public init(
    _ figures: PeriodFigures, _ settled: [Service], on day: Day,
    explanations: [(measure: Measure, text: String)] = []
  ) {
    self.figures = figures
    self.settled = settled
    self.day = day
    self.explanations = explanations
    tables = MeasureTables(
      spans: figures.spans, tally: figures.tally,
      targets: Self.targets(settled))
  }

  /// A target is told where all services have the same.
  private static func targets(_ settled: [Service]) -> [String: String] {
    let each = settled.map { service in
      Dictionary(
        service.list(.reportTargets).compactMap(Answers.parted).map { ($0.code, $0.value) },
        uniquingKeysWith: { first, _ in first })
    }
    return (each.first ?? [:]).filter { code, value in each.allSatisfy { $0[code] == value } }
  }

  var spans: Spans { figures.spans }
  var period: ReportingPeriod { spans.period }

  public var report: Report {
    let services = ServicesSection(figures: figures, settled: settled)
    var report = Report(
      code: period.length.rawValue,
      title: "\(services.title): \(period.words)",
      preface: preface + services.preface,
      sections: [
        FlowTables(figures: figures, tables: tables).section, reach, firstSteps, childrens, adults,
        health,
        outcomes, HearingTables(tables: tables).section,
      ]
        + [services.section, Breakdowns(figures: figures).section, costs, explained]
        .compactMap { $0 },
      relations: relations + services.relations, headlines: headlines)
    report.period = period.code
    return report.of(
      figures.services.sorted { $0.key < $1.key }.map { name, own in
        (name, PeriodReport(own, settled, on: day).report)
      })
  }

  private var preface: [String] {
    let days = "\(period.first.written) to \(period.last.written)"
    let state =
      period.last < day
      ? "What was written down by \(day.spoken) is counted; what is written down later changes these figures only by a revision."
      : period.first > day
        ? "The period has not begun: nothing has happened in it yet."
        : "The period is not over: these figures will grow."
    return [
      "The \(period.length.rawValue) is \(days). \(state)",
      "One set of figures for children's services, adults' services and health, who pay together, and for the board: a section says what each answers for, and no child belongs to one of them.",
    ]
  }

  private var explained: Report.Section? {
    guard !explanations.isEmpty else { return nil }
    return Report.Section(
      "What the service says about these figures",
      [
        Report.Table(
          code: "explanations", caption: "Explanations", labels: ["Measure"],
          columns: ["Explanation"],
          rows: explanations.map { Report.Row([$0.measure.title], [.text($0.text)]) })
      ])
  }

  private var headlines: [Report.Headline] {
    [
      Measure.newChildren, .referrals, .involvedFamilies, .needsWaiting, .conferences, .closures,
    ].map { measure in
      Report.Headline(
        measure == .needsWaiting
          ? "Children waiting for a needs assessment at the end" : measure.title,
        now: spans.quantity(measure, Spans.this),
        before: spans.quantity(measure, Spans.before),
        than: period.length == .month ? period.before.words : "the \(period.length.rawValue) before"
      )
    }
  }
}
