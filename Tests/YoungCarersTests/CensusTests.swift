import Testing
import YoungCarers

@Suite("P where a parent declared it, S only where that school itself identified the child (P42)")
struct CensusTests {
  private let today = SafetyCase.day("2026-11-23")
  private let oakfield = Agency(named: "Oakfield Academy", kind: "academy", aliases: ["Oakfield"])

  private func pupil(_ fill: (inout SafetyCase) -> Void) -> CensusPupil? {
    var safety = SafetyCase()
    fill(&safety)
    return safety.file.censusPupil(
      SafetyCase.child, at: "Oakfield Academy", among: [oakfield], on: today)
  }

  private func code(
    agency: String? = nil, kind: String? = nil, said: String? = nil
  ) -> CensusCode.Code? {
    pupil { safety in
      safety.add(Referral()) {
        $0.person = SafetyCase.child
        $0.agency = agency
        $0.agencyKind = kind
        $0.youngCarer = said
      }
    }?.code?.code
  }

  @Test("A referral gives the code of who made it")
  func referral() {
    #expect(code(agency: "oakfield") == .s)
    #expect(code(agency: "Oakfield Academy", said: "N") == .s)
    #expect(code(agency: "Oakfield Academy", said: "P") == .p)
    #expect(code(agency: "Riverside Surgery", said: "P") == .p)
    #expect(code(agency: "Riverside Surgery", said: "S") == nil)
    #expect(code(agency: "Elmwood High", said: "S") == nil)
    #expect(code(kind: "Mother") == .p)
    #expect(code(kind: "parent or carer") == .p)
    #expect(code(kind: "family support") == nil)
    #expect(code() == nil)
  }

  @Test("Where no school is known, nobody's referral is the school's own")
  func noSchool() {
    var safety = SafetyCase()
    safety.add(Referral()) { $0.person = SafetyCase.child }
    let found = safety.file.censusPupil(SafetyCase.child, at: "", among: [oakfield], on: today)
    #expect(found != nil && found?.code == nil)
  }

  @Test("A school does not read who else has told us")
  func minimal() {
    let found = pupil { safety in
      safety.add(Referral()) {
        $0.person = SafetyCase.child
        $0.agency = "Riverside Surgery"
        $0.youngCarer = "P"
      }
    }
    #expect(found?.code?.because == "a parent declared it")
  }

  @Test("A school's own brief assessment identifies the child; another setting's does not")
  func brief() {
    for (setting, code) in [("Oakfield", CensusCode.Code.s), ("Elmwood High", nil)] {
      #expect(
        pupil { safety in
          safety.add(Assessment()) {
            $0.person = SafetyCase.child
            $0.setting = setting
          }
        }?.code?.code == code)
    }
  }

  @Test("A parent who asked for an assessment has declared it; a child who asked has not")
  func asked() {
    for (asks, code) in [("child; parent", CensusCode.Code.p), ("child", nil)] {
      #expect(
        pupil { safety in
          safety.add(Assessment()) {
            $0.person = SafetyCase.child
            $0.answers = ["asks=\(asks)"]
          }
        }?.code?.code == code)
    }
  }

  @Test("A parent's agreement is a declaration only where it is about the census itself")
  func consent() {
    for (giver, what, code) in [
      ("Mum", [Consent.census], CensusCode.Code.p), ("Mum", [], nil),
      ("child", [Consent.census], nil),
    ] as [(String, [String], CensusCode.Code?)] {
      let found = pupil { safety in
        safety.add(Consent()) {
          $0.person = SafetyCase.child
          $0.giver = giver
          $0.what = what
        }
      }
      #expect(found?.code?.code == code)
      #expect(found?.sharing.isAllowed == true)
      #expect(found?.isToPass == (code != nil))
    }
  }

  @Test("A parent's word goes before the school's, and the first day is told")
  func since() {
    let found = pupil { safety in
      safety.add(Referral(), on: "2026-09-01") {
        $0.person = SafetyCase.child
        $0.agency = "Oakfield"
      }
      for day in ["2026-11-02", "2026-10-01"] {
        safety.add(Referral(), on: day) {
          $0.person = SafetyCase.child
          $0.youngCarer = "P"
        }
      }
    }
    #expect(found?.code?.code == .p)
    #expect(found?.code?.since == SafetyCase.day("2026-10-01"))
  }

  @Test("Without a basis to share nothing is passed on, and why is told")
  func basis() {
    func reason(_ answers: [(Consent.Answer, ends: String?)]) -> Sharing.Reason? {
      let found = pupil { safety in
        safety.add(Referral()) {
          $0.person = SafetyCase.child
          $0.agency = "Oakfield"
        }
        for (answer, ends) in answers {
          safety.add(Consent()) {
            $0.giver = "parent"
            $0.answer = answer
            $0.ends = ends.map(SafetyCase.day)
          }
        }
      }
      #expect(found?.isToPass == found?.sharing.isAllowed)
      return found?.sharing.reason
    }
    #expect(reason([]) == .unasked)
    #expect(reason([(.agreed, nil)]) == .agreed)
    #expect(reason([(.agreed, "2026-11-22")]) == .expired)
    #expect(reason([(.agreed, nil), (.withdrawn, nil)]) == .withdrawn)
    #expect(reason([(.refused, nil)]) == .refused)
  }

  @Test("Where the caring has ended there is no young carer; what is to come is not yet known")
  func ended() {
    #expect(pupil { $0.add(Closure()) { $0.because = .endOfCaring } } == nil)
    #expect(pupil { $0.add(Closure()) { $0.because = .moved } } != nil)
    #expect(
      pupil { safety in
        safety.add(Referral(), on: "2026-11-24") {
          $0.person = SafetyCase.child
          $0.agency = "Oakfield"
        }
      }?.code == nil)
  }

  @Test("Schools are told by what kind they are, and a school nurse is none")
  func schools() {
    for (kind, code, isSchool) in [
      ("school", nil, true), ("Primary School", nil, true), ("academy", nil, true),
      ("sixth form college", nil, true), ("school nurse", nil, false), ("gp", nil, false),
      (nil, "2A", true), (nil, nil, false),
    ] as [(String?, String?, Bool)] {
      var agency = Agency(named: "A", kind: kind)
      agency.code = code
      #expect(agency.isSchool == isSchool)
    }
  }
}

extension Agency {
  fileprivate init(named name: String, kind: String?, aliases: [String] = []) {
    self.init()
    self.name = name
    agencyKind = kind
    self.aliases = aliases
  }
}
