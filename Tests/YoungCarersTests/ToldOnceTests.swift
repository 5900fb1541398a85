import Testing

@testable import YoungCarers

private func assessed(
  _ id: String, _ form: Assessment.Form, by setting: String?, on day: Int, of person: String = "P1",
  _ answers: String...
) -> Entry {
  var assessment = Assessment()
  assessment.header.id = ID(id)
  assessment.header.family = ID("F1")
  assessment.header.day = Day(number: Int32(day))
  assessment.form = form
  assessment.setting = setting
  assessment.person = ID(person)
  assessment.answers = answers
  return .assessment(assessment)
}

@Suite("The told-once ledger") struct ToldOnceTests {
  private let file = CaseFile(
    family: ID("F1"),
    entries: [
      assessed(
        "A1", .brief, by: "Oakfield Academy", on: 1, "hours=0-9", "relied=2", "safe=yes",
        "level=none", "MACA-YC18.1=2"),
      assessed("A2", .brief, by: "OAKFIELD academy", on: 2, of: "P2", "hours=10-19", "safe=yes"),
      assessed("A3", .needs, by: nil, on: 3, "relied=Wholly", "excessive=none", "decision=Yes"),
      assessed("A4", .brief, by: "Riverside Surgery", on: 4, of: "P3", "hours=0-9"),
      assessed("A5", .transition, by: "Council", on: 5, "consent=consents", "willing=Yes"),
      assessed("A6", .brief, by: "Council", on: 6, "willing=yes", "MACA-YC18.1=1"),
    ], aliases: [Identity.Alias(id: ID("P2"), person: ID("P1"), family: ID("F1"))])

  @Test("Questions of two forms that ask the same are one, whoever asked, of one child today")
  func same() {
    let ledger = file.told(ID("P1"))
    let times = Dictionary(uniqueKeysWithValues: ledger.map { ($0.question, $0) })
    #expect(ledger.map(\.question) == ["hours", "relied", "MACA-YC18.1", "excessive", "willing"])
    #expect(times["hours"]?.askings.map(\.assessment) == [ID("A1"), ID("A2")])
    #expect(times["hours"]?.agencies == 1)
    #expect(times["relied"]?.askings.map(\.form) == [.brief, .needs])
    #expect(times["relied"]?.agencies == 2)
    #expect(times["willing"]?.agencies == 1)
    #expect(times["MACA-YC18.1"]?.askings.count == 2)
    #expect(times["excessive"]?.isRepeated == false)
    #expect(file.told(ID("P2")) == ledger)
    #expect(file.told(ID("P3")).map(\.question) == ["hours"])
  }

  @Test("P1, P4: what is asked every time on purpose, and what nobody is asked, is not counted")
  func apart() {
    for code in ["safe", "worries", "consent", "level", "decision", "attendance"] {
      #expect(AssessmentForm.question(code, of: .brief) == nil)
    }
    let service = Service(.plain)
    for form in [Assessment.Form.brief, .needs, .transition] {
      let items = AssessmentForm(form, service)?.items ?? []
      #expect(items.contains { AssessmentForm.question($0.code, of: form) != nil })
    }
  }

  @Test("Children are summed up: how many questions, asked again, and by more than one agency")
  func totals() {
    var totals = ToldTotals()
    for child in ["P1", "P3", "P4"] { totals.add(file.told(ID(child))) }
    #expect(totals.children == 2)
    #expect(totals.questions == 6)
    #expect(totals.askings == 10)
    #expect(totals.repeated == 4)
    #expect(totals.byAgencies == 2)
  }
}
