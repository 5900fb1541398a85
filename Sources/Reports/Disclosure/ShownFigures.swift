import YoungCarers

/// Puts into each cell what may be shown there.
struct ShownFigures {
  private let unknowns: Unknowns
  private let audience: Audience
  private let rules: DisclosureRules

  init(_ unknowns: Unknowns, _ audience: Audience, _ rules: DisclosureRules) {
    self.unknowns = unknowns
    self.audience = audience
    self.rules = rules
  }

  /// What is told of every count that has a name.
  func figures(_ report: Report) -> [PublishedFigure] {
    var told: [Quantity: Int?] = [:]
    for case .count(let count) in report.cells.map(\.unrevised) {
      if let quantity = count.quantity {
        told.updateValue(number(count, "").map(rules.rounded), forKey: quantity)
      }
    }
    return told.sorted { $0.key < $1.key }.map { PublishedFigure($0.key, $0.value) }
  }

  func shown(_ report: Report) -> Report {
    var report = report
    for place in report.sections.indices {
      for number in report.sections[place].tables.indices {
        let table = report.sections[place].tables[number]
        for (row, key) in table.rowKeys("\(place).\(number)").enumerated() {
          report.sections[place].tables[number].rows[row] = shown(table.rows[row], key)
        }
      }
    }
    return report
  }

  private func shown(_ row: Report.Row, _ key: String) -> Report.Row {
    var row = row
    for (column, figure) in row.cells.enumerated() {
      row.cells[column] = shown(figure, Report.Table.cellKey(key, column))
      if case .count(let count) = figure.unrevised, case .mark = row.cells[column].unrevised {
        row.withheld[column] = count.quantity
      }
    }
    return row
  }

  private func shown(_ figure: Figure, _ place: String) -> Figure {
    switch figure {
    case .text, .number, .mark, .none: figure
    case .revised(let figure): revised(shown(figure, place))
    case .count(let count): shown(count, place)
    case .share(let part, let whole):
      share(
        number(part, Report.Table.partKey(place)), of: number(whole, Report.Table.wholeKey(place)),
        figure)
    case .cost(let sum, let count):
      number(count, Report.Table.wholeKey(place)).map {
        .cost(sum, each: Count(rules.rounded($0), count.quantity))
      } ?? .mark(.confidential)
    case .middle(let spread): rules.isSmall(spread.count) ? .mark(.confidential) : figure
    case .longest(let spread): longest(spread)
    }
  }

  private func revised(_ figure: Figure) -> Figure { .revised(figure.unrevised) }

  private func unknown(_ count: Count, _ place: String) -> Unknown? {
    unknowns.place(UnknownsOfReport.key(count.quantity, at: place)).map { unknowns[$0] }
  }

  /// The number that is told in place of a count; nil where none is.
  private func number(_ count: Count, _ place: String) -> Int? {
    guard let unknown = unknown(count, place) else { return nil }
    return unknown.stays ?? (unknown.isSecret ? nil : count.value)
  }

  private func shown(_ count: Count, _ place: String) -> Figure {
    let number = number(count, place)
    let figure =
      number.map { Figure.count(Count(rules.rounded($0), count.quantity)) } ?? .mark(.confidential)
    return unknown(count, place)?.isRevised == true ? .revised(figure) : figure
  }

  /// A percentage only where both of its numbers, and what is left over, could be told.
  private func share(_ part: Int?, of whole: Int?, _ figure: Figure) -> Figure {
    guard let part, let whole, part <= whole,
      ![part, whole, whole - part].contains(where: rules.isSmall)
    else { return .mark(.confidential) }
    if whole == 0 { return figure }
    if whole < rules.base { return .mark(.unreliable) }
    if part > 0, 200 * part < whole { return .mark(.low) }
    guard case .share(let first, let second) = figure else { return figure }
    return .share(Count(part, first.quantity), of: Count(whole, second.quantity))
  }

  /// The longest is one child's. The public reads it in whole weeks, rounded up.
  private func longest(_ spread: Spread) -> Figure {
    guard !rules.isSmall(spread.count) else { return .mark(.confidential) }
    guard audience == .everybody, let days = spread.highest else { return .longest(spread) }
    return .longest(Spread([(days + 6) / 7 * 7]))
  }
}
