import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("How long each referral waited is kept as the entries say")
struct WaitedTests {
  /// What somebody may do to a store that bears on a wait.
  private static func act(_ desk: Desk, _ people: inout [ID], _ random: inout Seeded) throws {
    let person = people.randomElement(using: &random)
    switch Int.random(in: 0...6, using: &random) {
    case 0, 1: people.append(try referred(desk, again: random.chance(3) ? person : nil, &random))
    case 2, 3:
      guard let person else { return }
      let (day, isAbout) = (Int32.random(in: 20_700...20_780, using: &random), random.chance(3))
      try desk.write { writer in
        var assessment = Assessment()
        assessment.header = try writer.header(about: person)
        assessment.person = person
        assessment.form = .brief
        assessment.finished = Day(number: day)
        if isAbout {
          assessment.about = try String.fetchOne(
            writer.db, sql: "SELECT id FROM referral WHERE person = ?", arguments: [person.text]
          ).map { ID($0) }
        }
        try writer.append(assessment.entry)
      }
    case 4:
      guard let person, let other = people.randomElement(using: &random), other != person else {
        return
      }
      let same = random.chance(2)
      _ = try? desk.write {
        try Deciding($0, because: ["a test"]).decide(person, other, same: same)
      }
    default:
      let kind = ["referral", "assessment", "samePerson", "withdrawal"].randomElement(
        using: &random)
      let place = Int.random(in: 0..<20, using: &random)
      try desk.write { writer in
        let id = try String.fetchOne(
          writer.db, sql: "SELECT id FROM \(kind ?? "referral") ORDER BY seq LIMIT 1 OFFSET ?",
          arguments: [place])
        guard let id else { return }
        var withdrawal = Withdrawal()
        withdrawal.header = writer.header(family: nil)
        withdrawal.entries = [id]
        withdrawal.because = "a test"
        try writer.append(withdrawal.entry)
      }
    }
  }

  private static func referred(_ desk: Desk, again: ID?, _ random: inout Seeded) throws -> ID {
    let day = Day(number: Int32.random(in: 20_700...20_770, using: &random))
    let year = ["8", "Year 9", nil].randomElement(using: &random) ?? nil
    return try desk.write { writer in
      let family: ID
      if let again {
        family = try writer.reader.home(of: again)
      } else {
        family = try writer.newID(.family)
        var one = Family()
        one.header = writer.header(family: family, id: family)
        try writer.append(one.entry)
      }
      let child: ID
      if let again {
        child = again
      } else {
        var person = Person()
        person.header = writer.header(family: family, id: try writer.newID(.person))
        person.year = year
        try writer.append(person.entry)
        child = person.header.id
      }
      var referral = Referral()
      referral.header = writer.header(family: family)
      referral.header.day = day
      referral.agency = "Oakfield"
      referral.person = child
      try writer.append(referral.entry)
      return child
    }
  }

  private static func kept(_ desk: Desk) throws -> [String] {
    try desk.sql { try Waited.rows($0).map(\.description) }
  }

  @Test("A check finds a row that the entries do not say")
  func found() throws {
    var random = Seeded(5)
    let desk = try Desk()
    var people: [ID] = []
    for _ in 0..<20 { try Self.act(desk, &people, &random) }
    try desk.open().prepareWaited()
    #expect(try desk.findings() == [])
    try desk.sql { try $0.execute(sql: "UPDATE waited SET assessed = day + 3000") }
    #expect(try desk.findings() == ["waited-stale"])
  }

  @Test("What is changed bit by bit is what is worked out from nothing", arguments: 1...6)
  func sameEitherWay(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let desk = try Desk()
    var people: [ID] = []
    for _ in 0..<60 {
      try Self.act(desk, &people, &random)
      if random.chance(3) { try desk.open().prepareWaited() }
    }
    try desk.open().prepareWaited()
    let changed = try Self.kept(desk)
    try desk.sql { try $0.execute(sql: "DELETE FROM waitedUntil; INSERT INTO stale VALUES ('x')") }
    try desk.open().prepareWaited()
    #expect(try changed == Self.kept(desk))
    #expect(!changed.isEmpty)
  }

  /// By the rules of a case, and not by the same SQL.
  @Test("Each wait is to the assessment about the referral, else to the child's first since")
  func byTheRules() throws {
    var random = Seeded(99)
    let desk = try Desk()
    var people: [ID] = []
    for _ in 0..<150 { try Self.act(desk, &people, &random) }
    try desk.open().prepareWaited()
    let days = Day(number: 0)...Day(number: 30_000)
    let found = try desk.read { try $0.waited(days) }
    let expected = try desk.read { reader -> [String] in
      var lines: [String] = []
      try reader.eachCase { file in
        for referral in file.referrals {
          let done = file.all(Assessment.self).filter {
            $0.finished != nil && $0.person.map(file.today) == referral.person.map(file.today)
          }
          let own = done.filter { $0.about == referral.header.id }.compactMap(\.finished).min()
          let since = done.compactMap(\.finished).filter { $0 >= referral.header.day }.min()
          let wait = (own ?? since).map { max(0, $0.number - referral.header.day.number) } ?? -1
          lines.append("\(referral.header.day.number) \(wait)")
        }
      }
      return lines.sorted()
    }
    #expect(zip(found.days, found.waits).map { "\($0) \($1)" }.sorted() == expected)
    #expect(found.waits.contains { $0 > 0 } && found.waits.contains(-1))
  }
}
