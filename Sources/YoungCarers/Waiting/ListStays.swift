/// A child's time on a waiting list, by its days.
public struct ListStay: Sendable, Equatable {
  /// The day that put the child on the list.
  public var joined: Day
  /// The first referral or request, from which the wait is counted (practice P26).
  public var waitsFrom: Day
  public var due: Day?
  /// The day the assessment was finished; nil while the child waits.
  public var left: Day?

  /// Whether the child waits when the day is over.
  public func waits(after day: Day) -> Bool {
    joined <= day && left.map { day < $0 } ?? true
  }

  /// How long the child has waited when the day is over, in calendar days.
  public func days(on day: Day) -> Int { Int(day.number - waitsFrom.number) }

  /// With what the same wait was written down for besides.
  fileprivate func with(_ other: ListStay) -> ListStay {
    ListStay(
      joined: min(joined, other.joined), waitsFrom: min(waitsFrom, other.waitsFrom),
      due: [due, other.due].compactMap { $0 }.min(), left: left ?? other.left)
  }
}

extension ListStay {
  /// What a reading for `listStays` alone needs.
  public static let reads: [Kind: Set<String>] = [
    .assessment: ["begun", "due", "finished", "form", "requested", "started", "waitsFrom"],
    .triage: ["needsDue", "transitionDue", "waitsFrom", "ways"],
  ]
}

extension CaseFile {
  /// What each child waited for, first to last, an assessment each: from the day that a triage decided
  /// on it, or that it was asked for or begun, to the day on which it was finished. A triage is about
  /// the first to be finished of those that were not yet written as finished, as the view `waits` has
  /// it; a child may wait for two at once.
  public func listStays(_ form: Assessment.Form) -> [ID: [ListStay]] {
    let way: Triage.Way = form == .transition ? .transition : .needs
    var stays: [ID: [ID: ListStay]] = [:]
    func add(_ stay: ListStay, _ key: ID, _ child: ID) {
      stays[child, default: [:]][key] = stays[child]?[key]?.with(stay) ?? stay
    }
    let assessments = all(Assessment.self).filter { $0.form == form }
    let triages = all(Triage.self).filter { $0.ways.contains(way.rawValue) }
    guard !assessments.isEmpty || !triages.isEmpty else { return [:] }
    let begun = assessments.isEmpty ? [:] : beginnings
    for one in assessments {
      guard let child = one.person.map(today) else { continue }
      let day = one.requested ?? one.started ?? begun[one.key]?.day ?? one.header.day
      let joined = min(day, one.finished ?? day)
      add(
        ListStay(
          joined: joined, waitsFrom: one.waitsFrom ?? joined, due: one.due, left: one.finished),
        one.key, child)
    }
    let finished = assessments.filter { $0.finished != nil }.sorted {
      ($0.finished ?? $0.header.day, begun[$0.key]?.finished ?? .distantFuture, $0.key)
        < ($1.finished ?? $1.header.day, begun[$1.key]?.finished ?? .distantFuture, $1.key)
    }
    for triage in triages {
      guard let child = triage.person.map(today) else { continue }
      let day = triage.header.day
      let met = finished.first {
        $0.person.map(today) == child
          && (begun[$0.key]?.finished).map { triage.header.recorded <= $0 } ?? false
      }
      add(
        ListStay(
          joined: day, waitsFrom: triage.waitsFrom ?? day,
          due: form == .transition ? triage.transitionDue : triage.needsDue, left: met?.finished),
        met?.key ?? triage.header.id, child)
    }
    return stays.mapValues { $0.values.sorted { $0.place < $1.place } }
  }

  /// When each assessment was first written down, and when it was first written as finished: while it
  /// is under way each entry takes the place of the one before, and its record is given later.
  public var beginnings: [ID: (day: Day, finished: Instant?)] {
    var found: [ID: (day: Day, finished: Instant?)] = [:]
    for case .assessment(let one) in entries {
      let (before, header) = (found[one.key], one.header)
      let finished = [before?.finished, one.finished.map { _ in header.recorded }]
      found[one.key] = (
        min(before?.day ?? header.day, header.day), finished.compactMap { $0 }.min()
      )
    }
    return found
  }
}

extension ListStay {
  fileprivate var place: (Day, Int32, Day) { (joined, left?.number ?? .max, waitsFrom) }

  /// A child's times on the list: where waits overlap, the child was there once.
  public static func times(_ waits: [ListStay]) -> [(joined: Day, left: Day?)] {
    waits.sorted { $0.place < $1.place }.reduce(into: []) { times, wait in
      guard let last = times.last, last.left.map({ wait.joined < $0 }) ?? true else {
        return times.append((wait.joined, wait.left))
      }
      times[times.count - 1].left = last.left.flatMap { left in wait.left.map { max(left, $0) } }
    }
  }
}
