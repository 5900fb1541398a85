import YoungCarers

/// How much caring was reduced, as tables (practice P36).
struct CaringTables {
  let caring: CaringTotals
  let quantity: (_ measure: String) -> Quantity

  /// The measures whose children are among those of another.
  static let among = [
    ("children", "told"), ("told", "asked again"), ("children", "relieved"),
    ("children", "asked too much"), ("asked too much", "too much first"),
    ("asked too much", "too much closing"),
  ]

  var tables: [Report.Table] { [tasks, children, hours, maca].compactMap { $0 } }

  private var tasks: Report.Table? {
    guard caring.tasks + caring.untold > 0 else { return nil }
    func count(_ test: (CaringReduced.Fate) -> Bool) -> Int {
      caring.fates.reduce(0) { $0 + (test($1.key) ? $1.value : 0) }
    }
    var rows = [
      ("Stopped, because of the plan or an adult service", count { $0 == .stopped }),
      ("Shared, because of the plan or an adult service", count { $0 == .shared }),
      ("Goes on", count { $0 == .goesOn }),
    ]
    for cause in Relief.Cause.known where !cause.isClaimed {
      rows.append(("Ended, not counted: \(cause.rawValue)", count { $0 == .ended(cause) }))
    }
    rows += [
      ("Not counted: another child does it now", count { $0 == .takenByChild }),
      ("Not counted: said to have stopped, and told again", count { $0 == .disputed }),
      ("Not counted: nobody wrote down why", count { $0 == .unexplained }),
      ("Nobody asked again", count { $0 == .notAsked }),
    ]
    let others = [
      ("New since the first time", caring.added),
      ("Ended or shared, and not told at first", caring.untold),
    ]
    func lines(_ rows: [(String, Int)]) -> [Report.Row] {
      rows.filter { $0.1 > 0 }.map { Report.Row([$0.0], [.count($0.1)]) }
    }
    return Report.Table(
      code: "tasks",
      caption: "Caring tasks that children told of at first, and what became of them",
      columns: ["Tasks"],
      rows: lines(rows)
        + [Report.Row(["All told at first"], [.count(caring.tasks)], isTotal: true)]
        + lines(others),
      note: "Only what the plan or an adult service changed is caring reduced.",
      chart: .bars(columns: [0]))
  }

  private var children: Report.Table? {
    guard caring.isTold else { return nil }
    return Report.Table(
      code: "cared", caption: "Children and their caring", columns: ["Children"],
      rows: [
        ("Told of any task at first", caring.childrenTold, "told"),
        ("Asked both times", caring.childrenTwice, "asked again"),
        ("Caring reduced: a task stopped or shared", caring.childrenRelieved, "relieved"),
        (
          "Asked both times what is too much, or not right for their age", caring.tooMuchAsked,
          "asked too much"
        ),
        ("Of these, with anything too much at first", caring.tooMuchFirst, "too much first"),
        ("Of these, with anything too much at closing", caring.tooMuchLast, "too much closing"),
      ].map { Report.Row([$0.0], [.count(Count($0.1, quantity($0.2)))]) })
  }

  private var hours: Report.Table? {
    guard !caring.hours.isEmpty else { return nil }
    let rows = caring.hours.sorted {
      (lowest($0.key.first), lowest($0.key.last)) < (lowest($1.key.first), lowest($1.key.last))
    }
    return Report.Table(
      code: "hours", caption: "Hours of care a week, in bands, first and closing",
      labels: ["First", "Closing"], columns: ["Children"],
      rows: rows.map { Report.Row([$0.key.first, $0.key.last], [.count($0.value)]) })
  }

  private func lowest(_ band: String) -> Int { Int(band.prefix { $0.isNumber }) ?? 0 }

  private var maca: Report.Table? {
    guard caring.macaFirst.count > 0 else { return nil }
    func count(_ move: Distance.Move) -> Figure { .count(caring.macaMoves[move] ?? 0) }
    return Report.Table(
      code: "maca",
      caption: "\(CaringReduced.instrument) totals, from 0 to 36; lower is less caring",
      columns: ["Pairs", "Less caring", "Same", "More caring", "First", "Closing"],
      rows: [
        Report.Row(
          ["Children"],
          [
            .count(caring.macaFirst.count), count(.down), count(.same), count(.up),
            .middle(caring.macaFirst), .middle(caring.macaLast),
          ])
      ], sums: [0: [1, 2, 3]])
  }
}

extension CaringTotals {
  /// Whether any child was asked of it.
  var isTold: Bool { childrenTold + tooMuchAsked > 0 }
}
