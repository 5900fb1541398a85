import YoungCarers

/// Young carers identified and referred, beside what a census leads one to expect, by school and by
/// ward (practice P41). A difference has reasons, and is never coloured.
public struct EstimateTables: Sendable {
  private let children: [Identified]
  private let estimates: [CensusEstimates.Estimate]
  private let agencies: [Agency]
  /// By name, of the year up to the last day.
  private let heard: Set<String>

  public init(
    _ children: [Identified], _ estimates: CensusEstimates, _ agencies: [Agency], heard: Set<String>
  ) {
    self.children = children
    self.estimates = estimates.all
    self.agencies = agencies
    self.heard = heard
  }

  private enum Dimension: String {
    case school, ward
  }

  /// A row: an estimate's place, or what is left.
  private struct Line {
    var label: String
    var key: String
    var estimate: CensusEstimates.Estimate?
    var children: [Identified]
  }

  func section(_ spans: Spans) -> Report.Section {
    let tables = [Dimension.school, .ward].compactMap { table($0, spans) }
    return Report.Section(
      "Beside the census",
      preface: [
        "An estimate is of children whom nobody may have asked yet. More or fewer than it has its reasons, and says nothing of a school by itself.",
        "Identified: young carers under 18 of whom the service knows, by the school and the home that are known today.",
      ], tables + [notHeard].compactMap { $0 })
  }

  func relations(_ spans: Spans) -> [Relation] {
    [Dimension.school, .ward].flatMap { dimension -> [Relation] in
      guard let lines = lines(dimension) else { return [] }
      return Self.slots.flatMap { slot in
        lines.map { line in
          Relation(
            quantity(.identified, slot, spans).of(dimension.rawValue, line.key),
            [referred(dimension, slot, spans).of(dimension.rawValue, line.key)], hasRest: true)
        }
      }
    }
  }

  private enum What: String { case identified, referredBySchool, referredAtAll }
  private static let slots = [Spans.this, Spans.yearBefore]

  private func quantity(_ what: What, _ slot: Int, _ spans: Spans) -> Quantity {
    Quantity(what.rawValue, spans.all[slot].end)
  }

  private func referred(_ dimension: Dimension, _ slot: Int, _ spans: Spans) -> Quantity {
    quantity(dimension == .school ? .referredBySchool : .referredAtAll, slot, spans)
  }

  private func table(_ dimension: Dimension, _ spans: Spans) -> Report.Table? {
    guard let lines = lines(dimension) else { return nil }
    func cells(_ line: Line?) -> [Figure] {
      let lines = line.map { [$0] } ?? lines
      return [true, false].flatMap { isAll in
        Self.slots.map { slot -> Figure in
          let day = spans.all[slot].days.upperBound
          let count = lines.reduce(0) { $0 + self.count($1, dimension, on: day, all: isAll) }
          let all = isAll ? quantity(.identified, slot, spans) : referred(dimension, slot, spans)
          return .count(Count(count, line.map { all.of(dimension.rawValue, $0.key) } ?? all))
        }
      } + [
        line?.estimate.map { .number($0.count) } ?? .none,
        line?.estimate?.year.map(Figure.text) ?? .none,
      ]
    }
    let headings = Self.slots.map { spans.all[$0].heading }
    let how = dimension == .school ? "Of them, referred by it" : "Of them, referred"
    return Report.Table(
      code: "census-\(dimension.rawValue)",
      caption: "Identified and referred, beside the census, by \(dimension.rawValue)",
      labels: [dimension.rawValue.capitalised],
      columns: headings.map { "Identified, \($0)" } + headings.map { "\(how), \($0)" }
        + ["Estimate", "Of the year"],
      rows: lines.map { Report.Row([$0.label], cells($0)) }
        + [Report.Row(["All"], cells(nil), isTotal: true)],
      chart: .bars(columns: [0, 4]))
  }

  private func count(_ line: Line, _ dimension: Dimension, on day: Day, all: Bool) -> Int {
    line.children.count { child in
      guard child.counts(on: day) else { return false }
      if all { return true }
      if dimension == .ward { return child.isReferred(on: day) }
      return child.school.map { child.isReferred(by: $0, on: day) } ?? false
    }
  }

  /// Each place with an estimate, then all others, then those of whom it is not known.
  private func lines(_ dimension: Dimension) -> [Line]? {
    let mine = estimates.filter { of($0) == dimension }
    guard !mine.isEmpty else { return nil }
    let places = Dictionary(grouping: children) { place($0, dimension).map(Text.folded) }
    var met: Set<String> = []
    let named = mine.map { estimate -> Line in
      let name = Text.folded(self.name(estimate))
      let isFirst = met.insert(name).inserted
      return Line(
        label: label(estimate), key: key(estimate), estimate: estimate,
        children: isFirst ? places[name] ?? [] : [])
    }.sorted { (Text.folded($0.label), $0.key) < (Text.folded($1.label), $1.key) }
    let rest = places.filter { $0.key.map { !met.contains($0) } ?? false }.flatMap(\.value)
    let title = dimension.rawValue
    return named + [
      Line(label: "Another \(title)", key: "other", estimate: nil, children: rest),
      Line(label: "Not known", key: Traits.unknown, estimate: nil, children: places[nil] ?? []),
    ]
  }

  private func of(_ estimate: CensusEstimates.Estimate) -> Dimension {
    if case .school = estimate.place { .school } else { .ward }
  }

  private func place(_ child: Identified, _ dimension: Dimension) -> String? {
    dimension == .school ? child.school : child.ward
  }

  private func agency(_ estimate: CensusEstimates.Estimate) -> Agency? {
    guard case .school(let urn) = estimate.place else { return nil }
    return agencies.first { $0.urn == urn }
  }

  /// As children's schools and wards are called.
  private func name(_ estimate: CensusEstimates.Estimate) -> String {
    if case .ward(let ward) = estimate.place { return ward }
    return agency(estimate)?.name ?? estimate.name ?? ""
  }

  private func label(_ estimate: CensusEstimates.Estimate) -> String {
    let name = name(estimate)
    return name.isEmpty ? "URN \(key(estimate))" : name
  }

  private func key(_ estimate: CensusEstimates.Estimate) -> String {
    switch estimate.place {
    case .school(let urn): urn
    case .ward(let ward): ward
    }
  }

  /// Nil where the estimates name no school.
  private var notHeard: Report.Table? {
    let schools = estimates.filter { of($0) == .school }
    guard !schools.isEmpty else { return nil }
    let quiet = schools.filter { !(agency($0).map { heard.contains($0.name) } ?? false) }
    return Report.Table(
      code: "not-heard", caption: "Schools we have not heard from", labels: ["School", "URN"],
      columns: ["Estimate"],
      rows: quiet.sorted { Text.folded(label($0)) < Text.folded(label($1)) }.map {
        Report.Row([label($0), key($0)], [.number($0.count)])
      },
      note:
        "No referral, no brief assessment and no question has come from them in the twelve months up to the last day. It is a reason to ring and ask how they are; it says nothing of what they do."
    )
  }
}
