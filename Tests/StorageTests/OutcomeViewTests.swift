import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What is to be reviewed, has ended and was scored is the same by SQL and by the rules")
struct OutcomeViewTests {
  private static let days = (0..<40).map { Day(number: 20_740 + $0) }

  /// Families whose conferences, plans, endings and scores chance decides.
  private func desk(_ random: inout Seeded) throws -> Desk {
    let desk = try Desk()
    let rows = (0..<30).map { "Child\($0),Name\($0),20\(10 + $0 % 6)-0\(1 + $0 % 9)-17" }
    _ = try desk.take("given,surname,born\n\(rows.joined(separator: "\n"))\n", agency: "Oak")
    let children = try desk.read { try $0.referrals(on: Day(number: 20_780)) }
    try desk.write { writer in
      for listed in children {
        for _ in 0..<Int.random(in: 0...7, using: &random) {
          try write(about: listed.person, writer, &random)
        }
      }
    }
    return desk
  }

  private func write(about child: ID, _ writer: Writer, _ random: inout Seeded) throws {
    func day(_ random: inout Seeded) -> Day {
      Self.days.randomElement(using: &random) ?? Day(number: 0)
    }
    func maybe(_ random: inout Seeded) -> Day? { random.chance(2) ? nil : day(&random) }
    func kept<One: Payload>(_ blank: One, _ fill: (inout One) -> Void) throws {
      var one = blank
      one.header = try writer.header(about: child)
      fill(&one)
      try writer.append(one.entry)
    }
    let (when, other, third) = (day(&random), maybe(&random), maybe(&random))
    let isIt = random.chance(2)
    switch Int.random(in: 0...6, using: &random) {
    case 0, 1:
      try kept(Conference()) { conference in
        conference.purpose = isIt ? .review : .plan
        conference.place = "1"
        conference.date = when
        conference.held = other
        conference.reviewDate = third
        conference.continuesUntil = isIt ? third : nil
      }
    case 2:
      try kept(FamilyPlan()) { plan in
        plan.header.day = when
        plan.reviewDate = other
        plan.ended = isIt ? third : nil
      }
    case 3: try kept(Closure()) { $0.header.day = when }
    case 4:
      try kept(Reopening()) { reopening in
        reopening.header.day = when
        reopening.because = "again"
      }
    case 5:
      try kept(Triage()) { triage in
        triage.person = child
        triage.ways = [isIt ? "accepted" : "declined"]
      }
    default:
      try kept(Assessment()) { assessment in
        assessment.form = .outcomes
        assessment.person = child
        assessment.header.day = when
        assessment.scorer = isIt ? "child" : "parent"
        assessment.stage = other == nil ? "first" : "closing"
        assessment.answers = ["family=3", "peers=4", "words=so=so", "parentMaySee=none"]
      }
    }
  }

  @Test("P33, P35: reviews due, endings and scores", arguments: 1...6)
  func same(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let desk = try desk(&random)
    let files = try desk.read { reader in
      try reader.allFamilies().map { try reader.caseFile($0) }
    }
    let listed = try desk.read { try $0.reviewsDue(on: Day(number: 20_780)) }
    let due = Dictionary(uniqueKeysWithValues: listed.map { ($0.family, $0.due) })
    for file in files { #expect(due[file.family] == file.reviewDue, "\(file.family)") }
    #expect(due.count > 3 && due.count < files.count)
    let ended = try desk.sql { try String.fetchSet($0, sql: "SELECT familyToday FROM endedCases") }
    let closed = files.filter { if case .closed = $0.involvement { true } else { false } }
    #expect(ended == Set(closed.map(\.family.text)))
    #expect(ended.count > 1)
    let scores = try desk.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM areaScores") ?? 0 }
    let told = files.flatMap { file in file.children.flatMap { file.scored($0.id) } }
    #expect(scores == 2 * told.count && scores > 10)
    let families = try desk.read { try $0.endedFamilies(from: Self.days[5], until: Self.days[30]) }
    let within = files.filter { file in
      file.all(Closure.self).contains { (Self.days[5]...Self.days[30]).contains($0.header.day) }
    }
    #expect(Set(families) == Set(within.map(\.family)))
    let missing = try desk.sql { db in
      try Row.fetchAll(db, sql: "SELECT today, scorer FROM closingsNotScored").map {
        "\($0[0] as String) \($0[1] as String)"
      }
    }
    #expect(Set(missing).count == missing.count)
    for file in closed {
      for child in file.children {
        let distance = Distance(file.scored(child.id, in: file.spell), closingOnly: true)
        for scorer in [Scorer.child, .parent] where distance.unpaired(by: scorer) == .onlyFirst {
          #expect(missing.contains("\(child.id.text) \(scorer.rawValue)"))
        }
      }
    }
  }
}
