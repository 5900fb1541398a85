/// What ties the figures of one service to those of several, it among them: whoever reads both takes one
/// from the other.
extension Report {
  /// `name` is what the one service is called in reports of several; nil where nothing says it.
  public func tied(to told: Published, named name: String?) -> Report {
    own.isEmpty ? tiedToAll(told, named: name) : tiedToEach(told)
  }

  /// Of several: to what each of them told of itself, or held back.
  private func tiedToEach(_ told: Published) -> Report {
    var report = self
    let met = told.quantities
    for (name, counts) in own {
      for (quantity, count) in counts where met.contains(quantity.of(service: name)) {
        report.unseen[quantity.of(service: name)] = count
      }
    }
    for (whole, value) in counts.sorted(by: { $0.key < $1.key }) where whole.service == nil {
      let one = whole.without(Quantity.all)
      let each = own.keys.sorted().map { (part: one.of(service: $0), count: own[$0]?[one] ?? 0) }
      guard each.contains(where: { met.contains($0.part) }) else { continue }
      // Nothing is a number that anybody may know.
      let parts = each.filter { $0.count > 0 }
      for part in parts { report.unseen[part.part] = part.count }
      let again = parts.reduce(-value) { $0 + $1.count }
      if again > 0 { report.unseen[whole.again] = again }
      report.relations.append(
        Relation(whole, parts.map(\.part), less: again > 0 ? [whole.again] : [], hasRest: again < 0)
      )
    }
    return report
  }

  /// Of one: to what was told of several together. What is left over is the others'.
  private func tiedToAll(_ told: Published, named name: String?) -> Report {
    guard let name else { return self }
    var report = self
    let counts = counts
    for whole in told.quantities.sorted() where whole.services?.contains(name) ?? false {
      let one = whole.without(Quantity.all)
      guard let value = counts[one], let number = told.last(whole) ?? nil, value <= number else {
        continue
      }
      report.relations.append(Relation(whole, [one], hasRest: true))
    }
    return report
  }
}
