import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("A check of a store")
struct VerificationTests {
  /// A store with entries of every kind, in a dozen commands.
  private static func written() throws -> Desk {
    let desk = try Desk()
    var entries = Entries(seed: 21)
    try desk.load(try entries.lines(200))
    let given = ["Ava", "Bo", "Cai", "Dee", "Eve", "Flo", "Gil", "Hal", "Ida", "Jon", "Kit", "Lea"]
    let people = given.enumerated().map { number, name in
      "\(name),Okafor\(name),\(number + 11)/02/20\(number % 6 + 10),\(number) Oak Road"
    }
    let sheet = "first_name,last_name,dob,address\n" + people.joined(separator: "\n") + "\n"
    _ = try desk.take(sheet, agency: "Oakfield")
    let children = try desk.people().filter { given.contains($0.given) }
    for pair in 0..<5 {
      _ = try desk.write {
        try Deciding($0, because: []).decide(
          children[pair * 2].id, children[pair * 2 + 1].id, same: true)
      }
    }
    return desk
  }

  @Test("Finds nothing where nothing was done", arguments: [Medium.file, .folder])
  func clean(_ medium: Medium) throws {
    let desk = try Desk(medium)
    #expect(try desk.findings() == [])
    var entries = Entries(seed: 4)
    try desk.load(try entries.lines(80))
    #expect(try desk.findings() == [])
  }

  private static let checked =
    entryTables + [
      "journal", "identity", "fallen", "matchkey", "tombstone", "setting", "sqlite_schema",
    ]

  /// What somebody may do with the sqlite3 command.
  private static func edits() -> [String] {
    var edits: [String] = []
    for kind in Kind.allCases {
      let one = "WHERE seq = (SELECT min(seq) FROM \(kind))"
      for field in kind.layout.fields where field.name != "id" {
        let value =
          switch field.type {
          case .text: "'changed'"
          case .list: "'[\"changed\"]'"
          case .integer, .truth: "1 - coalesce(\(field.name), 0)"
          case .day: "'1999-01-01'"
          case .instant: "'1999-01-01T00:00:00.000000Z'"
          case .id: "'YP-2222-2222-2'"
          }
        edits.append("UPDATE \(kind) SET \(field.name) = \(value) \(one)")
      }
      edits.append("UPDATE \(kind) SET extra = '{\"a\":1}' \(one)")
      edits.append("UPDATE \(kind) SET seal = NULL \(one)")
      edits.append("UPDATE \(kind) SET seq = seq + 100000 \(one)")
      edits.append("DELETE FROM \(kind) \(one)")
      let last = "(SELECT max(seq) FROM \(kind))"
      edits.append(
        """
        UPDATE \(kind) SET seq = -1 \(one); UPDATE \(kind) SET seq = \
        (SELECT min(seq) FROM \(kind) WHERE seq > 0) - 0 WHERE seq = \(last) AND seq <> -1; \
        UPDATE \(kind) SET seq = 500000 WHERE seq = -1
        """)
    }
    edits += ["actor", "at", "command", "host", "written"].map {
      "UPDATE journal SET \($0) = \($0) || 'x' WHERE sequence = 2"
    }
    edits += [
      "UPDATE journal SET claim = 'x' WHERE sequence = 2",
      "UPDATE journal SET receipt = '{}' WHERE sequence = 2",
      "UPDATE journal SET first = first + 1 WHERE sequence = 2",
      "UPDATE journal SET first = last + 1 WHERE sequence = 2",
      "UPDATE journal SET first = NULL WHERE sequence = 2",
      "UPDATE journal SET last = last + 1 WHERE sequence = 2",
      "UPDATE journal SET last = 9223372036854775807 WHERE sequence = 2",
      "UPDATE journal SET digest = zeroblob(32) WHERE sequence = 2",
      "UPDATE journal SET previous = zeroblob(32) WHERE sequence = 2",
      "UPDATE journal SET sequence = sequence + 100 WHERE sequence > 3",
      """
      UPDATE journal SET sequence = -1 WHERE sequence = 2; UPDATE journal SET sequence = 2 \
      WHERE sequence = 3; UPDATE journal SET sequence = 3 WHERE sequence = -1
      """,
      "DELETE FROM journal",
      "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
      "INSERT INTO journal SELECT sequence + 50, at, actor, claim, host, command, first, last, "
        + "written, receipt, digest, previous FROM journal WHERE sequence = 2",
      "UPDATE identity SET family = 'YC-2222-2222-2' WHERE id = (SELECT min(id) FROM identity)",
      "UPDATE identity SET person = id WHERE person IS NOT NULL",
      "DELETE FROM identity", "DELETE FROM identity WHERE id = (SELECT max(id) FROM identity)",
      "INSERT INTO identity SELECT id, id, family FROM person WHERE id NOT IN "
        + "(SELECT id FROM identity) LIMIT 1",
      "DELETE FROM fallen", "UPDATE fallen SET cause = 'x'",
      "INSERT INTO fallen SELECT id, id FROM referral WHERE id NOT IN (SELECT id FROM fallen)",
      "UPDATE unknown SET line = replace(line, 'with', 'wish')", "UPDATE unknown SET record = 'x'",
      "UPDATE unknown SET family = (SELECT id FROM family LIMIT 1) WHERE family IS NULL",
      "UPDATE unknown SET day = '1999-01-01'", "UPDATE unknown SET id = id || 'X'",
      "UPDATE unknown SET recorded = '2026-11-02T10:00:00.500001Z'",
      "DELETE FROM unknown WHERE seq = (SELECT min(seq) FROM unknown)",
      "UPDATE person SET folded = 'somebody else' WHERE seq = (SELECT max(seq) FROM person)",
      "UPDATE person SET born = 'in May' WHERE seq = (SELECT max(seq) FROM person)",
      "UPDATE referral SET tasks = 'junk' WHERE tasks IS NULL",
      "UPDATE referral SET candidates = 'junk' WHERE candidates IS NULL",
      "UPDATE referral SET extra = 'junk'",
      "DELETE FROM matchkey",
      "DELETE FROM matchkey WHERE hash = (SELECT min(hash) FROM matchkey)",
      "UPDATE setting SET value = '1000000' WHERE name = 'keyed'",
      "DROP INDEX referral_source", "DROP VIEW doubts",
      "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM referral; END",
      """
      INSERT INTO note(seq, id, day, recorded, text, seal) SELECT 900000, 'X', day, recorded, 'x', \
      seal FROM person LIMIT 1
      """,
      """
      INSERT INTO family(seq, id, day, recorded, seal) SELECT 900001, 'YC-X', day, recorded, seal \
      FROM person LIMIT 1
      """,
    ]
    return edits
  }

  @Test("Finds whatever was done by hand")
  func edited() throws {
    let desk = try Self.written()
    #expect(try desk.findings() == [])
    let good = try Data(contentsOf: URL(filePath: desk.path))
    let edits = Self.edits()
    #expect(edits.count > 150)
    let before = try desk.sql { try rows($0, of: Self.checked) }
    var loose = Configuration()
    loose.foreignKeysEnabled = false
    var applied = 0
    for edit in edits {
      try good.write(to: URL(filePath: desk.path))
      let hand = try DatabaseQueue(path: desk.path, configuration: loose)
      guard (try? hand.writeWithoutTransaction { try $0.execute(sql: edit) }) != nil else {
        continue
      }
      let after = try hand.read { try rows($0, of: Self.checked) }
      try hand.close()
      // Some say what was there already.
      if after == before { continue }
      applied += 1
      let found = (try? desk.findings()) ?? ["refused"]
      #expect(!found.isEmpty, "\(edit)")
    }
    #expect(applied > 100)
  }

  @Test("Finds an entry put in the place of another with a seal of its own")
  func forged() throws {
    let desk = try Self.written()
    try desk.sql { db in
      let seq = try #require(try Int64.fetchOne(db, sql: "SELECT max(seq) FROM note"))
      var family = Family()
      family.header.id = ID("YC-2222-2222-2")
      let seal = Seal.make(Array(line(.family(family)).utf8), salt: (1, 2))
      try db.execute(
        sql: "INSERT INTO family(seq, seal, id, day, recorded) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          seq, Data(seal), family.header.id.text, family.header.day.description,
          family.header.recorded.text,
        ])
    }
    #expect(try desk.findings() != [])
  }

  @Test("A bit that rots is refused, found, or stands where nothing is")
  func bits() throws {
    let desk = try Self.written()
    func dump() throws -> [String] { try desk.sql { try rows($0, of: Self.checked) } }
    let whole = try dump()
    let good = try Data(contentsOf: URL(filePath: desk.path))
    var random = Seeded(7)
    var silent = 0
    for _ in 0..<200 {
      var bad = good
      let place = Int.random(in: 0..<bad.count, using: &random)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      bad[place] ^= bit
      try bad.write(to: URL(filePath: desk.path))
      guard let found = try? desk.findings(), found.isEmpty else { continue }
      silent += 1
      let now = try dump()
      let changed = now.filter { !whole.contains($0) } + whole.filter { !now.contains($0) }
      #expect(now == whole, "byte \(place), bit \(bit): \(changed.prefix(2))")
    }
    #expect(silent < 190)
  }
}
