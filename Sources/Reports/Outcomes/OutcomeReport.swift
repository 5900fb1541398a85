import YoungCarers

/// The collated outcomes as tables, in the order in which practice P35 has them read.
public struct OutcomeReport {
  let collated: Collated
  let each: [(name: String, figures: Collated)]
  private let words: ServicesWords
  private let days: EndingDays
  private let period: String
  private let code: String
  private let day: Day

  /// `settled` are the settings of each service; `day` is that of the report.
  public init(
    _ figures: OfServices<Collated>, _ settled: [Service], _ days: EndingDays, on day: Day
  ) {
    collated = figures.all
    each = figures.each
    words = ServicesWords(names: figures.names, settled: settled)
    period = [days.first.map { "from \($0.spoken)" }, days.last.map { "until \($0.spoken)" }]
      .compactMap { $0 }.joined(separator: " ")
    code =
      days.first ?? days.last == nil
      ? "" : "\(days.first?.description ?? "")/\(days.last?.description ?? "")"
    self.days = days
    self.day = day
  }

  public var report: Report {
    var report = Report(
      code: "outcomes", title: "What has changed for the children we worked with",
      preface: [
        "\(words.title). Work that ended\(period.isEmpty ? "" : " " + period), as written down by \(day.spoken).",
        "Read first how many children have both a first and a closing score: what follows is about them alone. Others may have fared otherwise.",
        "\(Scale.higherIsBetter) Each area and each scorer stands alone: there is no average across areas. Only scores by the same person on the same scale are compared.",
        "These figures say what has changed, and not what made it change. A score that went down may mean that a child now trusts somebody enough to say how it is.",
      ]
        + words.preface(
          "A family that several know by one id stands once in what is said of all, where none of them goes on with it, as the service has it with whom the work ended. A family that they know under different ids stands with each."
        ),
      sections: sections, relations: relations + (beside?.relations ?? []))
    report.period = code
    return report.of(
      each.map { name, figures in
        (name, OutcomeReport(OfServices(figures), words.settled, days, on: day).report)
      })
  }

  private var parts: [(title: String, ending: String, part: Collated.Part)] {
    [
      ("Planned endings", "planned", collated.planned),
      ("Unplanned endings", "unplanned", collated.unplanned),
    ]
  }

  func quantity(_ measure: String, of ending: String?) -> Quantity {
    Quantity(measure, code, ending.map { ["ending=\($0)"] } ?? [])
  }

  /// Of whom those are that a table counts: who is left over is as much a secret.
  private var relations: [Relation] {
    parts.flatMap { _, ending, part in
      let among = (part.caring.isTold ? CaringTables.among : []).map { whole, some in
        Relation(quantity(whole, of: ending), [quantity(some, of: ending)], hasRest: true)
      }
      return among
        + part.areas.keys.map { key in
          Relation(
            paired(key.scorer, of: ending), [quantity(key, of: ending, nil)], hasRest: true)
        }
    }
  }

  private func paired(_ scorer: Scorer, of ending: String) -> Quantity {
    quantity("paired", of: ending).of("scorer", scorer.rawValue)
  }

  private var sections: [Report.Section] {
    var sections = [
      Report.Section("Endings", [endings, standings, beside?.table].compactMap { $0 })
    ]
    for (title, ending, part) in parts where part.closures > 0 {
      let tables =
        [areas(part, ending), starts(part, ending)].compactMap { $0 }
        + CaringTables(caring: part.caring, quantity: { quantity($0, of: ending) }).tables
        + [practitioners(part, ending)]
      sections.append(Report.Section(title, tables))
    }
    return sections
  }

  private var endings: Report.Table {
    let (planned, unplanned) = (collated.planned, collated.unplanned)
    func row(
      _ label: String, _ one: Int, _ other: Int, _ measure: String? = nil, isTotal: Bool = false
    ) -> Report.Row {
      let counts: [(Int, String?)] = [(one, "planned"), (other, "unplanned"), (one + other, nil)]
      return Report.Row(
        [label],
        counts.map { count, ending in
          .count(Count(count, measure.map { quantity($0, of: ending) }))
        }, isTotal: isTotal)
    }
    let reasons = Closure.Reason.known + others(planned, unplanned)
    let rows = reasons.compactMap { reason -> Report.Row? in
      let (one, other) = (planned.reasons[reason] ?? 0, unplanned.reasons[reason] ?? 0)
      return one + other == 0 ? nil : row(reason.rawValue, one, other)
    }
    return Report.Table(
      code: "endings", caption: "How the work ended", columns: ["Planned", "Unplanned", "All"],
      rows: rows + [
        row("All families", planned.closures, unplanned.closures, "closures", isTotal: true),
        row("Young carers in them", planned.children, unplanned.children, "children"),
      ], chart: .stacked(columns: [0, 1]), sums: [2: [0, 1]])
  }

  /// Reasons of the service's own.
  private func others(_ planned: Collated.Part, _ unplanned: Collated.Part) -> [Closure.Reason] {
    Set(planned.reasons.keys).union(unplanned.reasons.keys).subtracting(Closure.Reason.known)
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// First how many have both scores (practice P35).
  private var standings: Report.Table? {
    let all = [("planned", collated.planned), ("unplanned", collated.unplanned)].filter {
      $0.1.children > 0
    }
    guard !all.isEmpty else { return nil }
    let rows = all.flatMap { name, part in
      Scorer.allCases.map { scorer in
        let standing = part.scorers[scorer] ?? .init()
        let children = Count(part.children, quantity("children", of: name))
        return Report.Row(
          [name, scorer.rawValue],
          [.count(children), .count(Count(standing.paired, paired(scorer, of: name)))]
            + Distance.Unpaired.allCases.map { .count(standing.unpaired[$0] ?? 0) })
      }
    }
    return Report.Table(
      code: "pairs", caption: "Children with a first and a closing score, and why others have none",
      labels: ["Ending", "Scored by"],
      columns: [
        "Children", "Both scores", "None", "Only first", "Only closing", "Other person",
        "Other scale",
      ], rows: rows,
      note:
        "None: no score at all. Other person: somebody else scored at the end. Other scale: the numbers meant something else.",
      sums: [0: [1, 2, 3, 4, 5, 6]])
  }

  private func ordered(_ part: Collated.Part) -> [(Collated.Key, Collated.Tally)] {
    func rank(_ key: Collated.Key) -> (String, Int, Int) {
      (
        key.scale, Scorer.allCases.firstIndex(of: key.scorer) ?? 0,
        Area.allCases.firstIndex(of: key.area) ?? 0
      )
    }
    return part.areas.sorted { rank($0.key) < rank($1.key) }.map { ($0.key, $0.value) }
  }

  /// Every scale says its end words; where there are several, each row says which (practice P35).
  private func note(_ part: Collated.Part) -> String {
    let scales = Set(part.areas.keys.map(\.scale)).sorted()
    return "Scored from \(scales.joined(separator: "; or from ")). \(Scale.higherIsBetter)"
  }

  private func label(_ key: Collated.Key, _ part: Collated.Part) -> [String] {
    let several = Set(part.areas.keys.map(\.scale)).count > 1
    return [key.area.title, key.scorer.rawValue + (several ? " (\(key.scale))" : "")]
  }

  /// The pairs of one area by one scorer: the same number where it stands in two tables.
  private func quantity(_ key: Collated.Key, of ending: String, _ move: Distance.Move?) -> Quantity
  {
    let all = Quantity(
      "pairs", code,
      ["ending=\(ending)", "area=\(key.area.rawValue)", "scorer=\(key.scorer.rawValue)"]
        + ["scale=\(key.scale)"])
    return move.map { all.of("move", $0.rawValue) } ?? all
  }

  private static let moves = ["Up", "Same", "Down", "At the top"]

  private func areas(_ part: Collated.Part, _ ending: String) -> Report.Table? {
    guard !part.areas.isEmpty else { return nil }
    let rows = ordered(part).map { key, tally in
      let moves = Distance.Move.allCases.map { move in
        Figure.count(Count(tally.count(move), quantity(key, of: ending, move)))
      }
      return Report.Row(
        label(key, part),
        [.count(Count(tally.pairs, quantity(key, of: ending, nil)))] + moves
          + [.middle(tally.first), .middle(tally.last)])
    }
    return Report.Table(
      code: "areas", caption: "Up, same and down, by area and by who scored",
      labels: ["Area", "Scored by"],
      columns: ["Pairs"] + Self.moves + ["First", "Closing"], rows: rows,
      note:
        "\(note(part)) First and closing: the score in the middle, and in brackets between which scores the middle half lies. At the top: the highest score both times, so there was nowhere to go.",
      chart: .stacked(columns: [1, 2, 3, 4]), sums: [0: [1, 2, 3, 4]])
  }

  private func starts(_ part: Collated.Part, _ ending: String) -> Report.Table? {
    guard !part.areas.isEmpty else { return nil }
    let rows = ordered(part).flatMap { key, tally in
      let begun = tally.starts.map { start in
        let range =
          start.count == 1 ? "\(start.lowerBound)" : "\(start.lowerBound) to \(start.upperBound)"
        let moves = Distance.Move.allCases.map { tally.count($0, from: start) }
        return Report.Row(
          label(key, part) + [range], [.count(moves.reduce(0, +))] + moves.map { .count($0) })
      }
      let all = Distance.Move.allCases.map { move in
        Figure.count(Count(tally.count(move), quantity(key, of: ending, move)))
      }
      let pairs = Figure.count(Count(tally.pairs, quantity(key, of: ending, nil)))
      return begun + [Report.Row(label(key, part) + ["all"], [pairs] + all, isTotal: true)]
    }
    return Report.Table(
      code: "starts", caption: "The same by where they began",
      labels: ["Area", "Scored by", "Began at"], columns: ["Pairs"] + Self.moves, rows: rows,
      sums: [0: [1, 2, 3, 4]])
  }

  /// Their number at start and at close is a result (practice P15).
  private func practitioners(_ part: Collated.Part, _ ending: String) -> Report.Table {
    Report.Table(
      code: "practitioners", caption: "Practitioners in a family's life",
      columns: ["Families", "On the first day", "On the last day"],
      rows: [
        Report.Row(
          ["The number in the middle"],
          [
            .count(Count(part.closures, quantity("closures", of: ending))),
            .middle(part.practitionersFirst),
            .middle(part.practitionersLast),
          ])
      ])
  }
}
