import YoungCarers

/// What the contract's sum comes to for each family and conference (practice P40).
extension PeriodReport {
  /// Nil where the settings have no sum, or no year for it. Of several services it is that of all.
  var costs: Report.Section? {
    let contracts = settled.compactMap { service -> (sum: Int, year: ReportingPeriod)? in
      guard let sum = Int(service.text(.contractSum)), sum > 0,
        let year = try? ReportingPeriod(service.text(.contractYear), .year, today: day)
      else { return nil }
      return (sum, year)
    }
    guard contracts.count == settled.count, !contracts.isEmpty else { return nil }
    let sums = spans.all.map { span in
      let shares = contracts.compactMap { $0.year.share(of: $0.sum, for: span.days) }
      return shares.count == contracts.count ? shares.reduce(0, +) : nil
    }
    return Report.Section(
      "What the work cost",
      [
        tables.table(
          "costs", "The contract's sum, by its days, in pounds",
          [
            .sum("For all of it", sums),
            .cost(.servedFamilies, "For each family worked with", sums),
            .cost(.conferences, "For each family group conference", sums),
          ],
          note:
            "All of the sum is divided by the families, and all of it again by the conferences: the one is not the other's part."
        )
      ])
  }
}

extension ReportingPeriod {
  /// What of a year's sum falls to some of its days; nil where they are not all in it.
  func share(of sum: Int, for days: ClosedRange<Day>) -> Int? {
    guard contains(days.lowerBound), contains(days.upperBound) else { return nil }
    func length(_ days: ClosedRange<Day>) -> Int {
      Int(days.upperBound.number - days.lowerBound.number) + 1
    }
    let (some, all) = (length(days), length(self.days))
    return sum / all * some + sum % all * some / all
  }
}
