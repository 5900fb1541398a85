import YoungCarers

/// How families are six and twelve months after the work with them ended (practice P40).
extension PeriodReport {
  var after: [Report.Table] {
    [
      tables.table(
        "after", "Families since the work with them ended",
        [.count(.sixAfter), .count(.sixKnown), .count(.twelveAfter), .count(.twelveKnown)],
        note:
          "It is known where somebody asked on or after that day and within six months of it, or the family is worked with again by then. Families passed to another young carers service are not asked."
      ),
      after(.sixKnown, "How families are, six months after"),
      after(.twelveKnown, "How families are, twelve months after"),
    ]
  }

  private func after(_ measure: Measure, _ caption: String) -> Report.Table {
    tables.kinds(
      measure, measure.rawValue, caption,
      order: FollowUp.Situation.known.map(\.rawValue) + [Facts.again],
      all: "All of whom it is known", chart: false)
  }
}
