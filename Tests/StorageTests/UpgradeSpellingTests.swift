import Foundation
import GRDB
import Interchange
import Testing
import YoungCarers

@testable import Storage

@Suite("What an upgrade cannot read without changing it")
struct UpgradeSpellingTests {
  /// Another program's line: spaces, keys in its own order, a number where a text belongs; somebody
  /// who is not here.
  @Test(
    "An entry that would be spelled otherwise, or that names nobody here, stays as it came",
    arguments: [
      #"{ "record":"note","id":"N1","day":"2026-11-02","recorded":"2026-11-02T10:00:00Z","text":"x"}"#,
      #"{"day":"2026-11-02","id":"N1","record":"note","recorded":"2026-11-02T10:00:00.000001Z"}"#,
      #"{"day":"2026-11-02","id":"N1","record":"note","recorded":"2026-11-02T10:00:00.000001Z","text":1}"#,
      #"{"day":"2026-11-02","family":"YC-2222-2222-2","id":"N1","record":"note","recorded":"2026-11-02T10:00:00.000001Z","text":"x"}"#,
    ])
  func spelled(_ odd: String) throws {
    let desk = try Self.written()
    let lines = try desk.export()
    try EarlierStores.forget([.note], in: desk.path)
    let place = try #require(lines.firstIndex { $0.contains(#""record":"note""#) })
    let unknown = try EntryLine.unread(Array(odd.utf8))
    try EarlierStores.edit(desk.path) { db in
      try db.execute(
        sql: """
          UPDATE unknown SET id = ?, family = ?, day = ?, recorded = ?, line = ?, seal = ?
          WHERE line = ?
          """,
        arguments: [
          unknown.header.id.text, unknown.header.family?.text, unknown.header.day.description,
          unknown.header.recorded.text, odd, Data(Seal.make(Array(odd.utf8), salt: (1, 2))),
          lines[place],
        ])
      try EarlierStores.journalAnew(db)
    }
    let upgrade = try #require(try Store.upgrade(desk.path, wait: 0))
    #expect(upgrade.unread == 1)
    var expected = lines
    expected[place] = odd
    #expect(try desk.export() == expected && desk.findings() == [])
  }

  /// A store by chance that has one note, which no other names, whatever fields the kinds have by now.
  private static func written() throws -> Desk {
    for seed in 5...50 {
      let desk = try UpgradeTests.written(UInt64(seed))
      if try desk.export().count(where: { $0.contains(#""record":"note""#) }) == 1 { return desk }
    }
    throw Problem("note-none", .fault, "no seed has a note")
  }

  @Test("A value that would be spelled otherwise stays beside the known ones")
  func value() throws {
    let line = Array(
      #"{"about":"\u004e1","agency":"x","day":"2026-11-02","id":"N2","person":null,"record":"note","recorded":"2026-11-02T10:00:00.000001Z","text":"x","worker":"Sam"}"#
        .utf8)
    let read = try EntryLine.decode(line)
    let entry = Recast.entry(read, of: line, under: Seal.make(line, salt: (1, 2)))
    guard case .note(let note) = entry else {
      Issue.record("no note")
      return
    }
    #expect(note.text == "x" && note.header.worker == "Sam" && note.about == nil)
    #expect(note.header.extra.map(\.key) == ["about", "agency", "person"])
    #expect(bytes(entry) == line)
    // Unsealed, or sealed as it would be spelled here, or as neither: read as any line is.
    let canonical = Seal.make(bytes(read), salt: (1, 2))
    for seal in [nil, canonical, [UInt8](repeating: 0, count: 48)] {
      #expect(Recast.entry(read, of: line, under: seal) == read)
    }
  }

  private func bytes(_ entry: Entry) -> [UInt8] { Array(line(entry).utf8) }
}
