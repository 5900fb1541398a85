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
}

extension CaseFile {
  /// The times of each child on a list, first to last. A triage puts them there until the next
  /// assessment is finished, and an assessment until it is finished itself; what overlaps is one time.
  public func listStays(_ form: Assessment.Form) -> [ID: [ListStay]] {
    let way: Triage.Way = form == .transition ? .transition : .needs
    let assessments = all(Assessment.self).filter { $0.form == form }
    let finished = Dictionary(grouping: assessments.filter { $0.finished != nil }) {
      $0.person.map(today)
    }.mapValues { $0.compactMap(\.finished).sorted() }
    var stays: [ID: [ListStay]] = [:]
    for triage in all(Triage.self) where triage.ways.contains(way.rawValue) {
      guard let child = triage.person.map(today) else { continue }
      let day = triage.header.day
      stays[child, default: []].append(
        ListStay(
          joined: day, waitsFrom: triage.waitsFrom ?? day,
          due: form == .transition ? triage.transitionDue : triage.needsDue,
          left: finished[child]?.first { day <= $0 }))
    }
    for one in assessments {
      guard let child = one.person.map(today) else { continue }
      let day = one.requested ?? one.started ?? one.finished ?? one.header.day
      stays[child, default: []].append(
        ListStay(
          joined: min(day, one.finished ?? day), waitsFrom: one.waitsFrom ?? day, due: one.due,
          left: one.finished))
    }
    return stays.mapValues(ListStay.joined)
  }
}

extension ListStay {
  fileprivate static func joined(_ stays: [ListStay]) -> [ListStay] {
    func place(_ stay: ListStay) -> (Day, Int32) { (stay.joined, stay.left?.number ?? .max) }
    return stays.sorted { place($0) < place($1) }.reduce(into: []) { joined, stay in
      guard let last = joined.last, last.left.map({ stay.joined < $0 }) ?? true else {
        return joined.append(stay)
      }
      let both = joined.count - 1
      joined[both].waitsFrom = min(last.waitsFrom, stay.waitsFrom)
      joined[both].due = [last.due, stay.due].compactMap { $0 }.min()
      joined[both].left = last.left.flatMap { left in stay.left.map { max(left, $0) } }
    }
  }
}
