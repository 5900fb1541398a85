/// What is known of a child on a day, as far as it decides what happens next.
public struct TriageFacts: Sendable {
  public struct Asked: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let child = Asked(rawValue: 1)
    public static let parent = Asked(rawValue: 2)
  }

  /// Somebody the child cares for.
  public struct CaredFor: Sendable, Equatable {
    /// As `Relation.key`.
    public var relation: String
    /// Nil where nobody said.
    public var isChild: Bool?

    public init(_ relation: String, isChild: Bool? = nil) {
      self.relation = relation
      self.isChild = isChild
    }
  }

  /// An assessment that was finished for a cared-for person.
  public struct Assessed: Sendable, Equatable {
    public var form: Assessment.Form
    public var relation: String?
    public var finished: Day

    public init(_ form: Assessment.Form, _ relation: String?, _ finished: Day) {
      self.form = form
      self.relation = relation
      self.finished = finished
    }
  }

  /// In whole years; nil where no date of birth is known.
  public var age: Int?
  public var day: Day
  public var born: Day?
  /// The finished brief assessments', the newer over the older; nil where there is none.
  public var brief: Answers?
  public var caredFor: [CaredFor] = []
  public var screening: Screening.Result?
  public var openFlags = 0
  public var wasFlagged = false
  public var asked: Asked = []
  /// Whose plan or case it is already.
  public var elsewhere: [String] = []
  public var assessed: [Assessed] = []
  /// Items of the brief assessment answered otherwise since the last needs assessment; nil where
  /// nobody can say.
  public var changed: [String]?
  /// The last finished needs assessment's answers.
  public var needs: Answers?
  /// Bands of instruments that call for an assessment, as the instruments name them.
  public var highBands: [String] = []
  /// Whether a review of the adult's side says what the person cared for now receives (practice P19).
  public var isHelped = false
  /// Whether a referral names somebody cared for, or tasks.
  public var namesCaring = false

  public init(day: Day) { self.day = day }

  /// Whether everybody the child cares for was the matter of a finished assessment.
  public func isAssessed(_ form: Assessment.Form) -> Bool {
    let done = assessed.filter { $0.form == form }
    guard !done.isEmpty else { return false }
    return caredFor.allSatisfy { person in
      done.contains { $0.relation == nil || $0.relation == person.relation }
    }
  }

  /// Caring for an adult, or for somebody of whom nobody said how old they are.
  public var caresForAdult: Bool { caredFor.isEmpty || caredFor.contains { $0.isChild != true } }

  /// A text or list that says there is none.
  static func saysNone(_ text: String) -> Bool {
    ["", "none", "no", "nothing", "no tasks"].contains(Text.folded(text))
  }
}

extension CaseFile {
  /// Answers to instruments are scored by those that are given.
  public func triageFacts(
    of child: ID, on day: Day, instruments: Instruments = Instruments([])
  ) -> TriageFacts {
    let id = today(child)
    func isTheirs(_ person: ID?) -> Bool { person.map(today) == id }
    var facts = TriageFacts(day: day)
    facts.born = member(id)?.latest(\.born)
    facts.age = facts.born.map { day.age(born: $0) }
    facts.isHelped = all(AdultReview.self).contains { $0.held != nil && !$0.gives.isEmpty }
    let assessments = all(Assessment.self).filter { isTheirs($0.person) }
    let finished = assessments.filter { $0.finished != nil }
    facts.highBands = finished.flatMap { instruments.concerns(in: $0.answers) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let briefs = finished.filter { $0.form == .brief }
    if !briefs.isEmpty {
      facts.brief = briefs.reduce(Answers()) { $0.updated(with: Answers($1.answers)) }
    }
    facts.assessed = finished.filter { $0.form != .brief }.map {
      TriageFacts.Assessed($0.form, relation(of: $0.caredFor), $0.finished ?? $0.header.day)
    }
    if let last = finished.last(where: { $0.form == .needs }) {
      facts.needs = Answers(last.answers)
      facts.changed = Self.changes(briefs, since: last)
    }
    let referrals = self.referrals.filter { isTheirs($0.person) }
    facts.namesCaring = referrals.contains { $0.caredForRelation != nil || !$0.tasks.isEmpty }
    facts.caredFor = caredFor(of: id, facts.brief, referrals, on: day)
    facts.screening = screening(of: id)?.result
    facts.openFlags = openFlags.count { $0.person == nil || isTheirs($0.person) }
    facts.wasFlagged = all(SafeguardingFlag.self).contains { isTheirs($0.person) }
    facts.asked = asked(facts.brief, assessments.filter { $0.form != .brief && $0.finished == nil })
    facts.elsewhere = elsewhere(id, on: day)
    return facts
  }

  private func relation(of person: ID?) -> String? {
    person.flatMap { member($0)?.latest(\.relation) }.map(Relation.key)
  }

  private static let caring = [
    "caresFor", "nature", "hours", "nights", "excessive", "relied", "school", "health", "friends",
    "feelings",
  ]

  /// What brief assessments answered otherwise since a needs assessment than before; nil where there
  /// was none before it to compare with, but one after. One of the same day counts as after: that may
  /// ask for an assessment too many, and never for one too few.
  private static func changes(_ briefs: [Assessment], since needs: Assessment) -> [String]? {
    let finished = needs.finished ?? needs.header.day
    func isAfter(_ brief: Assessment) -> Bool {
      (brief.finished ?? brief.header.day) >= finished
        || brief.header.recorded > needs.header.recorded
    }
    let before = briefs.filter { !isAfter($0) }
    let after = briefs.filter(isAfter)
    guard !after.isEmpty else { return [] }
    guard !before.isEmpty else { return nil }
    let old = before.reduce(Answers()) { $0.updated(with: Answers($1.answers)) }
    let new = after.reduce(Answers()) { $0.updated(with: Answers($1.answers)) }
    return caring.filter { code in new[code].map { $0 != old[code] } ?? false }
  }

  private func caredFor(of child: ID, _ brief: Answers?, _ referrals: [Referral], on day: Day)
    -> [TriageFacts.CaredFor]
  {
    let said = brief?.list("caresFor") ?? []
    let names = said.isEmpty ? referrals.compactMap(\.caredForRelation) : said
    let known = members.filter { member in
      member.entries.contains { $0.role == .caredFor } && member.id != child
    }
    var found: [TriageFacts.CaredFor] = []
    for key in (names + known.compactMap { $0.latest(\.relation) }).map(Relation.key)
    where !found.contains(where: { $0.relation == key }) {
      let born = member(called: key)?.latest(\.born)
      let isChild =
        born.map { day.age(born: $0) < 18 }
        ?? (names.count <= 1 ? brief?.truth("caredForIsChild") : nil)
      found.append(TriageFacts.CaredFor(key, isChild: isChild))
    }
    return found
  }

  private func asked(_ brief: Answers?, _ requests: [Assessment]) -> TriageFacts.Asked {
    let words = (brief?.list("asks") ?? []) + requests.compactMap(\.requestedBy)
    return words.reduce(into: []) { asked, word in
      if word == "child" { asked.insert(.child) }
      if word == "parent" { asked.insert(.parent) }
    }
  }

  /// Whose plan it is already (practice P14): social care's, or another agency's lead.
  private func elsewhere(_ child: ID, on day: Day) -> [String] {
    var found: [String] = []
    if let screening = screening(of: child), screening.result == .open {
      found.append(screening.whose ?? "children's social care")
    }
    if let plan = member(child)?.latest(\.childProtection), !TriageFacts.saysNone(plan) {
      found.append("child protection: \(plan)")
    }
    return found + leads(on: day).compactMap { lead in lead.agency.map { "\(lead.lead), \($0)" } }
  }
}
