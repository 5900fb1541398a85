import Testing
import YoungCarers

@testable import Storage

@Suite("What is loaded is exported")
struct RoundTripTests {
  @Test("Byte for byte and in the order of writing, on every medium", arguments: Medium.allCases)
  func identity(_ medium: Medium) throws {
    for seed in UInt64(1)...3 {
      let desk = try Desk(medium, seed: seed)
      var entries = Entries(seed: seed)
      let lines = try entries.lines(80)
      try desk.load(lines)
      #expect(try desk.export() == lines)
      if medium != .pipe { #expect(try desk.findings() == []) }
    }
  }

  @Test("Twice is once, and a second load goes behind the first", arguments: Medium.allCases)
  func twice(_ medium: Medium) throws {
    let desk = try Desk(medium)
    var entries = Entries(seed: 9)
    let first = try entries.lines(40)
    let second = try entries.lines(40)
    try desk.load(first)
    #expect(try desk.load(first) == receipt(read: first.count, added: 0))
    #expect(
      try desk.load(first + second)
        == receipt(read: first.count + second.count, added: second.count))
    #expect(try desk.export() == first + second)
  }

  private func receipt(read: Int, added: Int) -> LoadReceipt {
    var receipt = LoadReceipt()
    (receipt.added, receipt.alreadyHere) = (added, read - added)
    return receipt
  }

  @Test("A copy made by export and load is derived the same, from file to folder to file")
  func copies() throws {
    let desk = try Desk(.file)
    var entries = Entries(seed: 11)
    try desk.load(try entries.lines(80))
    let folder = try Desk(.folder)
    try folder.load(try desk.export())
    let file = try Desk(.file, seed: 2)
    try file.load(try folder.export())
    #expect(try file.export() == desk.export())
    #expect(try folder.derived() == desk.derived())
    #expect(try file.derived() == desk.derived())
  }

  @Test("A subject that is not in the store is refused as data, few or many", arguments: [1, 300])
  func missingSubject(count: Int) throws {
    let desk = try Desk()
    let lines = (0..<count).map { number in
      var note = Note()
      note.header.id = ID("0000000000000000000000\(number + 1000)")
      note.header.family = ID("YC-2222-2222-2")
      note.text = "x"
      return line(.note(note))
    }
    let before = try desk.export()
    let problem = #expect(throws: Problem.self) { try desk.load(lines) }
    #expect(problem?.status == .data)
    #expect(try desk.export() == before)
  }
}
