/// How numbers lie: each kept with how often it came. No average stands for them (practice P35).
public struct Spread: Sendable, Equatable {
  /// How often each number came.
  public private(set) var counts: [Int: Int] = [:]
  public private(set) var count = 0

  public init(_ numbers: some Sequence<Int> = []) { for number in numbers { add(number) } }

  public mutating func add(_ number: Int, times: Int = 1) {
    guard times > 0 else { return }
    counts[number, default: 0] += times
    count += times
  }

  /// Two that were counted apart, as one: middles stay exact.
  public mutating func add(_ other: Spread) {
    counts.merge(other.counts, uniquingKeysWith: +)
    count += other.count
  }

  public var highest: Int? { counts.keys.max() }

  /// The number at a rank from 1, in rising order; nil where there are not so many.
  private func at(_ rank: Int) -> Int? {
    var left = rank
    for (number, times) in counts.sorted(by: { $0.key < $1.key }) {
      left -= times
      if left <= 0 { return number }
    }
    return nil
  }

  /// The middle one, or what is halfway between the two in the middle: `6` or `6.5`.
  public var median: String? {
    guard let low = at((count + 1) / 2), let high = at(count / 2 + 1), count > 0 else { return nil }
    let twice = low + high
    return twice % 2 == 0 ? String(twice / 2) : "\(twice / 2).5"
  }

  /// A quarter of the numbers are no higher: the one at the rank of a quarter, rounded up, so that it
  /// is a number that came.
  public var lowerQuartile: Int? { count > 0 ? at((count + 3) / 4) : nil }
  public var upperQuartile: Int? { count > 0 ? at((3 * count + 3) / 4) : nil }

  /// `5 (3 to 7)`: the median, and between which numbers the middle half lies.
  public var words: String? {
    guard let median, let low = lowerQuartile, let high = upperQuartile else { return nil }
    return "\(median) (\(low) to \(high))"
  }
}
