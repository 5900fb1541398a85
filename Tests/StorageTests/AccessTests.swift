import GRDB
import Testing
import YoungCarers

@testable import Storage

@Suite("Who looked")
struct AccessTests {
  private struct CutShort: Error {}

  private func looks(_ desk: Desk) throws -> Int {
    try desk.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM access") ?? 0 }
  }

  @Test("Is written down also where the reader went away before the end")
  func cutShort() throws {
    let desk = try Desk()
    var entries = Entries(seed: 2)
    try desk.load(try entries.lines(10))
    let before = try looks(desk)
    #expect(throws: CutShort.self) {
      try desk.read { try $0.forEachEntry { if $0.kind == .person { throw CutShort() } } }
    }
    #expect(try looks(desk) == before + 1)
    #expect(try desk.read { try $0.count(.person) } > 0)
    #expect(try looks(desk) == before + 1)
    #expect(try desk.findings() == [])
  }

  @Test("Is written down before anything goes out, where reading itself gives out")
  func beforehand() throws {
    let desk = try Desk()
    var entries = Entries(seed: 2)
    try desk.load(try entries.lines(10))
    let before = try looks(desk)
    func look(_ reader: Reader) throws { try reader.lookAtAll() }
    _ = try desk.open().read(
      as: Desk.actor, for: .export, at: Instant(microseconds: 0), beforehand: look
    ) { reader in
      #expect(try looks(desk) == before + 1)
      try reader.forEachEntry { _ in }
    }
    #expect(try looks(desk) == before + 1)
  }

  @Test("Reading sees one moment, whatever is written meanwhile")
  func oneMoment() throws {
    let desk = try Desk()
    var entries = Entries(seed: 3)
    try desk.load(try entries.lines(10))
    let reading = try desk.open()
    _ = try reading.read(as: Desk.actor, for: .check, at: Instant(microseconds: 0)) { reader in
      let before = try reader.count(.note)
      // Whoever writes waits until the reader is done.
      let problem = #expect(throws: Problem.self) {
        try desk.write { writer in
          var note = Note()
          note.header = writer.header(family: nil)
          note.text = "x"
          try writer.append(.note(note))
        }
      }
      #expect(problem?.status == .busy)
      #expect(try reader.count(.note) == before)
    }
  }
}
