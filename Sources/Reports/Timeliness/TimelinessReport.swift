import Interchange
import YoungCarers

/// How long referrals waited for an assessment, as a report and as rows of data.
public struct TimelinessReport {
  private let timeliness: Timeliness
  /// Each service's own; empty where there is one.
  private let each: [(name: String, own: Timeliness)]
  private let days: ClosedRange<Day>
  private let code: String
  private let words: ServicesWords

  /// `code` names the days in data: a period's, or `2026-09-01 to 2026-09-30`; `settled` are the
  /// settings of each service.
  public init(
    _ referrals: OfServices<[Timeliness.Referrals]>, by: [Timeliness.By], _ days: ClosedRange<Day>,
    code: String, _ settled: [Service]
  ) {
    self.init(
      Timeliness(referrals.all, by: by),
      each: referrals.each.map { ($0.name, Timeliness($0.figures, by: by)) }, days, code: code,
      ServicesWords(names: referrals.names, settled: settled))
  }

  private init(
    _ timeliness: Timeliness, each: [(name: String, own: Timeliness)], _ days: ClosedRange<Day>,
    code: String, _ words: ServicesWords
  ) {
    self.timeliness = timeliness
    self.each = each
    self.days = days
    self.code = code
    self.words = words
  }

  /// More groups than these are data, and no report for anybody to read.
  public static let most = 2000

  public var report: Report {
    let headings = timeliness.by.map(\.heading)
    var (rows, relations): ([Report.Row], [Relation]) = ([], [])
    var (referrals, waits) = (0, Spread())
    func add(_ labels: [String], of parts: [String], _ count: Int, _ waits: Spread, isTotal: Bool) {
      let (all, open) = (quantity("referrals", parts), quantity("notYetAssessed", parts))
      rows.append(
        Report.Row(
          labels,
          [
            .count(Count(count, all)), .count(Count(count - waits.count, open)), .middle(waits),
            .longest(waits),
          ], isTotal: isTotal))
      relations.append(Relation(all, [open], hasRest: true))
    }
    timeliness.each { group in
      let spread = group.spread
      referrals += group.referrals
      waits.add(spread)
      let parts = zip(timeliness.by, group.labels).map { "\($0.rawValue)=\($1)" }
      // With nothing to tell apart the one group is all.
      if !parts.isEmpty { add(group.labels, of: parts, group.referrals, spread, isTotal: false) }
    }
    let all = ["All"] + Array(repeating: "", count: max(0, headings.count - 1))
    add(all, of: [], referrals, waits, isTotal: !rows.isEmpty)
    let beside = beside(Timeliness.Whole(referrals: referrals, waits: waits))
    return Report(
      code: "timeliness", title: "How long children waited for an assessment",
      preface: [
        "\(words.title). Referrals \(Self.words(days)), and the first assessment of the child that was finished since: the brief one, the needs or the transition assessment.",
        "The days run from the referral. Whoever is not yet assessed is not in the middle: where many wait still, it will rise.",
      ]
        + words.preface(
          "A referral that stands in several is one, and was assessed when any of them had done so; a child whom they know under different ids is assessed by each."
        ),
      sections: [
        Report.Section(
          "Referrals and their assessments",
          [
            Report.Table(
              code: "timeliness",
              caption: "From referral to assessment, by \(Self.list(timeliness.by.map(\.words)))",
              labels: headings.isEmpty ? [""] : headings,
              columns: [
                "Referrals", "Not yet assessed", "Days: the middle, and the middle half",
                "Days of the longest wait",
              ],
              rows: rows, chart: timeliness.by.count == 1 ? .bars(columns: [0]) : nil)
          ])
      ] + (beside.map { [Report.Section("Each service", [$0.table])] } ?? []),
      relations: relations + (beside?.relations ?? [])
    ).of(
      each.map {
        ($0.name, TimelinessReport($0.own, each: [], days, code: code, words).report)
      })
  }

  /// Each service's own referrals.
  private func beside(_ all: Timeliness.Whole) -> (table: Report.Table, relations: [Relation])? {
    guard !each.isEmpty else { return nil }
    let own = each.map(\.own.whole)
    let (referrals, open) = (quantity("referrals", []), quantity("notYetAssessed", []))
    let beside = Beside(
      names: each.map(\.name),
      columns: [
        .init(
          heading: "Referrals", quantity: referrals, all: all.referrals,
          own: own.map(\.referrals)),
        .init(
          heading: "Not yet assessed", quantity: open, all: all.waiting, own: own.map(\.waiting)),
      ],
      middles: [
        .init(
          heading: "Days: the middle, and the middle half", all: .middle(all.waits),
          own: own.map { .middle($0.waits) }),
        .init(
          heading: "Days of the longest wait", all: .longest(all.waits),
          own: own.map { .longest($0.waits) }),
      ])
    return (
      beside.table(Dimension.service.rawValue, "The services, beside one another"),
      beside.relations
        + each.map {
          Relation(referrals.of(service: $0.name), [open.of(service: $0.name)], hasRest: true)
        }
    )
  }

  private func quantity(_ measure: String, _ parts: [String]) -> Quantity {
    Quantity(measure, code, parts)
  }

  /// From the first day of all where nobody said which.
  private static func words(_ days: ClosedRange<Day>) -> String {
    let last = days.upperBound.written
    return days.lowerBound.number > 0
      ? "from \(days.lowerBound.written) to \(last)" : "until \(last)"
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "all" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A row for each group, as many as there are: labels, referrals, not yet assessed, middle.
  public func rows(_ write: ([String?]) throws -> Void) rethrows {
    try write(timeliness.by.map(\.rawValue) + ["referrals", "notYetAssessed", "medianDays"])
    try timeliness.each { group in
      let median = group.twiceMedian.map { $0 % 2 == 0 ? String($0 / 2) : "\($0 / 2).5" }
      try write(group.labels + [String(group.referrals), String(group.waiting), median])
    }
  }
}

extension Timeliness.By {
  var words: String {
    switch self {
    case .agency: "agency"
    case .month: "month"
    case .year: "year group"
    }
  }
}
