import YoungCarers

/// Tables with a row for each measure and a column for each span: the period beside its target, the
/// one before, the same a year before and the year to date (practice P40).
struct MeasureTables {
  let spans: Spans
  let tally: Tally
  /// By the measure's code, as the contract has it.
  let targets: [String: String]

  /// What a row shows.
  enum Line {
    case count(Measure)
    /// The part of a whole that stands elsewhere.
    case share(Measure, of: Measure)
    case middle(Measure)
    case longest(Measure, String)
    /// A sum of money in each span where it is known.
    case sum(String, [Int?])
    /// What money comes to for each that is counted, in each span where it is known.
    case cost(Measure, String, [Int?])
    /// A number about nobody, in each span.
    case number(String, String, [Int])
  }

  func table(_ code: String, _ caption: String, _ lines: [Line], note: String? = nil)
    -> Report.Table
  {
    Report.Table(
      code: code, caption: caption, columns: columns, rows: lines.map(row), note: note)
  }

  /// A row for each kind of a measure, those that were met in any span, and all of them.
  func kinds(
    _ measure: Measure, _ code: String, _ caption: String, order: [String] = [],
    all: String, note: String? = nil, chart: Bool = true
  ) -> Report.Table {
    let met = tally.values(.kind, of: [measure])
    let kinds = order.filter(met.contains) + met.subtracting(order).sorted()
    let rows = kinds.map { kind in
      Report.Row(
        [kind],
        cells(nil) { slot in
          .count(
            Count(
              tally.count(measure, slot, .kind, kind),
              spans.quantity(measure, slot).of(Dimension.kind.rawValue, kind)))
        })
    }
    let sum = Report.Row(
      [all],
      cells(measure) { .count(Count(tally.count(measure, $0), spans.quantity(measure, $0))) },
      isTotal: !rows.isEmpty)
    return Report.Table(
      code: code, caption: caption, columns: columns, rows: rows + [sum], note: note,
      chart: chart && !rows.isEmpty ? .bars(columns: [Spans.this]) : nil)
  }

  /// The same for a measure of which several kinds go together: they add up to more than `all`.
  func ways(
    _ measure: Measure, of all: Measure, _ code: String, _ caption: String, order: [String],
    note: String
  ) -> Report.Table {
    var table = kinds(measure, code, caption, order: order, all: "", note: note)
    table.rows[table.rows.count - 1] = row(.count(all))
    return table
  }

  var columns: [String] {
    let headings = spans.all.map(\.heading)
    return targets.isEmpty ? headings : headings.prefix(1) + ["Target"] + headings.dropFirst()
  }

  private func cells(_ measure: Measure?, _ figure: (Int) -> Figure) -> [Figure] {
    let figures = spans.all.indices.map { slot -> Figure in
      // How things stand at the end of the year to date is how they stand at the end of the period.
      slot == Spans.toDate && measure?.isStock == true ? .none : figure(slot)
    }
    guard !targets.isEmpty else { return figures }
    let target = measure.flatMap { targets[$0.rawValue] }.map(Figure.text) ?? .none
    return figures.prefix(1) + [target] + figures.dropFirst()
  }

  private func row(_ line: Line) -> Report.Row {
    switch line {
    case .count(let measure):
      Report.Row(
        [measure.title],
        cells(measure) {
          .count(Count(tally.count(measure, $0), spans.quantity(measure, $0)))
        })
    case .share(let part, let whole):
      Report.Row(
        [part.title],
        cells(part) {
          .share(
            Count(tally.count(part, $0), spans.quantity(part, $0)),
            of: Count(tally.count(whole, $0), spans.quantity(whole, $0)))
        })
    case .middle(let measure):
      Report.Row([measure.title], cells(measure) { .middle(tally.spread(measure, $0)) })
    case .longest(let measure, let label):
      Report.Row([label], cells(measure) { .longest(tally.spread(measure, $0)) })
    case .sum(let label, let sums):
      Report.Row(
        [label], cells(nil) { slot in sums[slot].map(Figure.number) ?? .mark(.unavailable) })
    case .cost(let measure, let label, let sums):
      Report.Row(
        [label],
        cells(nil) { slot in
          sums[slot].map {
            .cost($0, each: Count(tally.count(measure, slot), spans.quantity(measure, slot)))
          } ?? .mark(.unavailable)
        })
    case .number(let code, let label, let numbers):
      Report.Row(
        [label],
        {
          let figures = numbers.map(Figure.number)
          guard !targets.isEmpty else { return figures }
          return figures.prefix(1) + [targets[code].map(Figure.text) ?? .none]
            + figures.dropFirst()
        }())
    }
  }
}

extension Spans {
  /// A measure of everybody, in a span or at its end.
  func quantity(_ measure: Measure, _ slot: Int) -> Quantity {
    Quantity(measure.rawValue, measure.isStock ? all[slot].end : all[slot].code)
  }
}
