import YoungCarers

/// What a report's figures are counted with: the spans, the service's settings, the areas.
public struct Counting: Sendable {
  public let spans: Spans
  public let service: Service
  public let instruments: Instruments
  public let areas: AreaLookup
  public var agencies = AgencyNames()

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
    add(facts(of: file).all, of: file, to: &tally)
    addStock(file, to: &tally)
  }

  func facts(of file: CaseFile) -> Facts {
    Facts(file: file, service: service, instruments: instruments)
  }

  /// Adds what happened, of one case.
  func add(_ facts: [Fact], of file: CaseFile, to tally: inout Tally) {
    let members = Dictionary(uniqueKeysWithValues: file.members.map { ($0.id, $0) })
    var traits: [ID: Traits] = [:]
    for fact in facts {
      let slots = spans.slots(of: fact.day)
      guard !slots.isEmpty else { continue }
      if fact.measure.isByChild, let child = fact.child, traits[child] == nil {
        traits[child] = members[child].map { Traits($0, in: file, self) }
      }
      for slot in slots { add(fact, traits, slot, to: &tally) }
    }
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
      .agency: agencies[fact.referral?.agency],
      .agencyKind: fact.referral?.agencyKind.map { Text.folded($0) } ?? Traits.unknown,
      .age: Traits.unknown, .sex: Traits.unknown, .ethnicity: Traits.unknown,
    ]
    if !areas.isEmpty {
      (values[.ward], values[.deprivation]) = (Traits.unknown, Traits.unknown)
    }
    return values
  }

  /// Adds how one case stands at the end of each span.
  func addStock(_ file: CaseFile, to tally: inout Tally) {
    let stays = file.stays
    let children = file.children.map { file.stays(of: $0, in: stays) }
    let lists = Self.lists.map { (list: $0, stays: file.listStays($0.form).values) }
    let needs = FoundNeeds(file)
    for slot in spans.all.indices {
      let days = spans.all[slot].days
      let last = days.upperBound
      if let (found, unmet) = needs?.count(after: last) {
        if found > 0 { tally.add(found, to: Tally.Key(.needFound, slot)) }
        if unmet > 0 { tally.add(unmet, to: Tally.Key(.needUnmet, slot)) }
      }
      if stays.contains(where: { $0.isOpen(during: days) }) {
        tally.add(to: Tally.Key(.servedFamilies, slot))
      }
      if stays.contains(where: { $0.isOpen(after: last) }) {
        tally.add(to: Tally.Key(.involvedFamilies, slot))
        if file.leads(on: last).isEmpty { tally.add(to: Tally.Key(.unledFamilies, slot)) }
      }
      for stays in children where stays.contains(where: { $0.isOpen(after: last) }) {
        tally.add(to: Tally.Key(.involvedChildren, slot))
      }
      for (list, stays) in lists {
        for child in stays {
          addWaiting(child.filter { $0.waits(after: last) }, list, slot, &tally)
        }
      }
    }
  }

  /// One child, for whom the longest of several waits counts, and the first day that is due.
  private func addWaiting(
    _ waits: [ListStay], _ list: List, _ slot: Int, _ tally: inout Tally
  ) {
    let last = spans.all[slot].days.upperBound
    guard let days = waits.map({ $0.days(on: last) }).max() else { return }
    tally.add(to: Tally.Key(list.waiting, slot))
    tally.note(days, at: Tally.Key(list.wait, slot))
    if waits.contains(where: { $0.due.map { $0 < last } ?? false }) {
      tally.add(to: Tally.Key(list.over, slot))
    }
  }

  private typealias List = (
    form: Assessment.Form, waiting: Measure, wait: Measure, over: Measure
  )

  private static let lists: [List] = [
    (.needs, .needsWaiting, .needsWait, .needsOver),
    (.transition, .transitionWaiting, .transitionWait, .transitionOver),
  ]
}
