import Testing

@testable import YoungCarers

@Suite("P28: each referral is checked against its agency's protocol")
struct AgencyTests {
  private static func agency(
    _ requires: [Promise] = [], signed: String? = "2026-09-01", ends: String? = nil
  ) -> Agency {
    var agency = Agency()
    agency.name = "Oakfield Academy"
    agency.aliases = ["Oakfield", "OFA"]
    agency.signed = signed.map(SafetyCase.day)
    agency.ends = ends.map(SafetyCase.day)
    agency.requires = requires.map(\.rawValue)
    return agency
  }

  private static func referral(_ fill: (inout Referral) -> Void = { _ in }) -> Referral {
    var referral = Referral()
    referral.header.day = SafetyCase.day("2026-11-20")
    fill(&referral)
    return referral
  }

  @Test(
    "An agency is meant by its name or an alias, however it is written",
    arguments: [
      ("OAKFIELD academy", true), ("oakfield-academy", true), ("ofa", true), ("Oakfield", true),
      ("Oak", false), ("Elmfield", false), ("", false),
    ])
  func called(_ name: String, _ isCalled: Bool) {
    #expect(Self.agency().isCalled(name) == isCalled)
  }

  @Test(
    "An agreement holds from the day it was signed to its last",
    arguments: [
      (nil, nil, false), ("2026-11-20", nil, true), ("2026-11-21", nil, false),
      ("2026-01-01", "2026-11-20", true), ("2026-01-01", "2026-11-19", false),
    ] as [(String?, String?, Bool)])
  func agreed(_ signed: String?, _ ends: String?, _ isAgreed: Bool) {
    let agency = Self.agency(signed: signed, ends: ends)
    #expect(agency.isAgreed(on: SafetyCase.day("2026-11-20")) == isAgreed)
    #expect(
      agency.missing(from: Self.referral(), briefs: []) == (isAgreed ? [] : ["agreement"]))
  }

  @Test("What was promised is missing until it is there", arguments: Promise.allCases)
  func promised(_ promise: Promise) {
    let agency = Self.agency([promise])
    #expect(agency.missing(from: Self.referral(), briefs: []) == [promise.rawValue])
    let full = Self.referral { referral in
      referral.reason = "Alone at night."
      referral.tasks = ["cooking"]
      referral.consent = "yes"
      referral.condition = "MS"
      referral.referrer = "Ms Brook"
      referral.attendance = "91"
      referral.lawfulBasis = "public task"
      referral.caredForRelation = "mother"
      referral.youngCarer = "P"
    }
    #expect(agency.missing(from: full, briefs: ["oakfield"]).isEmpty)
    let other = agency.missing(from: full, briefs: ["Ward 7"])
    #expect(other == (promise == .brief ? ["brief-assessment"] : []))
  }

  @Test("A promise that this version cannot check is no lack")
  func unknown() {
    var agency = Self.agency()
    agency.requires = ["blood group"]
    #expect(agency.missing(from: Self.referral(), briefs: []).isEmpty)
  }

  @Test(
    "Only a yes counts as consent",
    arguments: [
      ("Yes, by telephone", 1), ("given", 1), ("No", 0), ("not asked", 0), ("refused", 0),
      (nil, 0),
    ] as [(String?, Int)])
  func consent(_ said: String?, _ count: Int) {
    let sent = SentReferral(
      Self.referral { $0.consent = said }, family: nil, person: nil, ordinal: 1, briefs: [],
      acknowledged: nil, told: nil)
    #expect(
      ReferralQuality([sent], by: Self.agency(), Service(.plain)).withConsent == count)
  }

  /// The target is one working day; 20 November 2026 is a Friday.
  @Test(
    "P13: acknowledged in time",
    arguments: [("2026-11-20", 1), ("2026-11-23", 1), ("2026-11-24", 0), (nil, 0)]
      as [(String?, Int)])
  func acknowledged(_ day: String?, _ count: Int) {
    let sent = SentReferral(
      Self.referral(), family: nil, person: nil, ordinal: 2, briefs: ["OFA"],
      acknowledged: day.map(SafetyCase.day), told: day.map(SafetyCase.day))
    let quality = ReferralQuality([sent], by: Self.agency(), Service(.plain))
    #expect(quality.acknowledgedInTime == count)
    #expect(quality.referrals == 1 && quality.complete == 1 && quality.withBrief == 1)
    #expect(quality.repeats == 1 && quality.told == (day == nil ? 0 : 1))
  }
}

@Suite("P15, P16: other workers, and offers that persist")
struct PersistenceTests {
  @Test(
    "P16: only an accepted offer is closed, and the latest counts",
    arguments: [
      ([.declined], 1), ([.none], 1), ([.declined, .accepted], 0), ([.accepted, .declined], 1),
      ([.declined, .none, .declined], 1), ([], 0),
    ] as [([Offer.Answer], Int)])
  func offers(_ answers: [Offer.Answer], _ open: Int) {
    var sample = SafetyCase()
    for (place, answer) in answers.enumerated() {
      sample.add(Offer()) { offer in
        offer.person = SafetyCase.child
        offer.what = place == 0 ? "Needs assessment" : "needs assessment"
        offer.answer = answer
      }
    }
    #expect(sample.file.openOffers.count == open)
  }

  @Test("An offer of something else, or to somebody else, is another")
  func others() {
    var sample = SafetyCase()
    for (whom, what) in [
      (SafetyCase.child, "conference"), (SafetyCase.mother, "conference"),
      (SafetyCase.child, "breaks"),
    ] {
      sample.add(Offer()) { offer in
        offer.person = whom
        offer.what = what
      }
    }
    #expect(sample.file.openOffers.count == 3)
  }

  @Test(
    "P16: it is made again on its day",
    arguments: [("2026-11-21", true), ("2026-11-22", true), ("2026-11-23", false), (nil, true)]
      as [(String?, Bool)])
  func due(_ askAgain: String?, _ isDue: Bool) {
    var offer = Offer()
    offer.askAgain = askAgain.map(SafetyCase.day)
    #expect(offer.isDue(on: SafetyCase.day("2026-11-22")) == isDue)
    offer.answer = .accepted
    #expect(!offer.isDue(on: SafetyCase.day("2026-11-22")))
  }

  @Test(
    "P15: who is involved on a day",
    arguments: [("2026-11-01", 0), ("2026-11-02", 1), ("2026-11-30", 1), ("2026-12-01", 0)])
  func involved(_ day: String, _ count: Int) {
    var sample = SafetyCase()
    sample.add(Practitioner(), on: "2026-11-02") { worker in
      worker.name = "J Bell"
      worker.ends = SafetyCase.day("2026-11-30")
    }
    #expect(sample.file.practitioners(on: SafetyCase.day(day)).count == count)
  }
}
