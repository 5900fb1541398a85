import Storage
import YoungCarers

/// What the figures of several services count more than once when they are added up, and the same
/// counted once. Cases that stand in several stores are read from one more, which holds the entries of
/// all of them, each once: but when the work with somebody began and ended is each service's own story,
/// and is put together by its days.
struct Overlap {
  private(set) var often: PeriodFigures
  private(set) var once: PeriodFigures
  private let sharing: InSeveral
  private let spans: Spans
  private var families: [ID: Head] = [:]
  private var children: [ID: Head] = [:]
  /// Who was worked with before the period, as known then, and now; and who is when it is over.
  private var (then, identified, now, after) = (Involved(), Involved(), Involved(), Involved())

  init(_ spans: Spans, _ sharing: InSeveral) {
    (often, once) = (PeriodFigures(spans), PeriodFigures(spans))
    self.spans = spans
    self.sharing = sharing
  }

  /// Reads what stands in several of the services, and nothing else of them.
  mutating func read(
    _ services: [OpenService], _ shared: Shared, _ counting: (Service) throws -> Counting
  ) throws {
    try shared.read { whole in
      for (place, service) in services.enumerated() {
        let counting = try counting(service.service)
        try service.read { try add(counting, at: place, $0, whole) }
      }
      try finish(try counting(services[0].service), whole)
    }
  }

  private mutating func add(
    _ given: Counting, at place: Int, _ reader: Reader, _ whole: Reader
  ) throws {
    var counting = given
    counting.agencies = AgencyNames(try reader.agencies())
    let shared = try reader.around(sharing.cases)
    let linked = try reader.around(Set(sharing.heads.keys))
    counting.add(
      try reader.looseFile(reading: Facts.readUnderNoCase), to: &often.tally)
    try reader.eachCase(shared.cases.union(linked.cases), reading: Facts.reads) { file in
      if shared.cases.contains(file.family) {
        counting.add(file, to: &often.tally)
        try add(file, counting, at: place, whole)
      } else {
        addLinked(file, counting, at: place)
      }
    }
    let ids = shared.all.union(sharing.heads.keys)
    func known(_ involved: Involved) -> Involved {
      var known = Involved()
      known.families = involved.families.intersection(shared.all)
      known.children = involved.children.intersection(ids)
      return known
    }
    let (before, since) = (spans.period.first + -1, spans.since)
    let entries = try reader.earlier(than: since, about: ids)
    let then = known(entries.involved(after: before, written: since, identity: since))
    let identified = known(entries.involved(after: before, written: since, identity: nil))
    let now = known(entries.involved(after: before, written: nil, identity: nil))
    let after = known(
      try reader.involved(after: spans.period.last, in: shared.cases.union(linked.cases)))
    var counted = PeriodFigures(spans)
    counted.past = Flow.Past(then: then, identified: identified, now: now)
    counted.past.forget(try reader.forgettings(), before: before, since: since)
    counted.carriedOut = (after.families.count, after.children.count)
    often.add(counted)
    self.then.add(then.map { sharing.heads[$0] ?? $0 })
    self.identified.add(try identified.map { try head($0, whole) })
    self.now.add(try now.map { try head($0, whole) })
    self.after.add(try after.map { try head($0, whole) })
  }

  /// Whom an id stands for over all services.
  private func head(_ id: ID, _ whole: Reader) throws -> ID {
    let alias = try whole.today(id)
    let today = id.shape == .person ? alias.person ?? id : alias.family
    return sharing.heads[id] ?? sharing.heads[today] ?? today
  }

  /// A case that stands in several stores.
  private mutating func add(
    _ file: CaseFile, _ counting: Counting, at place: Int, _ whole: Reader
  ) throws {
    let stays = file.stays
    let all = counting.facts(of: file)
    let facts = all.involvement + all.endings + all.reach.filter { $0.measure == .newChildren }
    families[try head(file.family, whole), default: Head()].add(
      stays, counting.each(facts.filter { $0.child == nil }, of: file), at: place)
    for child in file.children {
      children[try head(child.id, whole), default: Head()].add(
        file.stays(of: child, in: stays),
        counting.each(facts.filter { $0.child == child.id }, of: file), at: place)
    }
    // Somebody told of who is no young carer, or of whom nothing stands.
    let others = Set(facts.compactMap(\.child)).subtracting(file.children.map(\.id))
    for child in others {
      children[try head(child, whole), default: Head()].add(
        [], counting.each(facts.filter { $0.child == child }, of: file), at: place)
    }
  }

  /// A case of one service, with children whom a number tells in another's.
  private mutating func addLinked(_ file: CaseFile, _ counting: Counting, at place: Int) {
    let all = counting.facts(of: file)
    let facts = (all.involvement + all.reach).filter {
      $0.measure == .newChildren || Measure.flowOfChildren.contains($0.measure)
    }
    for child in file.children {
      guard let id = sharing.heads[child.id] else { continue }
      let stays = file.stays(of: child, in: file.stays)
      let theirs = counting.each(facts.filter { $0.child == child.id }, of: file)
      var own = Head()
      own.add(stays, theirs, at: place)
      often.tally.add(own.tally(.involvedChildren, spans))
      children[id, default: Head()].add(stays, theirs, at: place)
    }
  }

  private mutating func finish(_ first: Counting, _ whole: Reader) throws {
    var counting = first
    counting.agencies = AgencyNames(try whole.agencies())
    var beside = Tally()
    try whole.eachCase(try whole.cases(since: spans.earliest), reading: Facts.reads) { file in
      let facts = counting.facts(of: file)
      let stays = families[file.family]?.together ?? file.stays
      counting.add(facts.beside + facts.after(stays), of: file, to: &beside)
      counting.addStock(file, to: &beside)
      for slot in spans.all.indices {
        let last = spans.all[slot].days.upperBound
        if families[file.family]?.isOpen(after: last) ?? false, file.leads(on: last).isEmpty {
          once.tally.add(to: Tally.Key(.unledFamilies, slot))
        }
      }
    }
    let heads: Set<Measure> = [
      .newChildren, .servedFamilies, .involvedFamilies, .unledFamilies, .involvedChildren,
    ]
    once.tally.add(beside.only { !heads.contains($0) })
    counting.add(try whole.looseFile(reading: Facts.readUnderNoCase), to: &once.tally)
    for head in families.values {
      once.tally.add(head.tally(.involvedFamilies, spans, served: .servedFamilies))
    }
    for head in children.values { once.tally.add(head.tally(.involvedChildren, spans)) }
    once.past = Flow.Past(then: then, identified: identified, now: now)
    once.past.forget(
      try whole.forgettings(), before: spans.period.first + -1, since: spans.since)
    once.carriedOut = (after.families.count, after.children.count)
  }
}

extension Counting {
  /// Each of some facts with what it adds.
  fileprivate func each(_ facts: [Fact], of file: CaseFile) -> [(Fact, Tally)] {
    facts.map { fact in
      var tally = Tally()
      add([fact], of: file, to: &tally)
      return (fact, tally)
    }
  }
}

extension Spans {
  /// The first moment of the period.
  var since: Instant { Instant(inLondonOn: period.first, at: .midnight) }
}

extension Involved {
  fileprivate func map(_ head: (ID) throws -> ID) rethrows -> Involved {
    var heads = Involved()
    heads.families = Set(try families.map(head))
    heads.children = Set(try children.map(head))
    return heads
  }

  fileprivate mutating func add(_ other: Involved) {
    families.formUnion(other.families)
    children.formUnion(other.children)
  }
}
