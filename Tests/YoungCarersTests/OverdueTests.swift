import Testing
import YoungCarers

@Suite("What is past its day (P13, P24, P26)")
struct OverdueTests {
  private let service = Service(.plain)

  private func late(
    _ today: String = "2026-11-23", waiting: [ID: (by: Day, form: Assessment.Form)] = [:],
    _ fill: (inout SafetyCase) -> Void
  ) -> [Overdue] {
    var safety = SafetyCase()
    fill(&safety)
    let day = SafetyCase.day(today)
    let days = AgendaDays(
      today: day, soon: day + 14, transitionFrom: day.adding(months: -216),
      transitionUntil: day.adding(months: -192))
    return Overdue.ordered(Agenda(days).overdue(in: safety.file, service, waiting: waiting))
  }

  private func words(_ late: [Overdue]) -> [String] {
    late.map { "\($0.worker ?? "nobody"): \($0.what.words) \($0.days)" }
  }

  private func refer(_ safety: inout SafetyCase, told: Bool = false, screened: Bool = true) {
    let referral = safety.add(Referral(), on: "2026-11-02") { $0.person = SafetyCase.child }
    guard screened else { return }
    safety.add(Screening(), on: "2026-11-03") {
      $0.about = referral
      $0.person = SafetyCase.child
      $0.told = told ? SafetyCase.day("2026-11-03") : nil
    }
  }

  @Test("A referral is acknowledged within a working day, or its referrer told of the screen")
  func acknowledged() {
    // The second of November is a Monday.
    #expect(words(late { refer(&$0) }) == ["nobody: to acknowledge 20"])
    #expect(late { refer(&$0, told: true) } == [])
    #expect(late("2026-11-03") { refer(&$0) } == [])
    #expect(words(late("2026-11-04") { refer(&$0) }) == ["nobody: to acknowledge 1"])
    let ended = late { safety in
      refer(&safety)
      safety.add(Triage()) { $0.ways = [Triage.Way.accepted.rawValue] }
      safety.add(Closure()) { _ in }
    }
    #expect(ended == [])
  }

  @Test("A screen has its target; an alarm is late the day after it was raised")
  func screened() {
    #expect(
      words(late("2026-11-04") { refer(&$0, screened: false) }) == [
        "nobody: to screen 1", "nobody: to acknowledge 1",
      ])
    let alarm = { (safety: inout SafetyCase) in
      _ = safety.add(SafeguardingFlag(), on: "2026-11-22") { $0.raised = "safeguarding" }
    }
    #expect(words(late { alarm(&$0) }) == ["nobody: alarm not answered 1"])
    #expect(late("2026-11-22") { alarm(&$0) } == [])
  }

  @Test("A child who waits is contacted in time, unless a contact is on the agenda already")
  func waiting() {
    let waits = [
      SafetyCase.child: (by: SafetyCase.day("2026-11-20"), form: Assessment.Form.needs)
    ]
    let found = late(waiting: waits) { _ in }
    #expect(words(found) == ["nobody: contact while waiting 3"])
    #expect(found.first?.item.detail == "waits for a needs assessment")
    #expect(late("2026-11-20", waiting: waits) { _ in } == [])
    let agreed = late(waiting: waits) { safety in
      safety.add(Contact(), on: "2026-11-02") { $0.nextDay = SafetyCase.day("2026-11-21") }
    }
    #expect(words(agreed) == ["nobody: contact 2"])
  }

  @Test("A family that we work with is not without a lead for a day")
  func lead() {
    let accepted = { (safety: inout SafetyCase) in
      _ = safety.add(Triage(), on: "2026-11-20") { $0.ways = [Triage.Way.accepted.rawValue] }
    }
    #expect(words(late { accepted(&$0) }) == ["nobody: no lead worker 3"])
    let led = late { safety in
      accepted(&safety)
      safety.add(Allocation()) {
        $0.lead = "R Shah"
        $0.agreedLimit = SafetyCase.day("2026-11-22")
      }
    }
    #expect(words(led) == ["R Shah: agreed limit 1"])
  }

  @Test("A promise says which of the five groups made it", arguments: PlanAction.Owner.known)
  func promise(owner: PlanAction.Owner) {
    let found = late { safety in
      let plan = safety.add(FamilyPlan()) { $0.reviewDate = SafetyCase.day("2027-01-01") }
      safety.add(PlanAction()) { action in
        action.plan = plan
        action.owner = owner
        action.due = SafetyCase.day("2026-11-22")
      }
    }
    #expect(found.map(\.owner) == [owner])
    #expect(found.map(\.what.area) == [.promises])
  }

  @Test("Nobody's comes first, then by worker, the longest over first")
  func order() {
    func one(_ lead: String?, _ days: Int) -> Overdue {
      var item = AgendaItem(.contact, ID("E"), of: ID("F"), since: Day(number: 0))
      item.lead = lead
      return Overdue(what: .item(.contact), item: item, due: Day(number: 0), days: days)
    }
    let sorted = Overdue.ordered([one("b", 1), one("A", 2), one(nil, 1), one("A", 9), one(nil, 4)])
    #expect(sorted.map { "\($0.worker ?? "-")\($0.days)" } == ["-4", "-1", "A9", "A2", "b1"])
  }
}
