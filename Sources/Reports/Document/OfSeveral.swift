/// A report of several services: what it counts of all says of which they are, so that nobody takes it
/// for one's own, and each one's own counts stand behind it.
extension Report {
  func of(_ each: [(name: String, report: Report)]) -> Report {
    guard !each.isEmpty else { return self }
    let names = Quantity.services(each.map(\.name))
    var report = renamed { $0.service == nil ? $0.of(Quantity.all, names) : $0 }
    for (name, one) in each { report.own[name] = one.counts }
    return report
  }

  /// What stands in its cells as counts with a name.
  var counts: [Quantity: Int] {
    var counts: [Quantity: Int] = [:]
    for case .count(let count) in cells.map(\.unrevised) {
      if let quantity = count.quantity { counts[quantity] = count.value }
    }
    return counts
  }

  /// With other names for all that it counts.
  func renamed(_ named: (Quantity) -> Quantity) -> Report {
    var report = self
    for section in sections.indices {
      for table in sections[section].tables.indices {
        for row in sections[section].tables[table].rows.indices {
          let cells = sections[section].tables[table].rows[row].cells
          report.sections[section].tables[table].rows[row].cells = cells.map { $0.renamed(named) }
        }
      }
    }
    report.relations = relations.map { relation in
      Relation(
        named(relation.whole), relation.parts.map(named), less: relation.less.map(named),
        hasRest: relation.hasRest)
    }
    report.headlines = headlines.map { headline in
      var headline = headline
      (headline.now, headline.before) = (named(headline.now), named(headline.before))
      return headline
    }
    return report
  }
}

extension Figure {
  fileprivate func renamed(_ named: (Quantity) -> Quantity) -> Figure {
    func count(_ count: Count) -> Count { Count(count.value, count.quantity.map(named)) }
    return switch self {
    case .count(let one): .count(count(one))
    case .share(let part, let whole): .share(count(part), of: count(whole))
    case .cost(let cost, let each): .cost(cost, each: count(each))
    case .revised(let figure): .revised(figure.renamed(named))
    case .text, .number, .middle, .longest, .mark, .none: self
    }
  }
}

extension Quantity {
  /// The dimension of what is counted of several services together.
  static let all = "services"

  static func services(_ names: [String]) -> String { names.joined(separator: "; ") }

  /// Whose own it is; nil where it is not of one of several services.
  var service: String? { value(Dimension.service.rawValue) }

  /// Of which services it is together; nil where it is not of several.
  public var services: [String]? {
    value(Self.all)?.split(separator: "; ").map(String.init)
  }

  /// How often it is counted more than once where each service's own are added up.
  var again: Quantity { Quantity("\(measure) again", period, parts) }

  func of(service name: String) -> Quantity { of(Dimension.service.rawValue, name) }

  /// The same of whoever it is about.
  func without(_ dimension: String) -> Quantity {
    Quantity(measure, period, parts.filter { !$0.hasPrefix(dimension + "=") })
  }

  private func value(_ dimension: String) -> String? {
    parts.first { $0.hasPrefix(dimension + "=") }.map { String($0.dropFirst(dimension.count + 1)) }
  }
}
