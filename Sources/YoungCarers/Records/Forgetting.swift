/// That cases were forgotten for good: why, who decided, how much went, and of whom was worked with
/// only how many at the ends of months, which the flow of a report needs (practice P38). No id, no
/// name and no day of anybody's own.
public struct Forgetting: Payload {
  public static let kind = Kind.forgetting
  public static let about =
    "That cases were forgotten for good: how much went, and what the flow of reports needs of it."

  public var header = Header()
  public var because = ""
  public var children: [String] = []
  public var decider = ""
  public var entries = 0
  public var families: [String] = []
  public var people = 0

  public var entry: Entry { .forgetting(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("because", &because, "Why.")
    try fields.field(
      "children", &children, "Each time that a child was worked with, as families has it.")
    try fields.field("decider", &decider, "Who decided.")
    try fields.field("entries", &entries, "How many entries were erased.")
    try fields.field(
      "families", &families,
      "Each time that a family was worked with, as known then, in ends of months: the first at which it was, and the first at which it was no longer, as 2019-04-30/2020-03-31; with - before it where one fewer was, since two had been taken for one."
    )
    try fields.field("people", &people, "How many people were forgotten.")
  }
}

extension Forgetting {
  /// How many more of these stays went on when a day is over, which is the last of a month, than there
  /// are fewer by.
  public static func count(_ stays: [String], after day: Day) -> Int {
    stays.reduce(0) { sum, text in
      let isFewer = text.hasPrefix("-")
      let days = text.dropFirst(isFewer ? 1 : 0).split(separator: "/").map { Day(String($0)) }
      guard days.count == 2, let opened = days[0], let closed = days[1], opened <= day, day < closed
      else { return sum }
      return sum + (isFewer ? -1 : 1)
    }
  }

  /// The stays of so many at the end of each month, month after month. Whose they are is nobody's
  /// business any more: the first to come is taken to be the first to go. Fewer than none are they
  /// where two were joined by mistake, and whoever stays counts now that nobody is joined with them.
  public static func stays(_ ends: [(day: Day, count: Int)]) -> [String] {
    let fewer = unsigned(ends.map { ($0.day, max(0, -$0.count)) }).map { "-" + $0 }
    return (unsigned(ends.map { ($0.day, max(0, $0.count)) }) + fewer).sorted()
  }

  private static func unsigned(_ ends: [(day: Day, count: Int)]) -> [String] {
    var open: [Day] = []
    var stays: [String] = []
    for end in ends + (ends.last.map { [($0.day.endOfNextMonth, 0)] } ?? []) {
      while !open.isEmpty, open.count > end.count {
        stays.append("\(open.removeFirst())/\(end.day)")
      }
      while open.count < end.count { open.append(end.day) }
    }
    return stays
  }

  /// The last days of the months from that of a day until a moment, which were over by then.
  public static func monthEnds(from first: Day, until now: Instant) -> [Day] {
    let last = Day(inLondonAt: now)
    // No service is older than a century, whatever a clock once said.
    var (days, end) = ([Day](), max(first, last + -36_525).endOfMonth)
    while end < last {
      days.append(end)
      end = end.endOfNextMonth
    }
    return days
  }
}

extension Day {
  fileprivate var endOfMonth: Day { (self + (1 - parts.day)).adding(months: 1) + -1 }
  fileprivate var endOfNextMonth: Day { (endOfMonth + 1).endOfMonth }
}
