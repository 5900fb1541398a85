import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What is not a store is refused and left alone")
struct StoreFileTests {
  private static let cases: [(name: String, code: String, make: @Sendable (Desk) throws -> Void)] =
    [
      (
        "another program's database", "store-foreign",
        { desk in
          unlink(desk.path)
          let other = try DatabaseQueue(path: desk.path)
          try other.write { try $0.execute(sql: "CREATE TABLE t(a); INSERT INTO t VALUES (1)") }
          try other.close()
          chmod(desk.path, 0o600)
        }
      ),
      ("a CSV", "store-foreign", { try put("first_name,last_name\nAva,Khan\n", in: $0) }),
      (
        "junk", "store-foreign",
        { desk in
          var random = Seeded(1)
          let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
          try Data(bytes).write(to: URL(filePath: desk.path))
        }
      ),
      ("an empty file", "store-foreign", { try put("", in: $0) }),
      ("a header and no more", "store-foreign", { truncate($0.path, 60) }),
      ("a file that others can read", "store-exposed", { chmod($0.path, 0o644) }),
      ("a file that the group can read", "store-exposed", { chmod($0.path, 0o640) }),
      (
        "a link", "store-not-a-file",
        { desk in
          rename(desk.path, desk.path + ".real")
          symlink(desk.path + ".real", desk.path)
        }
      ),
      ("a file with a second name", "store-linked", { link($0.path, $0.path + ".second") }),
      (
        "a FIFO", "store-not-a-file",
        { desk in
          unlink(desk.path)
          mkfifo(desk.path, 0o600)
        }
      ),
      (
        "a later version's store", "store-newer",
        { desk in
          try desk.sql { try $0.execute(sql: "PRAGMA user_version = 99") }
        }
      ),
      (
        "an earlier version's store", "store-older",
        { desk in
          try desk.sql { try $0.execute(sql: "PRAGMA user_version = 0") }
        }
      ),
      ("a cut store", "store-damaged", { truncate($0.path, 8192) }),
      ("a store cut within a page", "store-damaged", { truncate($0.path, 9000) }),
      ("nothing", "store-missing", { unlink($0.path) }),
      (
        "a folder that is no store", "store-missing",
        { desk in
          unlink(desk.path)
          mkdir(desk.path, 0o700)
        }
      ),
    ]

  private static let folders:
    [(name: String, code: String, make: @Sendable (_ path: String) throws -> Void)] =
      [
        ("a folder that others can list", "store-exposed", { chmod($0, 0o755) }),
        ("a folder that the group can list", "store-exposed", { chmod($0, 0o750) }),
        (
          "a link to a folder", "store-not-a-file",
          { path in
            rename(path, path + ".real")
            symlink(path + ".real", path)
          }
        ),
      ]

  @Test("Nor is a folder others can look into, or a link to one", arguments: folders.indices)
  func refusedFolder(_ index: Int) throws {
    let (name, code, make) = Self.folders[index]
    let desk = try Desk(.folder)
    let path = String(desk.path.dropLast())
    try make(path)
    for asked in [path, path + "/"] {
      let problem = #expect(throws: Problem.self, "\(name)") { try Store.open(asked, wait: 0) }
      #expect(problem?.code == code, "\(name)")
    }
  }

  @Test("What an attempt left empty when it was killed is used, and made private")
  func unfinished() throws {
    let scratch = Scratch()
    let (file, folder) = ("\(scratch.path)/s.sqlite", "\(scratch.path)/cases")
    #expect(FileManager.default.createFile(atPath: file, contents: nil))
    try FileManager.default.createDirectory(
      atPath: folder + "/.staged", withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: folder + "/.staged/store.json", contents: nil))
    for path in [file, folder + "/"] {
      try Store.create(path, profile: .plain, source: RandomSource { 1 })
      _ = try Store.open(path, wait: 0)
      let problem = #expect(throws: Problem.self) {
        try Store.create(path, profile: .plain, source: RandomSource { 1 })
      }
      #expect(problem?.code == "store-exists")
    }
    symlink(scratch.path + "/nowhere", scratch.path + "/link")
    #expect(throws: Problem.self) {
      try Store.create(scratch.path + "/link", profile: .plain, source: RandomSource { 1 })
    }
  }

  private static func put(_ text: String, in desk: Desk) throws {
    try Data(text.utf8).write(to: URL(filePath: desk.path))
    chmod(desk.path, 0o600)
  }

  @Test("Whatever stands in its place", arguments: cases.indices)
  func refused(_ index: Int) throws {
    let (name, code, make) = Self.cases[index]
    let desk = try Desk()
    try make(desk)
    if code == "store-foreign" { chmod(desk.path, 0o600) }
    let names = try FileManager.default.subpathsOfDirectory(atPath: desk.scratch.path)
    let isFIFO = name == "a FIFO"
    let bytes = isFIFO ? nil : FileManager.default.contents(atPath: desk.path)
    let problem = #expect(throws: Problem.self, "\(name)") { try desk.open() }
    #expect(problem?.code == code, "\(name)")
    #expect(isFIFO || FileManager.default.contents(atPath: desk.path) == bytes, "\(name)")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.scratch.path) == names)
  }

  @Test("A store is made with mode 0600, and never over something")
  func made() throws {
    let desk = try Desk()
    var state = stat()
    #expect(stat(desk.path, &state) == 0 && state.st_mode & 0o777 == 0o600)
    let bytes = FileManager.default.contents(atPath: desk.path)
    for path in [
      desk.path, desk.path + "/", desk.scratch.path + "/", desk.scratch.path + "/missing/s.sqlite",
    ] {
      let problem = #expect(throws: Problem.self) {
        try Store.create(path, profile: .plain, source: desk.source)
      }
      #expect(problem?.status == .cannotCreate)
    }
    #expect(FileManager.default.contents(atPath: desk.path) == bytes)
  }

  @Test("A long wait is no crash", arguments: [-1, 0, 86_400])
  func wait(_ seconds: Double) throws {
    let desk = try Desk()
    _ = try Store.open(desk.path, wait: seconds)
    let folder = try Desk(.folder)
    _ = try Store.open(folder.path, wait: seconds)
  }
}
