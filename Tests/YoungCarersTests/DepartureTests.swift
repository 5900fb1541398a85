import Testing

@testable import YoungCarers

@Suite("P30, P32, P33: what of the standard was not kept")
struct DepartureTests {
  private func departures(_ change: (inout ConferenceCase, inout Conference) -> Void) -> [Gap] {
    var sample = ConferenceCase()
    for path in ConferenceCase.people { sample[keyPath: path].attended = true }
    sample.child.advocateCame = true
    var held = Conference()
    held.held = ConferenceCase.day
    held.privateStarts = "16:15"
    held.privateEnds = "17:00"
    held.leftRoom = ["R Shah", "ms bell"]
    held.planAgreed = true
    held.planSafe = true
    held.paidFor = ["a taxi"]
    held.reviewDate = SafetyCase.day("2027-03-05")
    held.reviewChosenBy = "Family"
    held.coordinator = "R Shah"
    change(&sample, &held)
    let file = sample.file
    return Departures(
      from: sample.readiness, held: held, invitees: file.invitees(of: file.conferences[0]),
      in: file
    ).all
  }

  @Test("A conference that kept it has none")
  func kept() { #expect(departures { _, _ in }.isEmpty) }

  @Test(
    "Each departure",
    arguments: [
      Spoil(held: .privateTime, by: { $1.privateStarts = nil }),
      Spoil(held: .coordinatorStayed, by: { $1.leftRoom = ["Ms Bell"] }),
      Spoil(held: .professionalStayed, by: { $1.leftRoom = ["R Shah"] }),
      Spoil(held: .prepared, by: { sample, _ in sample.aunt.prepared = nil }),
      Spoil(
        held: .prepared,
        by: { sample, _ in
          sample.aunt.prepared = nil
          sample.aunt.reply = .notComing
        }
      ),
      Spoil(
        held: .awayCame,
        by: { sample, _ in
          sample.aunt.excluded = ConferenceCase.day
          sample.aunt.excludedBecause = "violence"
          sample.aunt.excludedBy = "R Shah"
          sample.aunt.viewsBy = "letter"
        }
      ),
      Spoil(held: .advocateCame, by: { sample, _ in sample.child.advocateCame = false }),
      Spoil(held: .advocate, by: { sample, _ in sample.child.advocateKind = nil }),
      Spoil(held: .planSafe, by: { $1.planSafe = nil }),
      Spoil(held: .paidFor, by: { $1.paidFor = [] }),
      Spoil(
        held: .agreedUnsafe,
        by: { _, held in
          held.planSafe = false
          held.unsafeBecause = "the lock"
        }
      ),
      Spoil(
        held: .noPlanBecause,
        by: { _, held in
          held.planAgreed = false
        }
      ),
      Spoil(held: .reviewDay, by: { $1.reviewDate = nil }),
      Spoil(held: .reviewDay, by: { $1.reviewChosenBy = "R Shah" }),
      Spoil(held: .coordinatorNear, by: { sample, _ in sample.conference.coordinator = "J Osei" }),
    ] as [Spoil])
  func each(spoil: Spoil) {
    #expect(departures(spoil.change).map(\.rule) == spoil.rules)
  }

  @Test("P32: anyone may stop it; then nothing is asked that comes later")
  func stopped() {
    let found = departures { _, held in
      held.stoppedBy = "Mum"
      held.privateStarts = nil
      held.planAgreed = false
    }
    #expect(found.isEmpty)
  }

  @Test("Nothing is counted twice, and an override is no excuse")
  func once() {
    let found = departures { sample, _ in
      sample.aunt.prepared = nil
      sample.more = { sample in
        sample.add(ManagersDecision()) { decision in
          decision.what = .override
          decision.about = ID("C")
          decision.rule = "prepared"
          decision.invitee = ID("I2")
        }
      }
    }
    #expect(found.map(\.rule) == [.prepared])
    #expect(found.map(\.invitee) == [ID("I2")])
  }
}
