import Testing
import YoungCarers

@Suite("A plan is reviewed promise by promise, on the day the family chose")
struct PromisesTests {
  private var one = SafetyCase()

  private mutating func conference(
    _ purpose: Conference.Purpose, held: String?, next: String? = nil, until: String? = nil,
    date: String? = nil
  ) -> ID {
    one.add(Conference(), on: held ?? "2026-11-02") { conference in
      conference.purpose = purpose
      conference.held = held.map(SafetyCase.day)
      conference.date = (date ?? held).map(SafetyCase.day)
      conference.reviewDate = next.map(SafetyCase.day)
      conference.continuesUntil = until.map(SafetyCase.day)
    }
  }

  @Test(
    "P44: how each group's promises went, the workers' too; one of which nobody spoke is no done")
  mutating func groups() throws {
    let plan = one.add(FamilyPlan()) { _ in }
    let owners: [PlanAction.Owner] = [.child, .projectWorker, .projectWorker, .professional]
    let actions = owners.enumerated().map { place, owner in
      one.add(PlanAction()) { action in
        action.plan = plan
        action.number = place + 1
        action.owner = owner
        action.dropped = place == 2 ? SafetyCase.day("2026-11-03") : nil
      }
    }
    for state in [ActionProgress.State.notYet, .done] {
      one.add(ActionProgress()) { progress in
        progress.action = actions[1]
        progress.state = state
      }
    }
    let promises = Promises(one.file, try #require(one.file.plan))
    #expect(promises.groups.map(\.owner) == [.child, .projectWorker, .professional])
    #expect(
      promises.groups.map(\.states) == [[nil: 1], [.done: 1, .notNeeded: 1], [nil: 1]])
  }

  @Test(
    "P33: the last word on the day counts: the conference's, the plan's, or until when it goes on")
  mutating func days() {
    #expect(one.file.reviewDue == nil)
    _ = conference(.plan, held: "2026-06-01", next: "2026-09-01")
    #expect(one.file.reviewDue?.day == SafetyCase.day("2026-09-01"))
    one.add(FamilyPlan(), on: "2026-06-02") { $0.reviewDate = SafetyCase.day("2026-08-20") }
    #expect(one.file.reviewDue?.day == SafetyCase.day("2026-08-20"))
    _ = conference(.review, held: nil, date: "2026-08-10")
    #expect(one.file.reviewDue?.booked == SafetyCase.day("2026-08-10"))
    _ = conference(.review, held: "2026-08-11", until: "2026-10-01")
    #expect(one.file.reviewDue?.day == SafetyCase.day("2026-10-01"))
    #expect(one.file.reviewDue?.isToClose == false)
    _ = conference(.review, held: "2026-10-01")
    #expect(one.file.reviewDue?.day == nil)
    #expect(one.file.reviewDue?.isToClose == true)
    one.add(Closure(), on: "2026-10-02") { _ in }
    #expect(one.file.reviewDue == nil)
  }

  @Test("P33: what was held before the work ended waits for nobody when it begins again")
  mutating func again() {
    _ = conference(.plan, held: "2026-06-01", next: "2026-09-01")
    one.add(Offer(), on: "2026-05-20") { offer in
      offer.what = CaseFile.conferenceOffer
      offer.answer = .accepted
    }
    _ = conference(.review, held: "2026-09-01")
    one.add(Closure(), on: "2026-09-01") { _ in }
    #expect(one.file.heldConference != nil && one.file.offerOfConference?.answer == .accepted)
    one.add(Reopening(), on: "2026-09-01") { _ in }
    #expect(one.file.reviewDue == nil && one.file.heldConference == nil)
    #expect(one.file.offerOfConference == nil)
    // The same day, and written down after it.
    let held = conference(.plan, held: "2026-09-01", next: "2026-12-01")
    #expect(one.file.heldConference?.key == held)
    #expect(one.file.reviewDue?.day == SafetyCase.day("2026-12-01"))
  }

  @Test("A review is accounted for once: held and unspoken of, else booked, else none")
  mutating func accounts() {
    #expect(one.file.reviewToAccount(heldOn: nil) == nil)
    let booked = conference(.review, held: nil, date: "2026-08-10")
    #expect(one.file.reviewToAccount(heldOn: nil)?.key == booked)
    let held = conference(.review, held: "2026-08-11")
    #expect(one.file.reviewToAccount(heldOn: nil)?.key == held)
    #expect(one.file.reviewToAccount(heldOn: SafetyCase.day("2026-08-12"))?.key == booked)
    one.add(ActionProgress()) { $0.conference = held }
    #expect(one.file.reviewToAccount(heldOn: nil)?.key == booked)
  }
}
