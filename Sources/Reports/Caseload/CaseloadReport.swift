import YoungCarers

/// How many families each lead worker has, and how many have none (practice P24). A family stands in
/// one row of a table, so that its rows add up: one with two leads of this service in a row of theirs.
public struct CaseloadReport {
  struct Load {
    var families = 0
    var children = 0
    var waiting = 0
    var preparing = 0
    var reviews = 0
    var overLimit = 0
    var flags = 0

    mutating func add(_ one: Caseload) {
      families += 1
      children += one.children
      waiting += one.waiting
      preparing += one.isPreparing ? 1 : 0
      reviews += one.hasReviewDue ? 1 : 0
      overLimit += one.isOverLimit ? 1 : 0
      flags += one.openFlags > 0 ? 1 : 0
    }

    var cells: [Figure] {
      [families, children, waiting, preparing, reviews, overLimit, flags].map { .count($0) }
    }
  }

  private static let columns = [
    "Families", "Children", "Waiting", "Conference", "Review", "Over limit", "Alarm",
  ]
  private static let nobody = "Nobody allocated"
  private static let elsewhere = "Led by another agency"

  private let loads: [Caseload]
  private let service: String
  private let day: Day
  private let reviewsUntil: Day

  public init(_ loads: [Caseload], service: String, day: Day, reviewsUntil: Day) {
    self.loads = loads
    self.service = service
    self.day = day
    self.reviewsUntil = reviewsUntil
  }

  public var report: Report {
    Report(
      code: "caseload", title: "Caseloads of lead workers",
      preface: [
        "\(service.capitalised). As it stands on \(day.spoken). Families with whom the work has ended are not in it.",
        "No family is without a lead worker, or a cover who is named. Where one is, it stands below as nobody's.",
      ],
      sections: [
        Report.Section("Our own lead workers", [ours]),
        Report.Section("Lead workers of other agencies", [theirs]),
      ])
  }

  private static func names(_ leads: [Caseload.Lead]) -> String {
    Set(leads.map(\.name)).sorted().joined(separator: " and ")
  }

  private var ours: Report.Table {
    let grouped = Dictionary(grouping: loads) { one -> String in
      let own = one.leads.filter { $0.agency == nil }
      return own.isEmpty ? one.leads.isEmpty ? Self.nobody : Self.elsewhere : Self.names(own)
    }
    let last = [Self.elsewhere, Self.nobody]
    let workers = grouped.keys.filter { !last.contains($0) }
      .sorted { (Text.folded($0), $0) < (Text.folded($1), $1) }
    return table(
      "ours", "Families by lead worker", ["Lead worker"],
      (workers + last).map { ([$0], grouped[$0] ?? []) }, all: loads)
  }

  private var theirs: Report.Table {
    let led = loads.filter { $0.leads.contains { $0.agency != nil } }
    let grouped = Dictionary(grouping: led) { one -> [String] in
      let others = one.leads.filter { $0.agency != nil }
      return [
        Set(others.compactMap(\.agency)).sorted().joined(separator: " and "), Self.names(others),
      ]
    }
    let rows = grouped.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return table(
      "theirs", "Families led by other agencies", ["Agency", "Lead worker"],
      rows.map { ($0, grouped[$0] ?? []) }, all: led)
  }

  private func table(
    _ code: String, _ caption: String, _ labels: [String], _ rows: [([String], [Caseload])],
    all: [Caseload]
  ) -> Report.Table {
    func row(_ labels: [String], _ loads: [Caseload], isTotal: Bool = false) -> Report.Row {
      let load = loads.reduce(into: Load()) { $0.add($1) }
      return Report.Row(labels, load.cells, isTotal: isTotal)
    }
    let total = ["All"] + Array(repeating: "", count: labels.count - 1)
    return Report.Table(
      code: code, caption: caption, labels: labels, columns: Self.columns,
      rows: rows.map { row($0.0, $0.1) } + [row(total, all, isTotal: true)],
      note:
        "Children are young carers, and of these Waiting those who wait for an assessment. The rest are families. Conference: booked, or agreed to. Review: booked or due by \(reviewsUntil.written), or late. Over limit: the agreed time is over. Alarm: a safeguarding alarm that nobody has answered.",
      chart: .bars(columns: [0]))
  }
}
