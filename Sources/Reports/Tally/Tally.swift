import YoungCarers

/// Counts, and how numbers lie, of some cases. Two tallies of different cases add up to that of both,
/// middles among them, because every number is kept with how often it came.
public struct Tally: Sendable, Equatable {
  public struct Key: Sendable, Hashable {
    public var measure: Measure
    /// The place of the span among those that are counted.
    public var slot: Int
    /// Nil for all.
    public var dimension: Dimension?
    public var value: String

    public init(
      _ measure: Measure, _ slot: Int, _ dimension: Dimension? = nil, _ value: String = ""
    ) {
      self.measure = measure
      self.slot = slot
      self.dimension = dimension
      self.value = value
    }
  }

  public private(set) var counts: [Key: Int] = [:]
  public private(set) var spreads: [Key: Spread] = [:]

  public init() {}

  public mutating func add(_ count: Int = 1, to key: Key) { counts[key, default: 0] += count }

  public mutating func note(_ number: Int, at key: Key) {
    spreads[key, default: Spread()].add(number)
  }

  mutating func note(_ number: Int, times: Int, at key: Key) {
    spreads[key, default: Spread()].add(number, times: times)
  }

  public mutating func add(_ other: Tally) {
    counts.merge(other.counts, uniquingKeysWith: +)
    spreads.merge(other.spreads) { one, other in
      var both = one
      both.add(other)
      return both
    }
  }

  /// Takes away what was added before; nothing is left of what comes to nothing.
  public mutating func subtract(_ other: Tally) {
    for (key, count) in other.counts {
      let rest = (counts[key] ?? 0) - count
      counts[key] = rest == 0 ? nil : rest
    }
    for (key, spread) in other.spreads {
      let rest = (spreads[key] ?? Spread()).without(spread)
      spreads[key] = rest.count == 0 ? nil : rest
    }
  }

  /// Only what is counted of some measures.
  func only(_ isCounted: (Measure) -> Bool) -> Tally {
    var tally = Tally()
    tally.counts = counts.filter { isCounted($0.key.measure) }
    tally.spreads = spreads.filter { isCounted($0.key.measure) }
    return tally
  }

  public func count(_ measure: Measure, _ slot: Int) -> Int { counts[Key(measure, slot)] ?? 0 }

  public func count(_ measure: Measure, _ slot: Int, _ dimension: Dimension, _ value: String)
    -> Int
  {
    counts[Key(measure, slot, dimension, value)] ?? 0
  }

  public func spread(_ measure: Measure, _ slot: Int) -> Spread {
    spreads[Key(measure, slot)] ?? Spread()
  }

  /// Every value of a dimension that any of these measures met in any span.
  public func values(_ dimension: Dimension, of measures: Set<Measure>) -> Set<String> {
    Set(
      counts.keys.lazy.filter { $0.dimension == dimension && measures.contains($0.measure) }
        .map(\.value))
  }

  /// The same for one measure in one span.
  public func values(_ dimension: Dimension, of measure: Measure, _ slot: Int) -> Set<String> {
    Set(
      counts.keys.lazy.filter {
        $0.dimension == dimension && $0.measure == measure && $0.slot == slot
      }.map(\.value))
  }
}

extension Spread {
  fileprivate func without(_ other: Spread) -> Spread {
    var rest = Spread()
    for (number, times) in counts {
      rest.add(number, times: times - (other.counts[number] ?? 0))
    }
    return rest
  }
}
