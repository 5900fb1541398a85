import YoungCarers

/// The collated outcomes as tables, in the order in which practice P35 has them read.
struct OutcomeFigures {
  let collated: Collated
  let service: String
  let period: String
  let day: Day

  var figures: Figures {
    Figures(
      title: "What has changed for the children we worked with",
      preface: [
        "For named recipients; not for publication.",
        "\(service.prefix(1).uppercased() + service.dropFirst()). Work that ended\(period.isEmpty ? "" : " " + period), as written down by \(day.spoken).",
        "Read first how many children have both a first and a closing score: what follows is about them alone. Others may have fared otherwise.",
        "\(Scale.higherIsBetter) Each area and each scorer stands alone: there is no average across areas. Only scores by the same person on the same scale are compared.",
        "These figures say what has changed, and not what made it change. A score that went down may mean that a child now trusts somebody enough to say how it is.",
      ],
      parts: parts)
  }

  private var parts: [(title: String, tables: [Figures.Table])] {
    var parts = [(title: "Endings", tables: [endings, standings].compactMap { $0 })]
    for (title, part) in [
      ("Planned endings", collated.planned), ("Unplanned endings", collated.unplanned),
    ] where part.closures > 0 {
      let tables =
        [areas(part), starts(part)].compactMap { $0 } + CaringFigures(caring: part.caring).tables
        + [practitioners(part)]
      parts.append((title: title, tables: tables))
    }
    return parts
  }

  private var endings: Figures.Table {
    let (planned, unplanned) = (collated.planned, collated.unplanned)
    var rows = [
      ["Families", String(planned.closures), String(unplanned.closures)],
      ["Young carers in them", String(planned.children), String(unplanned.children)],
    ]
    rows += Closure.Reason.known.compactMap { reason in
      let counts = [planned.reasons[reason] ?? 0, unplanned.reasons[reason] ?? 0]
      return counts == [0, 0] ? nil : ["Families: \(reason.rawValue)"] + counts.map(String.init)
    }
    return Figures.Table(
      code: "endings", caption: "How the work ended", headings: ["", "Planned", "Unplanned"],
      rows: rows)
  }

  /// First how many have both scores (practice P35).
  private var standings: Figures.Table? {
    let all = [("planned", collated.planned), ("unplanned", collated.unplanned)].filter {
      $0.1.children > 0
    }
    guard !all.isEmpty else { return nil }
    let rows = all.flatMap { name, part in
      Scorer.allCases.map { scorer in
        let standing = part.scorers[scorer] ?? .init()
        return [name, scorer.rawValue, String(part.children), String(standing.paired)]
          + Distance.Unpaired.allCases.map { String(standing.unpaired[$0] ?? 0) }
      }
    }
    return Figures.Table(
      code: "pairs", caption: "Children with a first and a closing score, and why others have none",
      headings: ["Ending", "Scored by", "Children", "Both scores"]
        + ["None", "Only first", "Only closing", "Other person", "Other scale"],
      labels: 2, rows: rows,
      note:
        "None: no score at all. Other person: somebody else scored at the end. Other scale: the numbers meant something else."
    )
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

  private func areas(_ part: Collated.Part) -> Figures.Table? {
    guard !part.areas.isEmpty else { return nil }
    let rows = ordered(part).map { key, tally in
      label(key, part) + [String(tally.pairs)]
        + Distance.Move.allCases.map { String(tally.count($0)) }
        + [tally.first.words ?? "", tally.last.words ?? ""]
    }
    return Figures.Table(
      code: "areas", caption: "Up, same and down, by area and by who scored",
      headings: ["Area", "Scored by", "Pairs"] + ["Up", "Same", "Down", "At the top"]
        + ["First", "Closing"],
      labels: 2, rows: rows,
      note:
        "\(note(part)) First and closing: the score in the middle, and in brackets between which scores the middle half lies. At the top: the highest score both times, so there was nowhere to go."
    )
  }

  private func starts(_ part: Collated.Part) -> Figures.Table? {
    guard !part.areas.isEmpty else { return nil }
    let rows = ordered(part).flatMap { key, tally in
      tally.starts.map { start in
        let range =
          start.count == 1 ? "\(start.lowerBound)" : "\(start.lowerBound) to \(start.upperBound)"
        let moves = Distance.Move.allCases.map { tally.count($0, from: start) }
        return label(key, part) + [range, String(moves.reduce(0, +))] + moves.map(String.init)
      }
    }
    return Figures.Table(
      code: "starts", caption: "The same by where they began",
      headings: ["Area", "Scored by", "Began at", "Pairs"]
        + ["Up", "Same", "Down", "At the top"],
      labels: 3, rows: rows)
  }

  /// Their number at start and at close is a result (practice P15).
  private func practitioners(_ part: Collated.Part) -> Figures.Table {
    Figures.Table(
      code: "practitioners", caption: "Practitioners in a family's life",
      headings: ["", "Families", "On the first day", "On the last day"],
      rows: [
        [
          "The number in the middle", String(part.closures), part.practitionersFirst.words ?? "",
          part.practitionersLast.words ?? "",
        ]
      ])
  }
}
