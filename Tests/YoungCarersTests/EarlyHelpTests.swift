import Testing
import YoungCarers

@Suite("List 2 of Annex A")
struct EarlyHelpTests {
  @Test(
    "Gender has the annex's words where what was given is unambiguous",
    arguments: [
      (nil, "c) Not stated/recorded"), ("F", "b) Female"), ("female", "b) Female"),
      ("M", "a) Male"), ("Boy", "a) Male"), ("U", "c) Not stated/recorded"),
      ("Neither", "d) Neither"), ("trans boy", "trans boy"),
    ] as [(String?, String)])
  func gender(given: String?, word: String) { #expect(AnnexACode.gender(given) == word) }

  @Test(
    "Ethnicity has its letter and main code, and stands as given where no code is sure",
    arguments: [
      (nil, "t) NOBT"), ("WBRI", "a) WBRI"), ("wbri", "a) WBRI"), ("White - British", "a) WBRI"),
      ("CHNE", "q) CHNE"), ("OOTH", "r) OOTH"), ("Refused", "s) REFU"), ("unknown", "t) NOBT"),
      ("Arab", "Arab"), ("African", "African"),
    ] as [(String?, String)])
  func ethnicity(given: String?, word: String) { #expect(AnnexACode.ethnicity(given) == word) }

  private func rows(on day: String, _ fill: (inout SafetyCase) -> Void) -> [EarlyHelpAssessment] {
    var safety = SafetyCase()
    fill(&safety)
    return safety.file.earlyHelp(inspectedOn: SafetyCase.day(day), by: "the service")
  }

  @Test(
    "It is in the list from the day it began until six months after it was finished",
    arguments: [
      ("2026-02-09", false), ("2026-02-10", true), ("2026-05-31", true), ("2026-11-30", true),
      ("2026-12-01", false),
    ])
  func span(day: String, isListed: Bool) {
    let found = rows(on: day) { safety in
      safety.add(Assessment(), on: "2026-02-10") {
        $0.person = SafetyCase.child
        $0.finished = SafetyCase.day("2026-05-31")
      }
    }
    #expect(found.count == (isListed ? 1 : 0))
    // What is to come is not known on the day of inspection.
    if day == "2026-02-10" { #expect(found.first?.completed == nil) }
  }

  @Test("A needs assessment is one once it has begun; scores and transition are none")
  func forms() {
    for (form, started, isOne) in [
      (Assessment.Form.needs, nil, false), (.needs, "2026-11-02", true), (.brief, nil, true),
      (.transition, "2026-11-02", false), (.outcomes, "2026-11-02", false),
    ] as [(Assessment.Form, String?, Bool)] {
      let found = rows(on: "2026-11-20") { safety in
        safety.add(Assessment()) {
          $0.form = form
          $0.person = SafetyCase.child
          $0.started = started.map(SafetyCase.day)
        }
      }
      #expect(found.count == (isOne ? 1 : 0))
      #expect(found.allSatisfy { $0.organisation == "the service" && $0.age == 13 })
    }
  }

  @Test("Only young carers are in it, and days are written as the annex has them")
  func carers() {
    let found = rows(on: "2026-11-20") { safety in
      for person in [SafetyCase.child, SafetyCase.brother] {
        safety.add(Assessment()) { $0.person = person }
      }
    }
    #expect(found.map(\.child) == [SafetyCase.child.text])
    #expect(found.first?.values[3] == "01/05/2013")
    #expect(found.first?.values.count == EarlyHelpAssessment.columns.count)
  }
}
