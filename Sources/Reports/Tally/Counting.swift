import YoungCarers

/// What a report's figures are counted with: the spans, the service's settings, the areas.
public struct Counting: Sendable {
  public let spans: Spans
  public let service: Service
  public let instruments: Instruments
  public let areas: AreaLookup

  public init(
    _ spans: Spans, _ service: Service, instruments: Instruments, areas: AreaLookup = AreaLookup()
  ) {
    self.spans = spans
    self.service = service
    self.instruments = instruments
    self.areas = areas
  }

  /// Adds one case: what happened in each span, and how it stands at the end of each.
  public func add(_ file: CaseFile, to tally: inout Tally) {
    let traits = Dictionary(
      uniqueKeysWithValues: file.children.map { ($0.id, Traits($0, in: file, areas)) })
    for fact in Facts(file: file, service: service, instruments: instruments).all {
      for slot in spans.slots(of: fact.day) { add(fact, traits, slot, to: &tally) }
    }
    for slot in spans.all.indices { addStock(file, slot, to: &tally) }
  }

  private func add(_ fact: Fact, _ traits: [ID: Traits], _ slot: Int, to tally: inout Tally) {
    if let number = fact.number {
      tally.note(number, at: Tally.Key(fact.measure, slot))
      return
    }
    tally.add(fact.count, to: Tally.Key(fact.measure, slot))
    if let kind = fact.kind {
      tally.add(fact.count, to: Tally.Key(fact.measure, slot, .kind, kind))
    }
    guard fact.measure.isByChild else { return }
    let values = fact.child.flatMap { traits[$0] }?.values(of: fact) ?? nobody(fact)
    for (dimension, value) in values {
      tally.add(fact.count, to: Tally.Key(fact.measure, slot, dimension, value))
    }
  }

  /// Of a referral that names nobody its agency is known.
  private func nobody(_ fact: Fact) -> [Dimension: String] {
    var values: [Dimension: String] = [
      .agency: fact.referral?.agency ?? Traits.unknown,
      .agencyKind: fact.referral?.agencyKind.map { Text.folded($0) } ?? Traits.unknown,
      .age: Traits.unknown, .sex: Traits.unknown, .ethnicity: Traits.unknown,
    ]
    if !areas.isEmpty {
      (values[.ward], values[.deprivation]) = (Traits.unknown, Traits.unknown)
    }
    return values
  }

  private func addStock(_ file: CaseFile, _ slot: Int, to tally: inout Tally) {
    let last = spans.all[slot].days.upperBound
    let stays = file.stays
    if stays.contains(where: { $0.isOpen(after: last) }) {
      tally.add(to: Tally.Key(.involvedFamilies, slot))
    }
    for child in file.children
    where file.stays(of: child, in: stays).contains(where: { $0.isOpen(after: last) }) {
      tally.add(to: Tally.Key(.involvedChildren, slot))
    }
    for (form, waiting, wait, over) in [
      (Assessment.Form.needs, Measure.needsWaiting, Measure.needsWait, Measure.needsOver),
      (.transition, .transitionWaiting, .transitionWait, .transitionOver),
    ] {
      for stay in file.listStays(form).values.joined() where stay.waits(after: last) {
        tally.add(to: Tally.Key(waiting, slot))
        tally.note(stay.days(on: last), at: Tally.Key(wait, slot))
        if stay.due.map({ $0 < last }) ?? false { tally.add(to: Tally.Key(over, slot)) }
      }
    }
  }
}
