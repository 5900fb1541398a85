/// The futures of a waiting list, drawn as `WaitingForecast` says.
struct Futures {
  /// The length after each of the weeks foretold, a list for each, sorted.
  private var lengths: [Int: [Int]] = [:]
  /// What the mean of the same paths without the floor is too high by.
  private var excess: [Int: Double] = [:]
  /// The week in which each path is empty for the first time, sorted; those that never are, last.
  private var empty: [Int] = []
  /// The share of futures in which more arrive in a week than are assessed.
  private(set) var growing = 0.0

  init(length: Int, joined: Int, left: Int, weeks: Double, paths: Int) {
    var chance = Chance()
    var sums: [Int: Double] = [:]
    // Only a list that shrinks is asked when it is empty.
    let last = joined < left ? WaitingForecast.furthest : WaitingForecast.ahead.max() ?? 0
    for _ in 0..<paths {
      let arrivals = chance.gamma(Double(joined) + 0.5) / weeks
      let assessments = chance.gamma(Double(left) + 0.5) / weeks
      if arrivals > assessments { growing += 1 / Double(paths) }
      var (now, free) = (length, length)
      var cleared = now == 0 ? 0 : Int.max
      for week in 1...last {
        let change = chance.poisson(arrivals) - chance.poisson(assessments)
        now = max(now + change, 0)
        free += change
        if now == 0 { cleared = min(cleared, week) }
        guard WaitingForecast.ahead.contains(week) else { continue }
        lengths[week, default: []].append(now)
        sums[week, default: 0] += Double(free)
      }
      empty.append(cleared)
    }
    for week in WaitingForecast.ahead {
      lengths[week]?.sort()
      let known = Double(length) + Double(week) * Double(joined - left) / weeks
      excess[week] = (sums[week] ?? 0) / Double(paths) - known
    }
    empty.sort()
  }

  func length(in week: Int) -> (expected: Int, low: Int, high: Int) {
    let sorted = lengths[week] ?? []
    let mean = Double(sorted.reduce(0, +)) / Double(max(sorted.count, 1))
    let low = Self.percentile(10, sorted) ?? 0
    let high = Self.percentile(90, sorted) ?? 0
    let expected = Int(max(mean - (excess[week] ?? 0), 0).rounded())
    return (expected, low, high)
  }

  var clearing: WaitingForecast.Clearing {
    func week(_ percent: Int) -> Int? {
      Self.percentile(percent, empty).flatMap { $0 == .max ? nil : $0 }
    }
    return WaitingForecast.Clearing(earliest: week(10), likely: week(50), latest: week(90))
  }

  /// The least value that so many of a hundred do not exceed.
  private static func percentile(_ percent: Int, _ sorted: [Int]) -> Int? {
    guard !sorted.isEmpty else { return nil }
    return sorted[min((sorted.count * percent + 99) / 100, sorted.count) - 1]
  }
}
