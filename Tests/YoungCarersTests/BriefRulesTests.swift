import Testing

@testable import YoungCarers

private func brief(_ answers: String..., setting: String? = "Oakfield Academy") -> Assessment {
  var assessment = Assessment()
  assessment.person = ID("P1")
  assessment.setting = setting
  assessment.answers = answers
  return assessment
}

@Suite("What follows from a brief assessment") struct BriefRulesTests {
  private static let panoc = [9, 11, 16].map {
    ItemAlarm(code: "PANOC-YC20.\($0)", atLeast: 1, says: "PANOC-YC20 item \($0)")
  }

  @Test(
    "P1: an answer that is an alarm raises a flag, whatever else was answered",
    arguments: [
      (["safe=yes"], []),
      (["safe=not known"], []),
      (["safe=no"], ["safeguarding: the child does not feel safe"]),
      (["safe=yes", "worries=Dad shouts."], ["safeguarding: somebody is worried"]),
      (["worries=No."], []), (["worries=none"], []), (["worries=N/A"], []),
      (["worries=No one"], []),
      (["worries=No, but he hides his arms."], ["safeguarding: somebody is worried"]),
      (
        ["safe=no", "worries=Bruises.", "level=none"],
        ["safeguarding: the child does not feel safe", "safeguarding: somebody is worried"]
      ),
      (["PANOC-YC20.9=0", "PANOC-YC20.11=0", "PANOC-YC20.16=0"], []),
      (["PANOC-YC20.16=1"], ["safeguarding: PANOC-YC20 item 16"]),
      (["PANOC-YC20.9=2", "PANOC-YC20.10=2"], ["safeguarding: PANOC-YC20 item 9"]),
      (["PANOC-YC20.11=1", "safe=yes"], ["safeguarding: PANOC-YC20 item 11"]),
    ])
  func alarms(answers: [String], raised: [String]) throws {
    var assessment = brief()
    assessment.answers = answers
    #expect(try assessment.briefFindings(alarms: Self.panoc).alarms.map(\.raised) == raised)
  }

  @Test("P1: what is feared stands in the flag")
  func words() throws {
    #expect(try brief("worries=Dad shouts.").briefFindings().alarms.map(\.text) == ["Dad shouts."])
  }

  @Test(
    "P10: a child may end supported by the setting, identified and counted",
    arguments: [
      ("level=none", "supported by the setting"),
      ("level=the setting's own", "supported by the setting"),
      ("level=another service", "referred"), ("level=specialist", "referred"), ("hours=0-9", nil),
    ])
  func outcome(answer: String, outcome: String?) throws {
    #expect(try brief(answer).briefFindings().outcome == outcome)
  }

  @Test("P10: a concern is never the setting's alone")
  func concern() throws {
    let unsafe = try brief("level=the setting's own", "safe=no").briefFindings()
    #expect(unsafe.outcome == "referred" && unsafe.alarms.count == 1)
  }

  @Test(
    "P3, P4: consent is a fact of its own, and a refusal stops nothing",
    arguments: [
      ("consent=agreed", Consent.Answer.agreed), ("consent=refused", .refused),
      ("consent=not asked", .notAsked),
    ])
  func consent(answer: String, expected: Consent.Answer) throws {
    let consent = try #require(try brief(answer).briefFindings().consent)
    #expect(consent.answer == expected)
    #expect(consent.person == ID("P1"))
    #expect(consent.what == ["brief assessment"])
    #expect(try brief("hours=0-9").briefFindings().consent == nil)
  }

  @Test("P22: attendance is dated, with its source")
  func education() throws {
    let found = try brief(
      "attendance=88", "suspensions=2", "attendanceFrom=2026-09-01", "attendanceTo=2026-11-20"
    ).briefFindings()
    let education = try #require(found.education)
    #expect(education.attendance == "88")
    #expect(education.suspensions == 2)
    #expect(education.source == "Oakfield Academy")
    #expect(education.starts?.description == "2026-09-01")
    #expect(education.ends?.description == "2026-11-20")
    #expect(found.remarks.isEmpty)
  }

  @Test("P22: without its period it is an answer and no fact; a period that ends first is refused")
  func undated() throws {
    for answers in [["attendance=88"], ["suspensions=1", "attendanceFrom=2026-09-01"]] {
      var assessment = brief()
      assessment.answers = answers
      let found = try assessment.briefFindings()
      #expect(found.education == nil)
      #expect(found.remarks.count == 1)
    }
    let backwards = brief("attendance=88", "attendanceFrom=2026-09-02", "attendanceTo=2026-09-01")
    #expect {
      try backwards.briefFindings()
    } throws: {
      ($0 as? Problem)?.code == "period-backwards"
    }
  }
}
