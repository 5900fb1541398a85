import YoungCarers

/// How much is late, by worker, by what it is, and of promises by who made them.
public struct OverdueReport {
  private let late: [Overdue]
  private let service: String
  private let day: Day

  public init(_ late: [Overdue], service: String, day: Day) {
    self.late = late
    self.service = service
    self.day = day
  }

  public var report: Report {
    Report(
      code: "overdue", title: "What is late",
      preface: [
        "\(service.capitalised). As it stands on \(day.spoken), by the days and targets that the service has set. It says what is late, and not whose fault that is: a worker on leave has late work too."
      ],
      sections: [Report.Section("What is late", [workers, kinds, promises].compactMap { $0 })])
  }

  private var workers: Report.Table {
    let grouped = Dictionary(grouping: late) { $0.worker ?? "" }
    let names = grouped.keys.filter { !$0.isEmpty }
      .sorted { (Text.folded($0), $0) < (Text.folded($1), $1) }
    func row(_ label: String, _ late: [Overdue], isTotal: Bool = false) -> Report.Row {
      let areas = Overdue.Area.allCases.map { area in
        Figure.count(late.count { $0.what.area == area })
      }
      return Report.Row(
        [label], [.count(late.count)] + areas + [.longest(Spread(late.map(\.days)))],
        isTotal: isTotal)
    }
    let columns = ["All"] + Overdue.Area.allCases.map(\.rawValue) + ["Longest"]
    return Report.Table(
      code: "workers", caption: "By lead worker", labels: ["Lead worker"], columns: columns,
      rows: names.map { row($0, grouped[$0] ?? []) }
        + [row("nobody", grouped[""] ?? []), row("All", late, isTotal: true)],
      note:
        "Safety: alarms, repeat referrals and screens. Contact: visits agreed, children who wait, offers to make again, signposts to look at. Meetings: conferences and reviews. Lead: families that nobody leads, and agreed limits. Longest: how many days the longest is late.",
      chart: .bars(columns: [0]), sums: [0: Array(1...Overdue.Area.allCases.count)])
  }

  private var kinds: Report.Table? {
    guard !late.isEmpty else { return nil }
    let grouped = Dictionary(grouping: late, by: \.what)
    func row(_ label: String, _ late: [Overdue], isTotal: Bool = false) -> Report.Row {
      let days = Spread(late.map(\.days))
      return Report.Row(
        [label], [.count(late.count), .middle(days), .longest(days)], isTotal: isTotal)
    }
    return Report.Table(
      code: "kinds", caption: "By what it is", labels: ["What"],
      columns: ["Late", "Days late", "Longest, in days"],
      rows: grouped.keys.sorted { $0.rank < $1.rank }.map { row($0.words, grouped[$0] ?? []) }
        + [row("All", late, isTotal: true)],
      note: "Days late: the one in the middle, and in brackets between which the middle half lies.")
  }

  private var promises: Report.Table? {
    let owners = late.compactMap(\.owner)
    guard !owners.isEmpty else { return nil }
    let others = Set(owners).subtracting(PlanAction.Owner.known)
      .sorted { $0.rawValue < $1.rawValue }
    return Report.Table(
      code: "promises", caption: "Promises that are late, by who made them",
      labels: ["Made by"], columns: ["Promises"],
      rows: (PlanAction.Owner.known + others).map { owner in
        Report.Row([owner.rawValue], [.count(owners.count { $0 == owner })])
      } + [Report.Row(["All"], [.count(owners.count)], isTotal: true)])
  }
}
