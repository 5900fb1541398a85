import YoungCarers

/// How much of what a report needs is written down, and how much is not.
public struct GapReport {
  struct Tally {
    var known = 0
    var refused = 0
    var missing = 0
    var all: Int { known + refused + missing }
  }

  private let tallies: [Wanted: Tally]
  private let service: String
  private let day: Day

  public init(_ answers: some Sequence<WantedAnswer>, service: String, day: Day) {
    tallies = answers.reduce(into: [:]) { tallies, answer in
      switch answer.state {
      case .known: tallies[answer.wanted, default: Tally()].known += 1
      case .refused: tallies[answer.wanted, default: Tally()].refused += 1
      case .missing: tallies[answer.wanted, default: Tally()].missing += 1
      }
    }
    self.service = service
    self.day = day
  }

  public var report: Report {
    Report(
      code: "gaps", title: "What is not written down",
      preface: [
        "\(service.capitalised). As it stands on \(day.spoken), of families with whom the work goes on, has not begun, or ended in the last 12 months.",
        "Refused is an answer, and no gap: it is counted apart, and nobody is to be asked until they agree.",
      ],
      sections: [
        Report.Section(
          "What is not written down",
          [
            table("children", "Of children", "Children") { !$0.isOfFamily },
            table("families", "Of families", "Families") { $0.isOfFamily },
          ])
      ])
  }

  private func table(
    _ code: String, _ caption: String, _ whom: String, _ isShown: (Wanted) -> Bool
  ) -> Report.Table {
    Report.Table(
      code: code, caption: caption, labels: ["What there should be", "Kind"],
      columns: [whom, "Known", "Refused", "Missing", "Share known"],
      rows: Wanted.allCases.filter(isShown).map { wanted in
        let tally = tallies[wanted] ?? Tally()
        return Report.Row(
          [wanted.words, wanted.rawValue],
          [
            .count(tally.all), .count(tally.known), .count(tally.refused), .count(tally.missing),
            .share(tally.known, of: tally.all),
          ])
      }, note: "carers report gaps --list KIND names the cases to mend.",
      chart: .bars(columns: [3]), sums: [0: [1, 2, 3]])
  }
}
