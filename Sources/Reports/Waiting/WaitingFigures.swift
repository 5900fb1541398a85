import Storage
import YoungCarers

/// Who waits for one assessment on a day, counted (practice P25 to P27).
public struct WaitingFigures: Sendable {
  /// Waiting times in whole weeks, as commissioners ask for them.
  public static let bands = [0...4, 5...8, 9...12, 13...26, 27...Int.max]
  /// Who joined and left is counted over so many weeks up to the day: the same span whichever day of
  /// the month it is.
  public static let weeks = 4

  /// Children, and of how many families.
  public struct Heads: Sendable, Equatable {
    public var children: Set<ID> = []
    public var families: Set<ID> = []

    mutating func add(_ child: ID, _ family: ID) {
      children.insert(child)
      families.insert(family)
    }
  }

  /// Those of one level of need, or of one band of weeks.
  public struct Group: Sendable {
    public var days = Spread()
    public var over = 0
  }

  public let form: Assessment.Form
  public let day: Day
  public private(set) var waiting = Heads()
  public private(set) var joined = Heads()
  public private(set) var left = Heads()
  public private(set) var over = Heads()
  public private(set) var underWay = Heads()
  public private(set) var whileClosed = Heads()
  public private(set) var toPass = Heads()
  public private(set) var contactLate = Heads()
  public private(set) var unscreened = Heads()
  public private(set) var adults = Heads()
  public private(set) var levels: [WaitingList.Level: Group] = [:]
  public private(set) var weeks: [Int: Group] = [:]

  public init(_ form: Assessment.Form, on day: Day) { (self.form, self.day) = (form, day) }

  /// Adds who waits, as a service measures it.
  public mutating func add(_ children: [WaitingList.Child], _ service: Service, isClosed: Bool) {
    for place in WaitingList.ordered(children, form, service, isClosed: isClosed, on: day) {
      add(place, isClosed: isClosed)
    }
  }

  /// The days over which it is counted who joined and left.
  public static func recent(_ day: Day) -> ClosedRange<Day> { day + (1 - 7 * weeks)...day }

  /// Adds who joined and who left of one case.
  public mutating func add(_ file: CaseFile) {
    let days = Self.recent(day)
    for (child, stays) in file.listStays(form) {
      for time in ListStay.times(stays) {
        if days.contains(time.joined) { joined.add(child, file.family) }
        if let day = time.left, days.contains(day) { left.add(child, file.family) }
      }
    }
  }

  private mutating func add(_ place: WaitingList.Place, isClosed: Bool) {
    let child = place.child
    func count(_ heads: inout Heads, _ isSo: Bool) {
      if isSo { heads.add(child.person, child.family) }
    }
    count(&waiting, true)
    count(&over, place.over != nil)
    count(&underWay, child.started != nil)
    count(&whileClosed, child.whileClosed)
    count(&toPass, isClosed && child.whileClosed && child.passed == nil)
    count(&contactLate, place.contactBy < day)
    count(&unscreened, !child.isScreened)
    count(&adults, child.born.map { day.age(born: $0) >= 18 } ?? false)
    let band = Self.bands.firstIndex { $0.contains(max(place.days, 0) / 7) } ?? 0
    levels[place.level, default: Group()].add(place)
    weeks[band, default: Group()].add(place)
  }
}

extension WaitingFigures.Group {
  fileprivate mutating func add(_ place: WaitingList.Place) {
    days.add(place.days)
    if place.over != nil { over += 1 }
  }
}
