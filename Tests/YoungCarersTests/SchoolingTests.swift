import Testing

@testable import YoungCarers

@Suite("Schooling, first and last")
struct SchoolingTests {
  private func school(
    _ attendance: String?, suspensions: Int? = nil, until ends: String?, by source: String? = nil,
    written day: String = "2026-11-01"
  ) -> Education {
    var school = Education()
    school.header.id = ID("\(ends ?? "")\(day)\(attendance ?? "")")
    school.header.day = Day(day) ?? school.header.day
    school.person = ID("YP-3CR9-H4NT-Y")
    school.attendance = attendance
    school.suspensions = suspensions
    school.ends = ends.flatMap { Day($0) }
    school.source = source
    return school
  }

  @Test("P22: by the end of its period, whatever the order in which it was written down")
  func order() {
    let late = school("93", until: "2026-07-17", by: "Vale High", written: "2026-05-01")
    let early = school("84", until: "2025-12-19", by: "Mum", written: "2026-11-01")
    for said in [[late, early], [early, late]] {
      let pair = Schooling(said).attendance
      #expect(pair?.first.value == "84" && pair?.first.source == "Mum")
      #expect(pair?.last?.value == "93" && pair?.last?.source == "Vale High")
    }
  }

  @Test("P22: each stands by itself, and what was told once has no last")
  func each() {
    let found = Schooling([
      school("84", until: "2025-12-19"), school(nil, suspensions: 2, until: "2026-03-27"),
      school("90", until: nil, written: "2026-04-10"),
    ])
    #expect(found.attendance?.last?.value == "90")
    #expect(found.suspensions?.first.value == 2 && found.suspensions?.last == nil)
    #expect(found.attainment == nil)
  }

  @Test("P22: of this child, in this involvement")
  func ofTheChild() {
    let (mine, other) = (school("84", until: "2025-12-19"), school("51", until: "2026-03-27"))
    var theirs = other
    theirs.person = ID("YP-6HN8-D2QM-H")
    var before = school("70", until: "2024-12-20", written: "2024-12-21")
    before.header.id = ID("before")
    let file = CaseFile(
      family: ID("YC-7KQ4-M2DX-J"),
      entries: [.education(mine), .education(theirs), .education(before)], aliases: [])
    let spell = Spell(from: Day("2026-01-01"))
    let found = file.schooling(of: ID("YP-3CR9-H4NT-Y"), in: spell, for: .worker).attendance
    #expect(found?.first.value == "84" && found?.last == nil)
  }

  @Test(
    "P5, P7: a parent sees what a worker found out and what they said themselves, no more than they may",
    arguments: [
      ("worker", nil, true), ("parent", "Mum", true), ("parent", "Dad", false),
      ("child", nil, false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func parents(scorer: String?, name: String?, isSeen: Bool) {
    var one = SafetyCase()
    // Without a scorer it is a setting's brief assessment.
    let assessment = one.add(Assessment()) { assessment in
      assessment.form = scorer == nil ? .brief : .outcomes
      assessment.person = SafetyCase.child
      assessment.scorer = scorer
      assessment.scorerName = name
      assessment.stage = "first"
      assessment.answers = ["family=4"]
    }
    one.add(Education()) { school in
      school.person = SafetyCase.child
      school.about = assessment
      school.attendance = "84"
    }
    func seen(_ file: CaseFile, _ reader: ScoreReader) -> Bool {
      file.schooling(of: SafetyCase.child, in: file.spell, for: reader).attendance != nil
    }
    #expect(seen(one.file, .parent("Mum")) == isSeen)
    #expect(seen(one.file, .worker) && seen(one.file, .child))
    one.add(Assessment()) { wish in
      wish.form = .outcomes
      wish.person = SafetyCase.child
      wish.scorer = "child"
      wish.stage = "review"
      wish.answers = ["parentMaySee=all"]
    }
    #expect(seen(one.file, .parent("Mum")) == (isSeen || scorer == "child"))
  }
}
