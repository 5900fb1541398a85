extension Array {
  /// In the order of their places, each found once; what is large is not moved while it is sorted.
  func inOrder<Place>(
    of place: (Element) -> Place, _ precedes: (Place, Place) -> Bool
  ) -> [Element] {
    guard count > 1 else { return self }
    return enumerated().map { (place: place($0.element), index: $0.offset) }
      .sorted { precedes($0.place, $1.place) }.map { self[$0.index] }
  }

  /// In groups, each where its first stood, in the same order within.
  func gathered<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var places: [Key: Int] = [:]
    return reduce(into: []) { groups, element in
      let place = places[key(element), default: groups.count]
      places[key(element)] = place
      if place == groups.count { groups.append([]) }
      groups[place].append(element)
    }
  }
}

extension Array where Element: Payload {
  /// In the order in which they were written down, whatever their days.
  public var asWritten: [Element] {
    sorted { ($0.header.recorded, $0.header.id) < ($1.header.recorded, $1.header.id) }
  }

  /// The one that was written down last.
  public var lastWritten: Element? {
    guard count > 1 else { return first }
    return self.max { ($0.header.recorded, $0.header.id) < ($1.header.recorded, $1.header.id) }
  }
}
