import Testing
import YoungCarers

@Suite("What a family adds to a caseload (P24)")
struct CaseloadTests {
  private let today = SafetyCase.day("2026-11-23")

  private func load(_ fill: (inout SafetyCase) -> Void) -> Caseload? {
    var safety = SafetyCase()
    fill(&safety)
    return safety.file.caseload(on: today, reviewsUntil: today + 28)
  }

  private func accept(_ safety: inout SafetyCase) {
    safety.add(Triage()) { $0.ways = [Triage.Way.accepted.rawValue] }
  }

  @Test("Only a family that we work with, or that somebody leads, is anybody's")
  func whose() {
    #expect(load { _ in } == nil)
    #expect(load { accept(&$0) }?.isUnallocated == true)
    let led = load { $0.add(Allocation()) { $0.lead = "R Shah" } }
    #expect(led?.leads == [Caseload.Lead(name: "R Shah", agency: nil)])
    #expect(led?.isInvolved == false)
    #expect(
      load { safety in
        accept(&safety)
        safety.add(Closure()) { _ in }
      } == nil)
  }

  @Test("A lead that ended, or begins later, leads nobody today")
  func days() {
    for (starts, ends, isLed) in [
      ("2026-11-01", "2026-11-22", false), ("2026-11-01", "2026-11-23", true),
      ("2026-11-24", "2026-12-23", false),
    ] {
      let one = load { safety in
        accept(&safety)
        safety.add(Allocation()) {
          $0.lead = "R Shah"
          $0.starts = SafetyCase.day(starts)
          $0.ends = SafetyCase.day(ends)
        }
      }
      #expect(one?.isUnallocated == !isLed)
    }
  }

  @Test("Its young carers, and of these who waits")
  func children() {
    let one = load { safety in
      accept(&safety)
      safety.add(Person()) { $0.header.id = ID("YP-4") }
      safety.add(Assessment()) {
        $0.form = .needs
        $0.person = SafetyCase.child
      }
      safety.add(Assessment()) {
        $0.form = .transition
        $0.person = SafetyCase.child
      }
    }
    #expect(one?.children == 2)
    #expect(one?.waiting == 1)
  }

  @Test("A conference that is booked or agreed to, and not one that was held")
  func conference() {
    for (answer, held, isPreparing) in [
      (Offer.Answer.accepted, nil, true), (.declined, nil, false),
      (.accepted, "2026-11-20", false),
    ] as [(Offer.Answer, String?, Bool)] {
      let one = load { safety in
        accept(&safety)
        safety.add(Offer()) {
          $0.what = "family group conference"
          $0.answer = answer
        }
        guard let held else { return }
        safety.add(Conference()) { $0.held = SafetyCase.day(held) }
      }
      #expect(one?.isPreparing == isPreparing)
    }
    #expect(
      load { safety in
        accept(&safety)
        safety.add(Conference()) { $0.date = today }
      }?.isPreparing == true)
  }

  @Test("A yes that came before the work ended is no yes when it begins again")
  func again() {
    for isAskedAgain in [false, true] {
      func accepted(_ safety: inout SafetyCase) {
        safety.add(Offer()) {
          $0.what = CaseFile.conferenceOffer
          $0.answer = .accepted
        }
      }
      let one = load { safety in
        accept(&safety)
        accepted(&safety)
        safety.add(Closure()) { _ in }
        safety.add(Reopening()) { _ in }
        if isAskedAgain { accepted(&safety) }
      }
      #expect(one?.isPreparing == isAskedAgain)
    }
  }

  @Test("A review in the next four weeks, or late; a limit that is over")
  func due() {
    for (day, isDue) in [(0, true), (-9, true), (28, true), (29, false)] {
      let one = load { safety in
        accept(&safety)
        safety.add(FamilyPlan()) { $0.reviewDate = today + day }
        safety.add(Allocation()) {
          $0.lead = "R Shah"
          $0.agreedLimit = today + day
        }
      }
      #expect(one?.hasReviewDue == isDue)
      #expect(one?.isOverLimit == (day < 0))
    }
  }
}
