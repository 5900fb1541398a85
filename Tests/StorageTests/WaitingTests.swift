import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("Who waits, by rows that SQL chose, is who waits by each case's own entries")
struct WaitingTests {
  private func desk(_ random: inout Seeded) throws -> Desk {
    let desk = try Desk()
    var rows: [String] = []
    for (place, given) in ["Ava", "Noah", "Zoe", "Omar", "Lily", "Ivan"].enumerated() {
      for (step, surname) in ["Khan", "Okafor", "Hartley", "Novak", "Osei"].enumerated() {
        rows.append("\(given),\(surname),20\(10 + step)-0\(place + 1)-17,LS\(place)\(step) 1AB")
      }
    }
    for agency in ["Oak", "Elm"] {
      let sheet = rows.filter { _ in !random.chance(3) }.joined(separator: "\n")
      _ = try desk.take("given,surname,born,postcode\n\(sheet)\n", agency: agency)
    }
    let all = try desk.read { try $0.referrals(on: Day(number: 20_780)) }
    try desk.write { writer in
      for listed in all { try write(of: listed, writer, &random) }
    }
    return desk
  }

  private func write(of listed: ListedReferral, _ writer: Writer, _ random: inout Seeded) throws {
    if !random.chance(3) {
      var screening = Screening()
      screening.header = try writer.header(about: listed.person)
      screening.about = listed.referral
      screening.person = listed.person
      screening.result =
        [.clear, .s17, .moreInformation, .advice].randomElement(using: &random) ?? .clear
      try writer.append(.screening(screening))
    }
    if random.chance(4) {
      var flag = SafeguardingFlag()
      flag.header = try writer.header(about: listed.person)
      flag.person = listed.person
      flag.raised = "safeguarding"
      try writer.append(.flag(flag))
      if random.chance(2) {
        var answer = SafeguardingFlag()
        answer.header = try writer.header(about: listed.person)
        answer.person = listed.person
        answer.answers = flag.header.id
        try writer.append(.flag(answer))
      }
    }
    if random.chance(2) {
      var triage = Triage()
      triage.header = try writer.header(about: listed.person)
      triage.person = listed.person
      triage.ways =
        [["needs assessment"], ["transition assessment", "needs assessment"], ["declined"]]
        .randomElement(using: &random) ?? []
      try writer.append(.triage(triage))
    }
    guard random.chance(2) else { return }
    var assessment = Assessment()
    assessment.header = try writer.header(about: listed.person)
    assessment.person = listed.person
    assessment.form = [.needs, .transition, .brief].randomElement(using: &random) ?? .needs
    assessment.answers = ["school=2"]
    try writer.append(.assessment(assessment))
    guard random.chance(2) else { return }
    let before = assessment.header
    assessment.header = writer.header(family: before.family)
    assessment.header.replaces = before.id
    assessment.finished = Day(number: 20_785)
    try writer.append(.assessment(assessment))
  }

  /// The rule, case by case: a triage that no finished assessment follows, or one under way.
  private func waits(_ child: ID, _ form: Assessment.Form, _ file: CaseFile) -> Bool {
    let assessments = file.assessments(form, of: child)
    let done = assessments.filter { $0.finished != nil }.map(\.header.recorded).max()
    let isTriaged = file.all(Triage.self).contains { triage in
      triage.person.map(file.today) == child && triage.ways.contains("\(form.rawValue) assessment")
        && done.map { $0 < triage.header.recorded } ?? true
    }
    return isTriaged || assessments.contains { $0.finished == nil }
  }

  @Test("P25 and P26: children, first days, screens, concerns and need", arguments: [1, 2, 3])
  func same(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    try desk(&random).read { reader in
      let files = try reader.allFamilies().map { try reader.caseFile($0) }
      for form in [Assessment.Form.needs, .transition] {
        let found = try reader.waiting(form)
        var expected: Set<ID> = []
        for file in files {
          for child in file.children where waits(child.id, form, file) { expected.insert(child.id) }
        }
        #expect(Set(found.map(\.person)) == expected)
        #expect(found.count == expected.count && found.count > 3)
        for child in found {
          let file = try #require(files.first { $0.family == child.family })
          let isScreened = (try? file.requireScreened(child.person, before: "a list")) != nil
          #expect(child.isScreened == isScreened)
          let isConcern = file.screening(of: child.person)?.result.isConcern ?? false
          let isFlagged = file.openFlags.contains { $0.person.map(file.today) == child.person }
          let isNews = file.unreadRepeats.contains { $0.person.map(file.today) == child.person }
          #expect(child.hasNews == isNews)
          #expect(child.isInDanger == (isConcern || isFlagged))
          let facts = file.triageFacts(of: child.person, on: Day(number: 20_780))
          #expect(child.brief == facts.brief)
          #expect(child.born == facts.born)
        }
        #expect(try reader.flow(form).joined.count >= found.count)
      }
    }
  }

  @Test("P25: a triage after the finish stays, though the record is given later still")
  func recordGiven() throws {
    let desk = try Desk()
    _ = try desk.take("given,surname,born\nAva,Khan,2012-01-17\n", agency: "Oak")
    let listed = try #require(try desk.read { try $0.referrals(on: Day(number: 20_780)) }.first)
    try desk.write { writer in
      var assessment = Assessment()
      assessment.header = try writer.header(about: listed.person)
      assessment.person = listed.person
      assessment.form = .needs
      assessment.finished = Day(number: 20_780)
      try writer.append(.assessment(assessment))
      var triage = Triage()
      triage.header = try writer.header(about: listed.person)
      triage.person = listed.person
      triage.ways = ["needs assessment"]
      try writer.append(.triage(triage))
      let before = assessment.header
      assessment.header = writer.header(family: before.family)
      assessment.header.replaces = before.id
      assessment.begun = before.id
      assessment.recordGiven = Day(number: 20_780)
      try writer.append(.assessment(assessment))
    }
    #expect(try desk.read { try $0.waiting(.needs) }.map(\.person) == [listed.person])
    #expect(try desk.read { try $0.waiting(.transition) }.isEmpty)
  }

  @Test("P25: a list is open until it is closed, and the last word counts")
  func lists() throws {
    let desk = try Desk()
    #expect(try desk.read { try $0.listing(.needs) } == nil)
    for state in [ListChange.State.closed, .open, .closed] {
      try desk.write { writer in
        var change = ListChange()
        change.header = writer.header(family: nil)
        change.state = state
        try writer.append(.listing(change))
      }
      let isClosed = try desk.read { try $0.closing(.needs) } != nil
      #expect(isClosed == (state == .closed))
      #expect(try desk.read { try $0.closing(.transition) } == nil)
    }
  }
}
