import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("Who is who")
struct IdentityTests {
  /// A new family with a child, as an import files it; `home` where it is known.
  @discardableResult
  private func child(_ desk: Desk, in home: ID? = nil) throws -> (person: ID, family: ID) {
    try desk.write { writer in
      let id = try writer.newID(.family)
      if home == nil {
        var family = Family()
        family.header = writer.header(family: id, id: id)
        try writer.append(.family(family))
      }
      var person = Person()
      person.header = writer.header(family: home ?? id, id: try writer.newID(.person))
      person.given = "Ava"
      try writer.append(.person(person))
      var referral = Referral()
      referral.header = writer.header(family: home ?? id)
      referral.person = person.header.id
      try writer.append(.referral(referral))
      return (person.header.id, home ?? id)
    }
  }

  private func decide(_ desk: Desk, _ one: ID, _ other: ID, same: Bool) throws {
    _ = try desk.write { try Deciding($0, because: ["a test"]).decide(one, other, same: same) }
  }

  /// What `carers undo` writes.
  private func undo(_ desk: Desk, _ number: Int? = nil) throws {
    try desk.write { writer in
      let journal = try writer.reader.journal()
      let command = try #require(number.map { journal[$0] } ?? journal.last)
      var withdrawal = Withdrawal()
      withdrawal.header = writer.header(family: nil)
      withdrawal.entries = try writer.reader.references(in: command.entries).map(\.id.text)
      withdrawal.because = "undone"
      try writer.append(.withdrawal(withdrawal))
    }
  }

  @Test("Joining and undoing is as if nothing had been, and undoing that joins again")
  func inverse() throws {
    for families in [false, true] {
      let desk = try Desk()
      let (a, b, c) = (try child(desk), try child(desk), try child(desk))
      try decide(desk, a.person, b.person, same: true)
      let before = try desk.derived()
      let pair = families ? (b.family, c.family) : (b.person, c.person)
      try decide(desk, pair.0, pair.1, same: true)
      let joined = try desk.derived()
      #expect(joined != before)
      try undo(desk)
      #expect(try desk.derived().filter { !$0.contains("cause") } == before)
      try undo(desk)
      #expect(try desk.derived().filter { !$0.contains("cause") } == joined)
      #expect(try desk.findings() == [])
    }
  }

  @Test("Parting gives each their own back")
  func parting() throws {
    let desk = try Desk()
    let (a, b) = (try child(desk), try child(desk))
    let before = try desk.derived()
    try decide(desk, a.person, b.person, same: true)
    #expect(try desk.read { try $0.today(b.person).family } == a.family)
    try decide(desk, a.person, b.person, same: false)
    #expect(try desk.derived().filter { !$0.contains("cause") } == before)
    #expect(try desk.read { try $0.caseFile(b.family).members.map(\.id) } == [b.person])
    #expect(try desk.read { try $0.caseFile(a.family).members.map(\.id) } == [a.person])
  }

  @Test("Two joined in more than one way are parted in all of them")
  func triangle() throws {
    let desk = try Desk()
    let (a, b, c) = (try child(desk).person, try child(desk).person, try child(desk).person)
    try decide(desk, a, b, same: true)
    try decide(desk, b, c, same: true)
    try undo(desk)
    try decide(desk, a, c, same: true)
    try undo(desk, 5)
    try decide(desk, a, c, same: false)
    #expect(try desk.read { try $0.today(a).person != $0.today(c).person })
  }

  @Test("Who is parted takes those along who were joined to them")
  func partingKeepsOthers() throws {
    let desk = try Desk()
    let people = try (0..<4).map { _ in try child(desk).person }
    try decide(desk, people[0], people[1], same: true)
    try decide(desk, people[1], people[2], same: true)
    try decide(desk, people[2], people[3], same: true)
    try decide(desk, people[0], people[2], same: false)
    let today = try desk.read { reader in try people.map { try reader.today($0).person } }
    #expect(today == [people[0], people[0], people[2], people[2]])
  }

  @Test("Step by step is the same as from the beginning, and nothing written ever changes")
  func incremental() throws {
    let desk = try Desk(seed: 5)
    var random = Seeded(5)
    var people: [ID] = []
    var families: [ID] = []
    var before: [String] = []
    for step in 0..<200 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0...3:
        let isKnown = !families.isEmpty && random.chance(3)
        let made = try child(desk, in: isKnown ? families.randomElement(using: &random) : nil)
        people.append(made.person)
        if !isKnown { families.append(made.family) }
      case 4...7:
        let ends = random.chance(4) ? families : people
        guard let one = ends.randomElement(using: &random),
          let other = ends.randomElement(using: &random), one != other
        else { continue }
        let same = !random.chance(3)
        // Whom nobody joined cannot be parted, nor the joined be joined.
        let done: Void? = try unless("pair-joined", "pair-filed", "pair-through-people") {
          try decide(desk, one, other, same: same)
        }
        guard done != nil, ends == people else { break }
        let today = try desk.read { (try $0.today(one).person, try $0.today(other).person) }
        #expect((today.0 == today.1) == same, "step \(step)")
      case 8, 9:
        guard let subject = (people + families).randomElement(using: &random) else { continue }
        try desk.write { writer in
          var note = Note()
          note.header = try writer.header(about: subject)
          note.person = subject.shape == .person ? subject : nil
          note.text = "Rang."
          try writer.append(.note(note))
        }
      default:
        let journal = try desk.read { try $0.journal() }
        guard let number = journal.indices.suffix(12).randomElement(using: &random) else {
          continue
        }
        try undo(desk, number)
      }
      let again = try desk.sql { db in
        let kept = try derivedRows(db)
        var rebuilt: [String] = []
        try db.inTransaction {
          try Derived(db).rebuild()
          rebuilt = try derivedRows(db)
          return .rollback
        }
        return (kept, rebuilt)
      }
      try #require(again.0 == again.1, "step \(step)")
      let now = try desk.sql { try rows($0, of: entryTables) }
      #expect(Set(before).isSubset(of: now), "step \(step)")
      before = now
      if step % 10 == 9 { try expectOneChronologyEach(desk, families) }
    }
    #expect(try desk.findings() == [])
  }

  /// Whoever is joined or parted, each entry that stands and is filed stands in one case and no other.
  private func expectOneChronologyEach(_ desk: Desk, _ families: [ID]) throws {
    let today = try Set(desk.read { reader in try families.map { try reader.today($0).family } })
    let shown = try desk.read { reader in
      try today.flatMap { try reader.caseFile($0).standing.map(\.id) }
    }
    var filed: [ID] = []
    try desk.read { reader in
      try reader.forEachEntry { entry in
        if entry.header.family != nil, try !reader.hasFallen(entry.id) { filed.append(entry.id) }
      }
    }
    let isEach = shown.sorted() == filed.sorted()
    #expect(isEach, "\(shown.count) are shown of \(filed.count)")
  }

  @Test("What is written of the joined goes with each when they are parted")
  func notesGoAlong() throws {
    for families in [false, true] {
      let desk = try Desk()
      let (a, b) = (try child(desk), try child(desk))
      let (one, other) = families ? (a.family, b.family) : (a.person, b.person)
      try decide(desk, one, other, same: true)
      let written = try desk.write { writer in
        try [a.person, b.person, a.family, b.family].map { subject in
          var note = Note()
          note.header = try writer.header(about: subject)
          note.person = subject.shape == .person ? subject : nil
          note.text = "Rang."
          return try writer.append(.note(note)).id
        }
      }
      func notes(_ family: ID) throws -> [ID] {
        try desk.read { try $0.caseFile(family).entries }
          .filter { if case .note = $0 { true } else { false } }.map(\.id)
      }
      #expect(try notes(a.family) == written && notes(b.family) == written)
      try decide(desk, one, other, same: false)
      #expect(try notes(a.family) == [written[0], written[2]])
      #expect(try notes(b.family) == [written[1], written[3]])
    }
  }

  @Test("An entry about somebody, filed under another case, is not taken in and is found")
  func misfiled() throws {
    let desk = try Desk()
    let (a, b) = (try child(desk), try child(desk))
    func add(_ writer: Writer) throws {
      var note = Note()
      note.header = writer.header(family: a.family)
      note.person = b.person
      note.text = "Rang."
      try writer.append(.note(note))
    }
    let problem = #expect(throws: Problem.self) { try desk.write(add) }
    #expect(problem?.code == "entry-misfiled" && problem?.status == .data)
    #expect(try desk.read { try $0.count(.note) } == 0)
    try desk.sql { db in
      try db.execute(
        sql: "UPDATE referral SET family = ? WHERE person = ?",
        arguments: [a.family.text, b.person.text])
    }
    #expect(try desk.findings().contains("entry-misfiled"))
  }
}
