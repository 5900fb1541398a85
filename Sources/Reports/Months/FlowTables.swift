import YoungCarers

/// The flow of families and of children, and whether all identities hold (practice P38).
struct FlowTables {
  let figures: PeriodFigures
  let tables: MeasureTables

  private var spans: Spans { figures.spans }
  private var period: ReportingPeriod { spans.period }

  var section: Report.Section {
    Report.Section(
      "Who we work with",
      [
        flow,
        tables.table(
          "involved", "Worked with, beside before",
          [
            .count(.servedFamilies), .count(.involvedFamilies), .count(.unledFamilies),
            .count(.involvedChildren),
          ]), identities,
      ])
  }

  private var flow: Report.Table {
    let (families, children) = (figures.families, figures.children)
    let titles = children.steps.map(\.title)
    func step(_ flow: Flow, _ title: String) -> Figure {
      flow.steps.first { $0.title == title }.map {
        .count(Count($0.count, quantity($0)))
      } ?? .mark(.notApplicable)
    }
    let steps = titles.map { title in
      let isLess = children.steps.contains { $0.title == title && $0.isLess }
      return Report.Row(
        [isLess ? "Less: " + title.uncapitalised : title],
        [step(families, title), step(children, title)])
    }
    return Report.Table(
      code: "flow", caption: "From the first day to the last", columns: ["Families", "Children"],
      rows: [
        Report.Row(
          ["Carried in on \(period.first.written)"],
          [
            .count(Count(families.carriedIn, carriedIn(.involvedFamilies))),
            .count(Count(children.carriedIn, carriedIn(.involvedChildren))),
          ])
      ] + steps + [
        Report.Row(
          ["Carried out on \(period.last.written)"],
          [
            .count(
              Count(families.carriedOut, spans.quantity(.involvedFamilies, Spans.this))),
            .count(
              Count(children.carriedOut, spans.quantity(.involvedChildren, Spans.this))),
          ])
      ],
      note:
        "Carried in is what was known when the \(period.length.rawValue) began. What is known otherwise since stands in lines of its own."
    )
  }

  /// Words only: a number that does not balance is told to whoever runs the report.
  private var identities: Report.Table {
    Report.Table(
      code: "balance", caption: "Whether the figures add up", columns: ["Adds up"],
      rows: figures.identities.map {
        Report.Row([$0.words], [.text($0.holds ? "yes" : "NO")])
      })
  }

  private func quantity(_ step: Flow.Step) -> Quantity { Quantity(step.code, period.code) }

  private func carriedIn(_ measure: Measure) -> Quantity {
    Quantity("\(measure) carriedIn", period.code)
  }

  var relations: [Relation] {
    [(Measure.involvedFamilies, figures.families), (.involvedChildren, figures.children)].flatMap {
      measure, flow -> [Relation] in
      let (more, less) = (flow.steps.filter { !$0.isLess }, flow.steps.filter(\.isLess))
      let corrections = flow.corrections
      return [
        Relation(
          spans.quantity(measure, Spans.this), [carriedIn(measure)] + more.map(quantity),
          less: less.map(quantity)),
        Relation(
          spans.quantity(measure, Spans.before),
          [carriedIn(measure)] + corrections.filter { !$0.isLess }.map(quantity),
          less: corrections.filter(\.isLess).map(quantity)),
      ]
    }
  }
}
