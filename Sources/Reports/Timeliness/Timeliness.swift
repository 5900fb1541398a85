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

  /// All of them together.
  struct Whole {
    var referrals = 0
    var waits = Spread()

    var waiting: Int { referrals - waits.count }
  }

  var whole: Whole {
    var whole = Whole()
    each { group in
      whole.referrals += group.referrals
      whole.waits.add(group.spread)
    }
    return whole
  }

  public let by: [By]
  private let labels: [[String]]
  /// Group and wait in one, sorted: groups in the order of their labels.
  private let sorted: [UInt64]

  /// Sixteen bits of wait, in days; the highest is none yet.
  fileprivate static let wait: UInt32 = 0xFFFF
  private static let none: UInt64 = 0xFFFF

  /// Referrals of a store, with what it calls agencies today; one that nobody knows has its own name.
  public struct Referrals: Sendable {
    let rows: Waiting
    let agencies: AgencyNames

    public init(_ rows: Waiting, _ agencies: [Agency]) {
      (self.rows, self.agencies) = (rows, AgencyNames(agencies))
    }
  }

  public init(_ parts: [Referrals], by: [By]) {
    self.by = by
    let places = by.map { Places($0, parts) }
    labels = places.map(\.labels)
    var keys = [UInt64](repeating: 0, count: parts.reduce(0) { $0 + $1.rows.days.count })
    for place in places {
      let count = UInt64(place.labels.count)
      var index = 0
      for part in place.parts {
        let (numbers, first) = (part.numbers, part.first)
        for number in numbers {
          keys[index] = keys[index] * count + UInt64(part.of[Int(number - first)])
          index += 1
        }
      }
    }
    var index = 0
    for part in parts {
      for wait in part.rows.waits {
        keys[index] =
          keys[index] << 16 | (wait < 0 ? Self.none : min(UInt64(wait), Self.none - 1))
        index += 1
      }
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

extension OfServices<[Timeliness.Referrals]> {
  /// The referrals of some days. A referral that stands in several stores is one, and was assessed when
  /// any of the services had done so. `Store.prepareWaited` comes first.
  public init(of services: [OpenService], _ days: ClosedRange<Day>, _ act: Act) throws {
    try self.init(services, act, from: []) { service, reader, adding in
      let agencies = try reader.agencies()
      let all = Timeliness.Referrals(try reader.waited(days), agencies)
      adding.own?.append(all)
      adding.all.append(
        try adding.shared.map { shared in
          Timeliness.Referrals(try reader.waited(days, leavingOut: shared.all), agencies)
        } ?? all)
    } once: { shared, all in
      try shared.union.prepareWaited()
      all.append(
        try shared.read { Timeliness.Referrals(try $0.waited(days), try $0.agencies()) })
    }
  }
}
