import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("A forgetting that is cut off")
struct ForgetCutOffTests {
  @Test(
    "Cut off in the middle nothing is changed, and a rehearsal changes nothing",
    arguments: ForgetTests.stores)
  func cutOff(_ medium: Medium) throws {
    struct Cut: Error {}
    let desk = try ForgetTests.written(medium, children: 12)
    let cases = try ForgetTests.some(4, desk)
    let (before, derived) = (try desk.export(), try desk.derived())
    #expect(throws: Cut.self) {
      try desk.open().erase(desk.act) {
        try $0.forget(cases, because: "six years", decider: "M Osei")
        throw Cut()
      }
    }
    try ForgetTests.forget(cases, desk, dryRun: true)
    #expect(try desk.export() == before && desk.derived() == derived)
    #expect(try desk.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM tombstone") } == 0)
    #expect(try desk.findings() == [])
  }

  @Test("In a folder the commit is the manifest: before it all stands, after it all goes")
  func manifest() throws {
    let desk = try ForgetTests.written(.folder, children: 6)
    let cases = try ForgetTests.some(2, desk)
    func contents() throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.path)
      return Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, FileManager.default.contents(atPath: desk.path + $0) ?? Data())
        })
    }
    let lines = try desk.export()
    let before = try contents()
    try ForgetTests.forget(cases, desk)
    let after = try contents()
    let left = try desk.export()
    let changed = after.keys.filter { before[$0] != after[$0] && $0 != "access.jsonl" }.sorted()
    let gone = before.keys.filter { after[$0] == nil }.sorted()
    #expect(gone.count >= 2 && changed.contains("tombstones.jsonl"))
    let manifest = try JSONEncoder().encode(changed + gone.map { "-" + $0 })
    for committed in [false, true] {
      for step in 0...(committed ? gone.count : 0) {
        try FileManager.default.removeItem(atPath: desk.path)
        for folder in [desk.path, desk.path + ".staged"] {
          try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        }
        for (name, bytes) in before where !gone.prefix(step).contains(name) {
          try bytes.write(to: URL(filePath: desk.path + name))
        }
        for name in changed {
          try #require(after[name]).write(to: URL(filePath: "\(desk.path).staged/\(name)"))
        }
        if committed { try manifest.write(to: URL(filePath: desk.path + "commit.json")) }
        #expect(try desk.export() == (committed ? left : lines))
        #expect(try desk.findings() == [])
        #expect(try Set(contents().keys).isDisjoint(with: [".staged", "commit.json"]))
        #expect(try gone.allSatisfy { try contents().keys.contains($0) != committed })
      }
    }
  }

  @Test("Cut off before the file was written anew, the next command does that")
  func unswept() throws {
    let desk = try ForgetTests.written(.file, children: 60)
    let cases = try ForgetTests.some(40, desk)
    _ = try desk.open().write(desk.act, erasing: true) { writer in
      try writer.forget(cases, because: "six years", decider: "M Osei")
      try writer.db.execute(sql: "INSERT INTO setting(name, value) VALUES ('unswept', '1')")
    }
    let size = try #require(FileManager.default.contents(atPath: desk.path)).count
    let pages = try desk.sql { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA freelist_count"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM setting WHERE name = 'unswept'")
      )
    }
    #expect(pages == (0, 0))
    #expect(try #require(FileManager.default.contents(atPath: desk.path)).count < size)
    #expect(try desk.findings() == [])
  }
}
