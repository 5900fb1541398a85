/// Who waits for an assessment, and what their place follows from: rows that a store chose.
public enum WaitingList {
  public struct Child: Sendable, Equatable {
    public var person: ID
    public var family: ID
    public var name: String?
    public var born: Day?
    /// The first referral or request (practice P26).
    public var waitsFrom: Day
    public var due: Day?
    /// The day the assessment began, where it did.
    public var started: Day?
    public var requestedBy: String?
    /// Whether all that put them on the list came while it was closed.
    public var whileClosed = false
    public var passed: Day?
    public var isScreened = true
    /// An alarm nobody has answered, or a screen that said s17 or s47.
    public var isInDanger = false
    /// The finished brief assessments' answers; nil where there is none.
    public var brief: Answers?
    public var offersDeclined = 0
    public var offersUnanswered = 0
    public var notBrought = 0
    /// A repeat referral that nobody has read: the place is looked at again (practice P26).
    public var hasNews = false
    public var lastContact: Day?
    public var nextContact: Day?

    public init(person: ID, family: ID, waitsFrom: Day) {
      self.person = person
      self.family = family
      self.waitsFrom = waitsFrom
    }
  }

  /// How urgent, the most urgent first.
  public enum Level: Int, Sendable, Comparable {
    case danger, excessive, heavy, unknown, lighter
    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// A child in their place, and why they have it.
  public struct Place: Sendable {
    public var child: Child
    public var number = 0
    public var level: Level
    /// Why this place, for people.
    public var because: [String]
    /// Calendar days since `waitsFrom`.
    public var days: Int
    /// How far over target, in its own unit; nil where it is kept.
    public var over: String?
    /// What a birthday changes.
    public var birthday: String?
    /// When the family is to be contacted next.
    public var contactBy: Day
    /// What must be done beside the order.
    public var marks: [String]
  }

  /// The list in order. Needs: by assessed need and impact, then days (practice P27). Transition: by
  /// the eighteenth birthday. Brothers and sisters stand together, at the place of the most urgent
  /// (P26).
  public static func ordered(
    _ children: [Child], _ form: Assessment.Form, _ service: Service, isClosed: Bool, on today: Day
  ) -> [Place] {
    let ruler = Ruler(form, service, today, isClosed: isClosed)
    let ranked = children.map { ($0, ruler.rank($0)) }
    let families = Dictionary(grouping: ranked, by: \.0.family).mapValues { members in
      members.sorted { ruler.precedes($0, $1) }
    }
    let order = families.values.sorted { ruler.precedes($0[0], $1[0]) }
    var number = 0
    return order.flatMap { members in
      members.enumerated().map { index, member in
        number += 1
        var place = ruler.place(member.0, member.1)
        place.number = number
        if index > 0 {
          let first = number - index
          place.because.insert("with a brother or sister, place \(first)", at: 0)
        }
        return place
      }
    }
  }
}

extension WaitingList {
  /// What a place is measured by.
  struct Rank {
    var level: Level
    var impact: Int
  }

  struct Ruler {
    private let form: Assessment.Form
    private let service: Service
    private let today: Day
    private let isClosed: Bool
    private let working: WorkingDays
    private let target: Period?
    private let contact: Period?

    init(_ form: Assessment.Form, _ service: Service, _ today: Day, isClosed: Bool) {
      self.form = form
      self.service = service
      self.today = today
      self.isClosed = isClosed
      working = service.workingDays
      target = Period(service.text(form == .transition ? .targetTransition : .targetNeeds))
      contact = Period(service.text(.targetContact))
    }

    func rank(_ child: Child) -> Rank {
      let facts = facts(child)
      let impact = TriageFacts.areas.reduce(0) { $0 + (facts.brief?.number($1) ?? 0) }
      let isHeavy = facts.hasHeavyHours(service) || !facts.heavyAreas(service).isEmpty
      let level: Level =
        child.isInDanger
        ? .danger
        : facts.brief == nil
          ? .unknown : facts.hasExcessive ? .excessive : isHeavy ? .heavy : .lighter
      return Rank(level: level, impact: impact)
    }

    private func facts(_ child: Child) -> TriageFacts {
      var facts = TriageFacts(day: today)
      facts.brief = child.brief
      return facts
    }

    func precedes(_ a: (Child, Rank), _ b: (Child, Rank)) -> Bool {
      if form == .transition {
        let (one, other) = (a.0.born?.number ?? .max, b.0.born?.number ?? .max)
        if one != other { return one < other }
      } else {
        if a.1.level != b.1.level { return a.1.level < b.1.level }
        if a.1.impact != b.1.impact { return a.1.impact > b.1.impact }
      }
      // Where need and days are the same, the older turns 18 first; ids are chance, and come last.
      func rest(_ child: Child) -> (Day, Int32, String, ID) {
        (child.waitsFrom, child.born?.number ?? .max, child.name ?? "", child.person)
      }
      return rest(a.0) < rest(b.0)
    }

    func place(_ child: Child, _ rank: Rank) -> Place {
      let days = Int(today.number - child.waitsFrom.number)
      return Place(
        child: child, level: rank.level, because: because(child, rank, days: days), days: days,
        over: over(child.due), birthday: Duty.words(born: child.born, on: today, due: child.due),
        contactBy: contactBy(child), marks: marks(child))
    }

    private func because(_ child: Child, _ rank: Rank, days: Int) -> [String] {
      let waited = "waits \(days) days"
      guard form != .transition else {
        let birthday = child.born.map { "18th birthday \(Day.birthday(18, born: $0).written)" }
        return [birthday ?? "date of birth not known: find it out", waited]
      }
      let impact = child.brief == nil ? nil : "impact \(rank.impact) of 12"
      return [reason(facts(child), rank.level), impact, waited].compactMap { $0 }
    }

    private func reason(_ facts: TriageFacts, _ level: Level) -> String {
      switch level {
      case .danger: "a concern is open: the front door first"
      case .excessive: "tasks that are too much, or not right for the age"
      case .heavy:
        ([facts.hasHeavyHours(service) ? "\(facts.brief?["hours"] ?? "") hours a week" : nil]
          + [facts.heavyAreas(service)].map { areas in
            areas.isEmpty ? nil : "weighs on \(areas.joined(separator: ", "))"
          }).compactMap { $0 }.joined(separator: "; ")
      case .unknown: "need not known: no brief assessment"
      case .lighter: "assessed need is lighter"
      }
    }

    private func over(_ due: Day?) -> String? {
      guard let due, due < today else { return nil }
      let days = Int(today.number - due.number)
      func said(_ count: Int, _ unit: Period.Unit) -> String {
        "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
      }
      switch target?.unit {
      case .workingDay:
        let count = working.count(after: due, through: today)
        return count > 0 ? said(count, .workingDay) : said(days, .day)
      case .week where days >= 7: return said(days / 7, .week)
      case .month where due.adding(months: 1) <= today:
        return said((1...1200).last { due.adding(months: $0) <= today } ?? 1, .month)
      default: return said(days, .day)
      }
    }

    /// What was agreed; else the target after the last contact, or after the wait began (P26).
    private func contactBy(_ child: Child) -> Day {
      if let agreed = child.nextContact, agreed >= child.lastContact ?? agreed { return agreed }
      let last = max(child.lastContact ?? child.waitsFrom, child.waitsFrom)
      return contact?.due(after: last, working) ?? last
    }

    private func marks(_ child: Child) -> [String] {
      let delays = [
        child.offersDeclined > 0 ? "offers declined for now: \(child.offersDeclined)" : nil,
        child.offersUnanswered > 0 ? "offers not answered: \(child.offersUnanswered)" : nil,
        child.notBrought > 0 ? "not brought: \(child.notBrought)" : nil,
      ].compactMap { $0 }
      return [
        child.isScreened ? nil : "not screened: screen first",
        child.hasNews ? "referred again, not yet read: look again" : nil,
        isClosed && child.whileClosed
          ? child.passed.map { "passed to the council on \($0.written)" }
            ?? "to be passed to the council" : nil,
        child.started.map { "under way since \($0.written)" },
        delays.isEmpty
          ? nil : "delays of the family's, not subtracted: \(delays.joined(separator: ", "))",
        contactBy(child) < today ? "contact was due \(contactBy(child).written)" : nil,
      ].compactMap { $0 }
    }
  }
}
