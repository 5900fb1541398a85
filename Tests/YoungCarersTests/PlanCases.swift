import YoungCarers

/// A family with a plan: Sam, who is a young carer, his sister Ada, Mum, Nan and Dad.
struct PlanCase {
  static let today = Day(number: 20_780)
  static let (sam, ada, mum) = (ID("YP-3CR9-H4NT-Y"), ID("YP-4DF7-K2MQ-5"), ID("YP-5HJ8-N3PR-Y"))
  private static let family = ID("YC-7KQ4-M2DX-J")
  private static let meeting = ID("meeting")

  private(set) var entries: [Entry] = []
  private var time: Int64 = 1
  var plan = FamilyPlan()

  init() {
    person(Self.sam, "Sam", .youngCarer, born: 4_800) { $0.school = "Elm School" }
    person(Self.ada, "Ada", .child, born: 2_700) { $0.relation = "sister" }
    person(Self.mum, "Jo", .caredFor, born: nil) {
      $0.preferred = "Mum"
      $0.relation = "mother"
    }
    var conference = Conference()
    conference.held = Self.today
    add(conference, id: Self.meeting)
    guest("Sam", Self.sam)
    guest("Mum", Self.mum)
    guest("Nan", nil)
    guest("Dad", nil, away: true)
    plan.conference = Self.meeting
    plan.wishes = ["Sam sees friends"]
    plan.emergency = "If Mum falls, ring Nan."
    plan.emergencyWho = ["Nan, 0161 496 0000"]
    plan.reviewDate = Self.today + 84
    action("Cook tea on Mondays", "Nan", .familyAndFriends) { $0.lessens = ["cooking"] }
  }

  private mutating func header(_ id: ID? = nil) -> Header {
    time += 1
    var header = Header()
    header.id = id ?? ID("entry-\(time)")
    header.day = Self.today
    header.family = Self.family
    header.recorded = Instant(microseconds: time)
    return header
  }

  mutating func add(_ one: some Payload, id: ID? = nil) {
    var one = one
    one.header = header(id)
    entries.append(one.entry)
  }

  private mutating func person(
    _ id: ID, _ given: String, _ role: Person.Role, born: Int32?, _ more: (inout Person) -> Void
  ) {
    var person = Person()
    person.given = given
    person.role = role
    person.born = born.map { Self.today + -Int($0) }
    more(&person)
    add(person, id: id)
  }

  private mutating func guest(_ name: String, _ person: ID?, away: Bool = false) {
    var guest = Invitee()
    guest.conference = Self.meeting
    guest.name = name
    guest.person = person
    guest.attended = !away
    guest.excluded = away ? Self.today : nil
    add(guest)
  }

  /// An agreed action with a day.
  mutating func action(
    _ what: String, _ who: String, _ owner: PlanAction.Owner,
    _ more: (inout PlanAction) -> Void = {
      _ in
    }
  ) {
    var action = PlanAction()
    action.what = what
    action.who = who
    action.owner = owner
    action.agreed = true
    action.due = Self.today + 14
    action.plan = ID("plan")
    action.number = entries.count { if case .action = $0 { true } else { false } } + 1
    more(&action)
    add(action, id: ID("action-\(action.number)"))
  }

  mutating func alert(_ what: Alert.What, _ whom: String? = nil) {
    var alert = Alert()
    alert.what = what
    alert.whom = whom
    add(alert)
  }

  mutating func consent(_ what: String, _ person: ID, giver: String = "child") {
    var consent = Consent()
    consent.what = [what]
    consent.person = person
    consent.giver = giver
    add(consent)
  }

  /// The case with its plan as the last thing written.
  var file: CaseFile {
    var copy = self
    copy.add(plan, id: ID("plan"))
    return CaseFile(family: Self.family, entries: copy.entries, aliases: [])
  }

  private var live: FamilyPlan { file.plan ?? plan }

  var findings: [PlanFinding] {
    PlanCheck(file, live, among: [], Service(.bolton), on: Self.today).findings
  }

  func page(_ reader: PlanReader) throws -> PlanPage {
    try file.page(of: live, for: reader, among: [], Service(.bolton), on: Self.today)
  }

  func page(named name: String) throws -> PlanPage? {
    try file.reader(called: name, of: live).map { try page(.person($0)) }
  }
}
