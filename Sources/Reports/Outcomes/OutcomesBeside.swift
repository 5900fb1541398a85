import YoungCarers

extension OutcomeReport {
  /// How the work of each service ended.
  var beside: (table: Report.Table, relations: [Relation])? {
    guard !each.isEmpty else { return nil }
    func column(
      _ heading: String, _ measure: String, _ ending: String?, _ count: (Collated) -> Int
    ) -> Beside.Column {
      Beside.Column(
        heading: heading, quantity: quantity(measure, of: ending), all: count(collated),
        own: each.map { count($0.figures) })
    }
    let beside = Beside(
      names: each.map(\.name),
      columns: [
        column("Planned", "closures", "planned") { $0.planned.closures },
        column("Unplanned", "closures", "unplanned") { $0.unplanned.closures },
        column("Families", "closures", nil) { $0.planned.closures + $0.unplanned.closures },
        column("Young carers in them", "children", nil) {
          $0.planned.children + $0.unplanned.children
        },
      ])
    return (
      beside.table(Dimension.service.rawValue, "The services, beside one another"),
      beside.relations
        + each.map { name, _ in
          let all = quantity("closures", of: nil).of(service: name)
          return Relation(
            all, ["planned", "unplanned"].map { quantity("closures", of: $0).of(service: name) })
        }
    )
  }
}
