import Storage
import YoungCarers

/// How long referrals waited for an assessment, told apart by agency, month or year group: every
/// middle exact, whatever the number of referrals. Each referral is one number: its group, then its
/// wait; sorted, the groups and their middles lie side by side.
public struct Timeliness: Sendable {
  public enum By: String, Sendable, CaseIterable {
    case agency, month, year

    public var heading: String {
      switch self {
      case .agency: "Agency"
      case .month: "Month"
      case .year: "Year group"
      }
    }
  }

  /// A group's figures: waits in days, the shortest first.
  public struct Group {
    /// One for each dimension, in their order.
    public var labels: [String]
    public var referrals: Int
    public var waits: ArraySlice<UInt32>

    /// Referrals without an assessment yet.
    public var waiting: Int { referrals - waits.count }

    /// Twice the middle wait: whole, where the middle may lie between two days.
    public var twiceMedian: Int? {
      guard let (low, high) = middle else { return nil }
      return low + high
    }

    private var middle: (Int, Int)? {
      guard !waits.isEmpty else { return nil }
      let first = waits.startIndex
      return (
        Int(waits[first + (waits.count - 1) / 2] & Timeliness.wait),
        Int(waits[first + waits.count / 2] & Timeliness.wait)
      )
    }

    public var spread: Spread { Spread(waits.lazy.map { Int($0 & Timeliness.wait) }) }
  }

  public let by: [By]
  private let labels: [[String]]
  /// Group and wait in one, sorted: groups in the order of their labels.
  private let sorted: [UInt64]

  /// Sixteen bits of wait, in days; the highest is none yet.
  fileprivate static let wait: UInt32 = 0xFFFF
  private static let none: UInt64 = 0xFFFF

  /// `agencies` gives the name an agency goes by today; one that nobody knows has its own.
  public init(_ rows: Waiting, by: [By], agencies: [Agency]) {
    self.by = by
    let places = by.map { Places($0, rows, agencies) }
    labels = places.map(\.labels)
    var keys = [UInt64](repeating: 0, count: rows.days.count)
    for place in places {
      let count = UInt64(place.labels.count)
      let (numbers, first) = (place.numbers, place.first)
      for index in keys.indices {
        keys[index] = keys[index] * count + UInt64(place.of[Int(numbers[index] - first)])
      }
    }
    for index in keys.indices {
      let wait = rows.waits[index]
      keys[index] =
        keys[index] << 16 | (wait < 0 ? Self.none : min(UInt64(wait), Self.none - 1))
    }
    sorted = RadixSort.sorted(keys)
  }

  /// Group after group.
  public func each(_ body: (Group) throws -> Void) rethrows {
    var start = 0
    var waits: [UInt32] = []
    while start < sorted.count {
      let group = sorted[start] >> 16
      var end = start
      waits.removeAll(keepingCapacity: true)
      while end < sorted.count, sorted[end] >> 16 == group {
        let wait = sorted[end] & Self.none
        if wait != Self.none { waits.append(UInt32(wait)) }
        end += 1
      }
      try body(Group(labels: names(group), referrals: end - start, waits: waits[...]))
      start = end
    }
  }

  private func names(_ group: UInt64) -> [String] {
    var rest = group
    var names: [String] = []
    for labels in labels.reversed() {
      names.append(labels[Int(rest % UInt64(labels.count))])
      rest /= UInt64(labels.count)
    }
    return names.reversed()
  }
}

extension Timeliness {
  /// The values of one dimension in their order, and the place of each number that a row has.
  private struct Places {
    /// Of each referral: of a name, or the day.
    let numbers: [Int32]
    var labels: [String] = []
    /// The place of each number, from the first on.
    var of: [Int] = []
    var first: Int32 = 0

    init(_ by: By, _ rows: Waiting, _ agencies: [Agency]) {
      let called = AgencyNames(agencies)
      switch by {
      case .agency:
        numbers = rows.agencies
        byName(rows.names, called: { called[$0] }, <)
      case .year:
        numbers = rows.years
        byName(rows.names, called: YearGroup.called, YearGroup.precedes)
      case .month:
        numbers = rows.days
        byMonth()
      }
    }

    private mutating func byMonth() {
      guard let from = numbers.min(), let last = numbers.max() else { return }
      first = from
      for number in from...last {
        let month = String(Day(number: number).description.prefix(7))
        if labels.last != month { labels.append(month) }
        of.append(labels.count - 1)
      }
    }

    private mutating func byName(
      _ names: [String], called: (String) -> String,
      _ precedes: (String, String) -> Bool
    ) {
      var isMet = [Bool](repeating: false, count: names.count)
      for number in numbers { isMet[Int(number)] = true }
      let met = names.indices.filter { isMet[$0] }
      let calls = Dictionary(
        uniqueKeysWithValues: met.map {
          ($0, names[$0].isEmpty ? Traits.unknown : called(names[$0]))
        })
      labels = Set(calls.values).sorted { a, b in
        if (a == Traits.unknown) != (b == Traits.unknown) { return b == Traits.unknown }
        return precedes(a, b)
      }
      let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
      of = names.indices.map { calls[$0].flatMap { places[$0] } ?? 0 }
    }
  }
}

/// A school year as people write it: `Year 8`, `Yr 8` and `8` are one.
enum YearGroup {
  static func called(_ given: String) -> String {
    let words = Text.folded(given).split(separator: " ").filter {
      !["year", "yr", "y"].contains($0)
    }
    guard words.count == 1, let word = words.first else { return given }
    let plain =
      word.first == "y" && word.dropFirst().allSatisfy(\.isNumber) ? word.dropFirst() : word
    if let number = Int(plain) { return String(number) }
    return ["r", "reception"].contains(String(plain)) ? "R" : given
  }

  /// Reception, then the years, then what is no year.
  static func precedes(_ a: String, _ b: String) -> Bool {
    func rank(_ year: String) -> (Int, String) {
      (year == "R" ? 0 : Int(year) ?? .max, year)
    }
    return rank(a) < rank(b)
  }
}

/// Whole numbers in rising order, sixteen bits at a time.
enum RadixSort {
  static func sorted(_ keys: [UInt64]) -> [UInt64] {
    guard let highest = keys.max(), keys.count > 4096 else { return keys.sorted() }
    var (from, to) = (keys, [UInt64](repeating: 0, count: keys.count))
    var shift: UInt64 = 0
    while shift < 64, highest >> shift > 0 {
      var starts = [Int](repeating: 0, count: 65_537)
      for key in from { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
      for place in 1..<starts.count { starts[place] += starts[place - 1] }
      for key in from {
        let digit = Int(key >> shift & 0xFFFF)
        to[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&from, &to)
      shift += 16
    }
    return from
  }
}
