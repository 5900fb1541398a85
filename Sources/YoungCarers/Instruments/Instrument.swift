/// A questionnaire that is scored, as numbers alone: how many items, the scale of an answer, what is
/// added to what, and what a sum means. The words of the items are their authors' and never stand
/// here.
///
/// A class, though it never changes: a hundred thousand sheets are scored by one.
public final class Instrument: Sendable {
  /// What sheets call it: `MACA-YC18`.
  public let code: String
  public let title: String
  /// Where the scale and what is added come from.
  public let source: String
  /// Whose words the items are, and what may be done with them.
  public let rights: String
  /// How many items; they are numbered from 1.
  public let count: Int
  /// The answers an item takes.
  public let scale: ClosedRange<Int>
  /// What is added up: the totals, and after them the subscales.
  public let sums: [Sum]
  public let alarms: [Alarm]
  let flagTexts: FlagTexts

  /// Some of the items added up: a total, or a subscale.
  public struct Sum: Sendable, Equatable {
    public var name: String
    public var items: [Int]
    /// How many of its items may be missing; with one more there is no sum.
    public var mayMiss: Int
    /// Where `mayMiss` comes from.
    public var mayMissSource: String
    public var higherIsBetter: Bool
    /// What the lowest and the highest sum say, in words.
    public var ends: Ends
    /// What the sums mean, in rising order and without a gap; none where nobody has said.
    public var bands: [Band]

    public init(
      name: String, items: [Int], mayMiss: Int = 0, mayMissSource: String = "",
      higherIsBetter: Bool, ends: Ends, bands: [Band] = []
    ) {
      self.name = name
      self.items = items
      self.mayMiss = mayMiss
      self.mayMissSource = mayMissSource
      self.higherIsBetter = higherIsBetter
      self.ends = ends
      self.bands = bands
    }
  }

  public struct Ends: Sendable, Equatable {
    public var lowest: String
    public var highest: String

    public init(lowest: String, highest: String) {
      self.lowest = lowest
      self.highest = highest
    }
  }

  /// A range of a sum that has a name.
  public struct Band: Sendable, Equatable {
    public var name: String
    public var range: ClosedRange<Int>
    public var isConcern: Bool
    public var source: String

    public init(name: String, range: ClosedRange<Int>, isConcern: Bool = false, source: String) {
      self.name = name
      self.range = range
      self.isConcern = isConcern
      self.source = source
    }
  }

  /// An item whose answer alone is a safeguarding flag, whatever the sums say (P1).
  public struct Alarm: Sendable, Equatable {
    public var item: Int
    /// The lowest answer that raises it.
    public var atLeast: Int
    public var source: String

    public init(item: Int, atLeast: Int, source: String) {
      self.item = item
      self.atLeast = atLeast
      self.source = source
    }
  }

  /// Throws a `Problem` of status 78 where the numbers do not fit each other: a sum that fell between
  /// two bands would say nothing about a child, and nobody would notice.
  public init(
    code: String, title: String, source: String, rights: String, count: Int,
    scale: ClosedRange<Int>, totals: [Sum], subscales: [Sum] = [], alarms: [Alarm] = []
  ) throws {
    self.code = code
    self.title = title
    self.source = source
    self.rights = rights
    self.count = count
    self.scale = scale
    self.sums = totals + subscales
    self.alarms = alarms
    flagTexts = FlagTexts(code, sums, alarms)
    try prove()
  }

  /// The values that a sum can have.
  public func reach(of sum: Sum) -> ClosedRange<Int> {
    sum.items.count * scale.lowerBound...sum.items.count * scale.upperBound
  }
}

extension Instrument {
  static let mostItems = 500
  static let largestAnswer = 1000

  private func prove() throws {
    guard !code.isEmpty, code.utf8.allSatisfy(Self.mayStandInCode) else {
      throw wrong("the code may hold letters, digits and hyphens only")
    }
    guard (1...Self.mostItems).contains(count) else {
      throw wrong("it has \(count) items; it may have 1 to \(Self.mostItems)")
    }
    guard scale.lowerBound < scale.upperBound,
      scale.lowerBound >= -Self.largestAnswer, scale.upperBound <= Self.largestAnswer
    else { throw wrong("the answers must reach from a lower to a higher number") }
    guard !sums.isEmpty else { throw wrong("nothing is added up: it needs a total") }
    var names: Set<String> = []
    for sum in sums {
      guard names.insert(sum.name).inserted else {
        throw wrong("two sums are called \(named: sum.name)")
      }
      try prove(sum)
    }
    try proveAlarms()
  }

  private func prove(_ sum: Sum) throws {
    guard !sum.name.isEmpty, !sum.items.isEmpty else {
      throw wrong("each sum needs a name and items")
    }
    if let item = sum.items.first(where: { !(1...count).contains($0) }) {
      throw wrong("\(named: sum.name) adds item \(item), and the items are 1 to \(count)")
    }
    guard Set(sum.items).count == sum.items.count else {
      throw wrong("\(named: sum.name) adds an item twice")
    }
    guard (0..<sum.items.count).contains(sum.mayMiss) else {
      throw wrong(
        "of the \(sum.items.count) items of \(named: sum.name) \(sum.mayMiss) may not be missing")
    }
    if sum.mayMiss > 0, sum.mayMissSource.isEmpty {
      throw wrong("\(named: sum.name) does not say who allows missing items")
    }
    if !sum.bands.isEmpty { try proveBands(sum) }
  }

  private func proveBands(_ sum: Sum) throws {
    let reach = reach(of: sum)
    var next = reach.lowerBound
    for band in sum.bands {
      guard !band.name.isEmpty, !band.source.isEmpty else {
        throw wrong("each band of \(named: sum.name) needs a name and a source")
      }
      guard band.range.lowerBound == next else {
        throw wrong("the bands of \(named: sum.name) leave a gap or overlap at \(next)")
      }
      next = band.range.upperBound + 1
    }
    guard next == reach.upperBound + 1 else {
      throw wrong(
        "the bands of \(named: sum.name) end at \(next - 1), and its sums at \(reach.upperBound)")
    }
    guard Set(sum.bands.map(\.name)).count == sum.bands.count else {
      throw wrong("two bands of \(named: sum.name) have one name")
    }
  }

  private func proveAlarms() throws {
    var items: Set<Int> = []
    for alarm in alarms {
      guard (1...count).contains(alarm.item), items.insert(alarm.item).inserted else {
        throw wrong("the alarm of item \(alarm.item) is another's, or of no item")
      }
      guard scale.contains(alarm.atLeast), !alarm.source.isEmpty else {
        throw wrong("the alarm of item \(alarm.item) needs an answer of the scale and a source")
      }
    }
  }

  /// No dot or equals sign: an answer in an entry is `MACA-YC18.1=2`.
  private static func mayStandInCode(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func wrong(_ says: Sentence) -> Problem {
    Problem("instrument", .configuration, says, cure: "See carers-instruments(5).")
  }
}
