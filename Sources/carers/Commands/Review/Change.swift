import YoungCarers

/// What has changed for the children of a family, as far as its reader may see.
struct Change {
  let family: ID
  let reader: ScoreReader
  let children: [Child]

  var isForWorkers: Bool { reader == .worker }

  /// Plain words: a family reads them (practice P44).
  var title: String {
    guard children.count == 1, let only = children.first, !isForWorkers else {
      return isForWorkers ? "What has changed: \(family.text)" : "What has changed"
    }
    return reader == .child ? "What has changed for you" : "What has changed for \(only.name)"
  }

  var preface: [String] {
    var lines = [
      "\(Scale.higherIsBetter) A number that went down may mean that somebody now trusts us enough to say how it is."
    ]
    if isForWorkers {
      lines.append(
        "For workers: child and parent side by side. It says what has changed, and not why.")
    } else {
      lines.append("If you see it otherwise, tell your worker: we write that down too.")
    }
    return lines
  }

  /// What stands below the scores, each under its title.
  func lists(_ child: Child) -> [(String, [String])] {
    let whose = reader == .child ? "you do" : "\(child.name) does"
    return [
      ("Child and parent see it otherwise", child.differences),
      ("What \(whose) for others", child.caring), ("School", child.school),
    ]
  }

  struct Row {
    var area: Area
    var scorer: Scorer
    /// The same in the reader's own words.
    var who: String
    var name: String?
    var scale: Scale?
    var first: Int?
    var last: Int?
    /// When it was scored, first and last.
    var days: [Day]
    /// What became of it, in words: no colour says it alone.
    var words: String
    var pair: Distance.Pair?
  }

  struct Child {
    let id: ID
    let name: String
    var rows: [Row] = []
    /// Where child and parent see it otherwise: for workers.
    var differences: [String] = []
    var caring: [String] = []
    var school: [String] = []
    var notes: [String] = []

    var isEmpty: Bool { rows.isEmpty && caring.isEmpty && school.isEmpty }

    init(
      _ child: CaseFile.Member, _ file: CaseFile, _ reader: ScoreReader, _ instruments: Instruments
    ) {
      id = child.id
      name = child.latest(\.preferred) ?? child.latest(\.given) ?? child.id.text
      let spell = file.spell
      let scores = file.scored(child.id, in: spell, for: reader)
      let isClosed = spell.closure != nil && scores.contains { $0.stage == .closing }
      let distance = Distance(scores, closingOnly: isClosed)
      for area in Area.allCases {
        let found = distance.scorers.compactMap { row(area, $0, distance, reader) }
        rows += found
        if reader == .worker { differences += Self.difference(area, distance) }
      }
      let reliefs = file.all(Relief.self).filter {
        $0.person.map(file.today) == child.id && spell.contains($0.header.day)
      }
      caring =
        CaringWords(
          CaringReduced(scores, reliefs, closingOnly: isClosed, instruments: instruments),
          reader
        ).lines
      school = SchoolWords(file.schooling(of: child.id, in: spell, for: reader)).lines
      notes = Self.notes(file.parentMaySee(child.id), reader)
    }

    private func row(
      _ area: Area, _ scorer: Scorer, _ distance: Distance, _ reader: ScoreReader
    ) -> Row? {
      let result = distance.result(area, by: scorer)
      let (first, last) = (distance.first(area, by: scorer), distance.last(area, by: scorer))
      guard first != nil || last != nil else { return nil }
      let days = [first?.day, last?.day].compactMap(\.self)
      let words: String
      switch result {
      case .unpaired(let reason): words = "not compared: \(reason.rawValue)"
      case .pair(let pair):
        let by = abs(pair.last - pair.first)
        words =
          pair.move == .up || pair.move == .down
          ? "\(pair.move.rawValue) \(by)" : pair.move.rawValue
      }
      return Row(
        area: area, scorer: scorer, who: who(scorer, last?.name ?? first?.name, reader),
        name: last?.name ?? first?.name,
        scale: result.pair?.scale ?? (last ?? first)?.scale,
        first: result.pair?.first ?? first?[area],
        last: result.pair?.last ?? last?[area], days: days, words: words, pair: result.pair)
    }

    /// Families read names (practice P44).
    private func who(_ scorer: Scorer, _ by: String?, _ reader: ScoreReader) -> String {
      switch (reader, scorer) {
      case (.child, .child): "you"
      case (.parent, .child): name
      case (.parent, _): by ?? scorer.rawValue
      default: by.map { "\(scorer.rawValue) (\($0))" } ?? scorer.rawValue
      }
    }

    private static func difference(_ area: Area, _ distance: Distance) -> [String] {
      let gaps = [true, false].map { distance.disagreement(area, atFirst: $0) }
      guard gaps.contains(where: { ($0 ?? 0) != 0 }) else { return [] }
      func words(_ gap: Int?, _ when: String) -> String? {
        gap.map { gap in
          gap == 0
            ? "\(when) alike" : "\(when) the parent \(abs(gap)) \(gap > 0 ? "higher" : "lower")"
        }
      }
      let parts = [words(gaps[0], "at first"), words(gaps[1], "last")].compactMap { $0 }
      return ["\(area.title): \(parts.joined(separator: ", "))"]
    }

    private static func notes(_ allowed: ParentMaySee, _ reader: ScoreReader) -> [String] {
      switch reader {
      case .child: return []
      case .parent:
        return allowed.isAll
          ? []
          : ["Some answers are a child's own, and are not shown. That is as we agreed with them."]
      case .worker:
        let areas = Area.allCases.filter(allowed.areas.contains).map(\.title)
        if !allowed.wasAsked { return ["The child was not asked what a parent may see: nothing."] }
        return [
          "A parent may see: \(allowed.isAll ? "all answers" : areas.isEmpty ? "nothing" : areas.joined(separator: ", "))."
        ]
      }
    }
  }
}

extension Change {
  /// A line for each area and scorer, and for each sentence about caring and school.
  var json: String {
    let lines = children.flatMap { child in
      child.rows.map { row in
        JSONLine(nil).string("person", child.id.text).string("area", row.area.rawValue)
          .string("scorer", row.scorer.rawValue).string("scorerName", row.name)
          .string("scale", row.scale?.text).number("first", row.first).number("last", row.last)
          .string("move", row.pair?.move.rawValue)
          .string("unpaired", row.pair == nil ? row.words : nil).text.dropLast()
      }
        + child.caring.map {
          JSONLine(nil).string("person", child.id.text).string("caring", $0).text.dropLast()
        }
        + child.school.map {
          JSONLine(nil).string("person", child.id.text).string("school", $0).text.dropLast()
        }
    }
    return lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n"
  }
}

/// Caring reduced, in words for anybody (practice P36, P44).
struct CaringWords {
  let lines: [String]

  init(_ caring: CaringReduced, _ reader: ScoreReader) {
    var lines: [String] = []
    let told = caring.tasks.filter(\.wasTold)
    if !told.isEmpty {
      lines.append("Caring reduced: \(caring.claimed) of \(told.count) tasks.")
    }
    for task in caring.tasks {
      let untold = task.wasTold || reader != .worker ? "" : " (not told at first)"
      lines.append("\(task.name): \(Self.words(task))\(untold)")
    }
    if let added = caring.added, !added.isEmpty {
      lines.append("New since the first time: \(added.joined(separator: ", "))")
    }
    if let hours = caring.hours {
      lines.append("Hours a week: \(hours.first) at first, \(hours.last) last")
    }
    if let much = caring.tooMuch {
      func list(_ items: [String]) -> String {
        items.isEmpty ? "nothing" : items.joined(separator: ", ")
      }
      lines.append(
        "Too much, or not right for \(reader == .child ? "your" : "their") age: \(list(much.first)) at first, \(list(much.last)) last"
      )
    }
    if let maca = caring.maca {
      lines.append(
        "\(CaringReduced.instrument) total: \(maca.first) at first, \(maca.last) last; a lower number is less caring"
      )
    }
    self.lines = lines
  }

  private static func words(_ task: CaringReduced.Task) -> String {
    let taker = task.relief?.takenBy.map { "; \($0) does it now" } ?? ""
    let shared = task.relief?.takenBy.map { "; with \($0)" } ?? ""
    switch task.fate {
    case .stopped: return "stopped\(taker); because of \(task.relief?.cause.rawValue ?? "")"
    case .shared: return "shared\(shared); because of \(task.relief?.cause.rawValue ?? "")"
    case .ended(let cause): return "ended\(taker); \(cause.rawValue): not counted"
    case .takenByChild: return "another child does it now: not counted"
    case .goesOn: return "goes on"
    case .disputed: return "said to have stopped, and told again: not counted"
    case .unexplained: return "not told again, and nobody wrote down why: not counted"
    case .notAsked: return "nobody asked again"
    }
  }
}
