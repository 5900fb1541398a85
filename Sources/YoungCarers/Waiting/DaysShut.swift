extension ListChange {
  /// On how many days of a span a list was shut: from the day it was closed to the one before it was
  /// opened again. `changes` are all of one list.
  public static func daysShut(_ changes: [ListChange], during span: ClosedRange<Day>) -> Int {
    let ordered = changes.sorted {
      ($0.header.day, $0.header.recorded) < ($1.header.day, $1.header.recorded)
    }
    return ordered.indices.reduce(0) { days, place in
      guard ordered[place].state == .closed else { return days }
      let next = place + 1 < ordered.count ? ordered[place + 1].header.day : span.upperBound + 1
      let first = max(ordered[place].header.day, span.lowerBound)
      return days + max(0, Int(min(next, span.upperBound + 1).number - first.number))
    }
  }
}
