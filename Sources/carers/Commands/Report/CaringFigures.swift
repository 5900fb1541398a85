import YoungCarers

/// How much caring was reduced, as tables (practice P36).
struct CaringFigures {
  let caring: CaringTotals

  var tables: [Figures.Table] { [tasks, hours, tooMuch, maca].compactMap { $0 } }

  private var tasks: Figures.Table? {
    guard caring.tasks + caring.untold > 0 else { return nil }
    func count(_ test: (CaringReduced.Fate) -> Bool) -> Int {
      caring.fates.reduce(0) { $0 + (test($1.key) ? $1.value : 0) }
    }
    var rows = [
      ("Told at first", caring.tasks),
      ("Stopped, because of the plan or an adult service", count { $0 == .stopped }),
      ("Shared, because of the plan or an adult service", count { $0 == .shared }),
      ("Goes on", count { $0 == .goesOn }),
    ]
    for cause in Relief.Cause.known where !cause.isClaimed {
      let ended = count { $0 == .ended(cause) }
      if ended > 0 { rows.append(("Ended, not counted: \(cause.rawValue)", ended)) }
    }
    rows += [
      ("Not counted: another child does it now", count { $0 == .takenByChild }),
      ("Not counted: said to have stopped, and told again", count { $0 == .disputed }),
      ("Not counted: nobody wrote down why", count { $0 == .unexplained }),
      ("Nobody asked again", count { $0 == .notAsked }),
      ("New since the first time", caring.added),
      ("Ended or shared, and not told at first", caring.untold),
    ].filter { $0.1 > 0 }
    return Figures.Table(
      code: "tasks",
      caption: "Caring tasks that children told of at first, and what became of them",
      headings: ["", "Tasks"], rows: rows.map { [$0.0, String($0.1)] },
      note:
        "Caring reduced: \(caring.claimed) of \(caring.tasks) tasks, for \(caring.childrenRelieved) of \(caring.childrenTold) children who told of any; \(caring.childrenTwice) were asked both times. Only what the plan or an adult service changed is counted."
    )
  }

  private var hours: Figures.Table? {
    guard !caring.hours.isEmpty else { return nil }
    let rows = caring.hours.sorted {
      (lowest($0.key.first), lowest($0.key.last)) < (lowest($1.key.first), lowest($1.key.last))
    }
    return Figures.Table(
      code: "hours", caption: "Hours of care a week, in bands, first and closing",
      headings: ["First", "Closing", "Children"], labels: 2,
      rows: rows.map { [$0.key.first, $0.key.last, String($0.value)] })
  }

  private func lowest(_ band: String) -> Int { Int(band.prefix { $0.isNumber }) ?? 0 }

  private var tooMuch: Figures.Table? {
    guard caring.tooMuchAsked > 0 else { return nil }
    return Figures.Table(
      code: "tooMuch",
      caption: "Children with anything that is too much, or not right for their age",
      headings: ["", "Asked both times", "First", "Closing"],
      rows: [
        [
          "Children", String(caring.tooMuchAsked), String(caring.tooMuchFirst),
          String(caring.tooMuchLast),
        ]
      ])
  }

  private var maca: Figures.Table? {
    guard caring.macaFirst.count > 0 else { return nil }
    func count(_ move: Distance.Move) -> String { String(caring.macaMoves[move] ?? 0) }
    return Figures.Table(
      code: "maca",
      caption: "\(CaringReduced.instrument) totals, from 0 to 36; lower is less caring",
      headings: ["", "Pairs", "Less caring", "Same", "More caring", "First", "Closing"],
      rows: [
        [
          "Children", String(caring.macaFirst.count), count(.down), count(.same), count(.up),
          caring.macaFirst.words ?? "", caring.macaLast.words ?? "",
        ]
      ])
  }
}
