import Foundation
import Testing
import YoungCarers

@testable import Storage

@Suite("A folder of JSON files")
struct FolderTests {
  private func contents(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data())
      })
  }

  private func lay(_ files: [String: Data], _ folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for (name, bytes) in files { try bytes.write(to: URL(filePath: "\(folder)/\(name)")) }
  }

  @Test("A commit cut off at any step is done or was never begun")
  func cutOff() throws {
    let desk = try Desk(.folder)
    var entries = Entries(seed: 5)
    let (first, second) = (try entries.lines(12), try entries.lines(12))
    try desk.load(first)
    let before = try contents(desk.path)
    try desk.load(second)
    let after = try contents(desk.path)
    let changed = after.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(changed.count > 4)
    let manifest = try JSONEncoder().encode(changed)
    func check(_ staged: [String: Data], manifest kept: Bool, renamed: Int, is lines: [String])
      throws
    {
      var files = before
      for name in changed.prefix(renamed) { files[name] = after[name] }
      if kept { files["commit.json"] = manifest }
      try lay(files, desk.path)
      try lay(staged, desk.path + ".staged")
      #expect(try desk.export() == lines)
      #expect(try desk.findings() == [])
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.path)
      #expect(!names.contains(".staged") && !names.contains("commit.json"))
      try desk.load(second)
      #expect(try desk.export() == first + second)
    }
    for step in 0...changed.count {
      var staged: [String: Data] = [:]
      for name in changed.prefix(step) { staged[name] = after[name] }
      try check(staged, manifest: false, renamed: 0, is: first)
      if let last = changed.prefix(step).last { staged[last] = staged[last]?.prefix(20) }
      try check(staged, manifest: false, renamed: 0, is: first)
      let rest = Dictionary(
        uniqueKeysWithValues: changed.dropFirst(step).map { ($0, after[$0] ?? Data()) })
      try check(rest, manifest: true, renamed: step, is: first + second)
    }
  }

  @Test("It is held for the whole command: somebody else is told that it is busy")
  func lock() throws {
    let desk = try Desk(.folder)
    do {
      let held = try desk.open()
      let problem = #expect(throws: Problem.self) { try desk.open() }
      #expect(problem?.status == .busy)
      withExtendedLifetime(held) {}
    }
    _ = try desk.open()
  }

  @Test("A file cut, changed, lost or added by hand is refused or found")
  func tampered() throws {
    let desk = try Desk(.folder)
    var entries = Entries(seed: 6)
    try desk.load(try entries.lines(40))
    let good = try contents(desk.path)
    #expect(try desk.findings() == [])
    for (name, bytes) in good where bytes.count > 10 && name != "access.jsonl" {
      let whole = String(decoding: bytes, as: UTF8.self)
      let spoilt = [
        whole.dropLast(30), whole.replacing("1", with: "2", maxReplacements: 1)[...],
        (whole + whole)[...],
      ]
      for text in spoilt
      where name != "store.json" || !text.contains("{") || text.count > whole.count {
        try lay(good, desk.path)
        try Data(text.utf8).write(to: URL(filePath: "\(desk.path)\(name)"))
        let found: [String]
        do {
          found = try desk.findings()
        } catch {
          #expect(error is Problem, "\(name)")
          continue
        }
        #expect(found != [], "\(name): \(text.prefix(200))")
      }
      try lay(good.filter { $0.key != name }, desk.path)
      let found = (try? desk.findings()) ?? ["refused"]
      #expect(found != [], "\(name) lost")
    }
  }

  @Test("A key that stands twice is refused, with its line", arguments: ["seals", "journal"])
  func twice(_ name: String) throws {
    let desk = try Desk(.folder)
    var entries = Entries(seed: 6)
    for _ in 0..<2 { try desk.load(try entries.lines(3)) }
    let path = "\(desk.path)\(name).jsonl"
    var lines = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self
    )
    .split(separator: "\n").map(String.init)
    let member = try #require(lines[1].dropFirst().split(separator: ",").first)
    lines[1] = "{\(member),\(lines[1].dropFirst())"
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    let problem = #expect(throws: Problem.self) { try desk.open() }
    #expect(problem?.code == "folder-line" && problem?.place?.line == 2)
  }

  @Test("A manifest that names what was never staged is refused")
  func manifest() throws {
    let desk = try Desk(.folder)
    for text in ["", "{}", "[\"../../other\"]", "[1]"] {
      try Data(text.utf8).write(to: URL(filePath: desk.path + "commit.json"))
      let problem = #expect(throws: Problem.self, "\(text)") { try desk.open() }
      #expect(problem?.status == .data)
    }
  }
}
