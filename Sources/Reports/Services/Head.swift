import YoungCarers

/// A family, or a child, that several services know: when each worked with them, and what is counted
/// of it once. They are worked with while any service does: the first to begin begins it, the last to
/// end ends it, and a hand-over on one day is neither.
struct Head {
  private var stays: [(place: Int, stay: Stay)] = []
  private var facts: [(place: Int, fact: Fact, tally: Tally)] = []

  /// What a service at a place knows. What another knows the same of, it says nothing more of.
  mutating func add(_ stays: [Stay], _ facts: [(Fact, Tally)], at place: Int) {
    let before = Dictionary(grouping: self.stays, by: \.place).values.map { $0.map(\.stay) }
    if !before.contains(stays) { self.stays += stays.map { (place, $0) } }
    self.facts += facts.map { (place, $0.0, $0.1) }
  }

  /// Whether any service works with them when a day is over.
  func isOpen(after day: Day) -> Bool { stays.contains { $0.stay.isOpen(after: day) } }

  /// Once over all services; `stock` is the measure of those worked with at the end, and `served` that
  /// of those worked with at any time.
  func tally(_ stock: Measure, _ spans: Spans, served: Measure? = nil) -> Tally {
    var tally = Tally()
    for slot in spans.all.indices {
      let days = spans.all[slot].days
      if isOpen(after: days.upperBound) { tally.add(to: Tally.Key(stock, slot)) }
      if let served, stays.contains(where: { $0.stay.isOpen(during: days) }) {
        tally.add(to: Tally.Key(served, slot))
      }
    }
    if let first = facts.filter({ $0.fact.measure == .newChildren }).min(by: Self.isEarlier) {
      tally.add(first.tally)
    }
    for together in runs { add(together, to: &tally) }
    return tally
  }

  /// When they were worked with, over all services: what one hands on to another is one stay.
  var together: [Stay] {
    runs.flatMap { run -> [Stay] in
      guard let first = run.first, run.contains(where: { $0.place != first.place }) else {
        return run.map(\.stay)
      }
      let last = ending(of: run)?.stay
      var stay = first.stay
      (stay.closed, stay.closure) = (last?.closed, last?.closure)
      return [stay]
    }
  }

  /// With which of several stays a run ends, where all have ended: the last; of one day, one that did
  /// not pass them on.
  private func ending(of run: [(place: Int, stay: Stay)]) -> (place: Int, stay: Stay)? {
    guard run.allSatisfy({ $0.stay.closed != nil }) else { return nil }
    return run.max { a, b in
      let (one, other) = (a.stay.closed ?? a.stay.opened, b.stay.closed ?? b.stay.opened)
      return Ending(day: one, closure: a.stay.closure, place: a.place)
        < Ending(day: other, closure: b.stay.closure, place: b.place)
    }
  }

  private static func isEarlier(
    _ a: (place: Int, fact: Fact, tally: Tally), _ b: (place: Int, fact: Fact, tally: Tally)
  ) -> Bool {
    guard let one = a.fact.referral?.header, let other = b.fact.referral?.header else {
      return a.fact.referral != nil
    }
    return (one.recorded, one.id, a.place) < (other.recorded, other.id, b.place)
  }

  /// Stays that go on without a day between them.
  private var runs: [[(place: Int, stay: Stay)]] {
    var runs: [[(place: Int, stay: Stay)]] = []
    var end: Day?
    for one in stays.sorted(by: { ($0.stay.opened, $0.place) < ($1.stay.opened, $1.place) }) {
      if let last = runs.indices.last, end.map({ one.stay.opened <= $0 }) ?? true {
        runs[last].append(one)
        end = end.flatMap { end in one.stay.closed.map { max(end, $0) } }
      } else {
        runs.append([one])
        end = one.stay.closed
      }
    }
    return runs
  }

  private func add(_ run: [(place: Int, stay: Stay)], to tally: inout Tally) {
    func add(_ place: Int, begin: Bool, _ day: Day, most: Int = .max) {
      let their = facts.filter {
        $0.place == place && $0.fact.day == day && $0.fact.measure != .newChildren
          && Measure.beginnings.contains($0.fact.measure) == begin
      }
      for one in their.prefix(most) { tally.add(one.tally) }
    }
    guard let first = run.first else { return }
    guard run.contains(where: { $0.place != first.place }) else {
      // As the service itself has it, also where it began again on the day on which it ended.
      for day in Set(run.map(\.stay.opened)) { add(first.place, begin: true, day) }
      for day in Set(run.compactMap(\.stay.closed)) { add(first.place, begin: false, day) }
      return
    }
    add(first.place, begin: true, first.stay.opened, most: 1)
    if let last = ending(of: run), let day = last.stay.closed {
      add(last.place, begin: false, day)
    }
  }
}

extension Measure {
  /// With which work with a family, or with a child, begins.
  static let beginnings: Set<Measure> = [
    .acceptedFamilies, .transferredInFamilies, .reopenedFamilies, .acceptedChildren,
    .transferredInChildren, .reopenedChildren, .joinedChildren,
  ]

  /// Of a child: whom the flow counts.
  static let flowOfChildren: Set<Measure> = [
    .acceptedChildren, .transferredInChildren, .reopenedChildren, .joinedChildren,
    .closedChildren, .transferredOutChildren,
  ]
}

/// That a service ended the work. Of several the last counts; of one day one that did not pass them on,
/// and else the first service's.
struct Ending: Comparable {
  let day: Day
  let closure: Closure?
  let place: Int

  private var rank: (Day, Int, Int) { (day, closure?.because == .transferred ? 0 : 1, -place) }

  static func < (a: Ending, b: Ending) -> Bool { a.rank < b.rank }
  static func == (a: Ending, b: Ending) -> Bool { a.rank == b.rank }
}
