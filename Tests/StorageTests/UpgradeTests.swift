import Foundation
import GRDB
import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("A store of an earlier version is brought up to date")
struct UpgradeTests {
  private static let tables =
    entryTables + [
      "journal", "access", "tombstone", "setting", "identity", "fallen", "matchkey",
    ]

  private func contents(_ desk: Desk) throws -> [String] {
    try desk.sql { try rows($0, of: Self.tables).sorted() }
  }

  static func written(_ seed: UInt64) throws -> Desk {
    let desk = try Desk(seed: seed)
    var entries = Entries(seed: seed)
    try desk.load(try entries.lines(80))
    _ = try desk.take(
      "first_name,last_name,dob\nAva,Okafor,11/02/2012\nBo,Reid,12/02/2012\n", agency: "Oakfield")
    _ = try desk.take("first_name,last_name,dob\nBo,Reid,12/02/2012\n", agency: "Elm")
    try desk.sql { try $0.execute(sql: "INSERT INTO tombstone(source) VALUES (zeroblob(8))") }
    return desk
  }

  @Test("What it did not know is known, and nothing else is different", arguments: 0..<12)
  func forgotten(_ seed: UInt64) throws {
    let desk = try Self.written(seed)
    #expect(try desk.findings() == [])
    let lines = try desk.export()
    let before = try contents(desk)
    var random = Seeded(seed)
    let kinds = Set(Kind.allCases.filter { _ in random.chance(4) })
    let keys = try desk.sql { db in
      try Dictionary(
        uniqueKeysWithValues: Kind.allCases.map { kind in
          (kind, Set(try EarlierStores.spare(kind, db).filter { _ in random.chance(3) }))
        })
    }
    try EarlierStores.forget(kinds, keys, in: desk.path)
    let problem = #expect(throws: Problem.self) { try desk.open() }
    #expect(problem?.code == "store-older" && problem?.status == .configuration)
    let upgrade = try #require(try Store.upgrade(desk.path, wait: 0))
    #expect(upgrade.entries == lines.count && upgrade.unread == 0)
    #expect(upgrade.nowRead > 0)
    #expect(try contents(desk) == before && desk.export() == lines)
    #expect(try desk.findings() == [])
    #expect(desk.names == ["s.sqlite", "s.sqlite.before-upgrade"])
    #expect(try Store.upgrade(desk.path, wait: 0) == nil)
  }

  /// Made by the program as it was before issue after issue added kinds to it.
  private func fixture() throws -> Desk {
    let desk = try Desk()
    unlink(desk.path)
    let file = Checkout.root.appending(path: "Tests/Fixtures/stores/version-1.sql")
    let sql = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    try EarlierStores.edit(desk.path) { try $0.execute(sql: sql) }
    return desk
  }

  @Test("A real one of version 1")
  func real() throws {
    let desk = try fixture()
    let kept = ["journal", "access", "tombstone", "setting"]
    var before: [String] = []
    var unknown: [String] = []
    try EarlierStores.edit(desk.path) { db in
      before = try rows(db, of: kept)
      unknown = try String.fetchAll(db, sql: "SELECT line FROM unknown ORDER BY seq")
    }
    #expect(unknown.count == 4 && before.count > 5)
    let upgrade = try #require(try Store.upgrade(desk.path, wait: 0))
    // A screening and an agency are read now; a listing is spelled so that it is not.
    #expect(upgrade.entries == 23 && upgrade.nowRead == 2 && upgrade.unread == 1)
    #expect(try desk.sql { try rows($0, of: kept) } == before)
    #expect(try desk.findings() == [])
    let lines = try desk.export()
    #expect(lines.count == 23 && Set(lines).isSuperset(of: unknown))
    #expect(try desk.people().count == 5)
    // It can be written to as any other.
    _ = try desk.take("first_name,last_name,dob\nEve,Lark,11/02/2012\n", agency: "Oakfield")
    #expect(try desk.findings() == [])
  }

  @Test("The copy is the store as it was, and each upgrade keeps its own")
  func copy() throws {
    let desk = try Self.written(1)
    try EarlierStores.forget([.note], in: desk.path)
    var before: [String] = []
    try EarlierStores.edit(desk.path) {
      before = try rows($0, of: ["person", "unknown", "journal"])
    }
    let file = FileManager.default.contents(atPath: desk.path)
    let first = try #require(try Store.upgrade(desk.path, wait: 0))
    #expect(first.kept == desk.path + ".before-upgrade")
    var state = stat()
    #expect(stat(first.kept, &state) == 0 && state.st_mode & 0o777 == 0o600)
    #expect(try StoreFile(path: first.kept).inspect() == 1)
    // Killed just before the commit: the store is as it was, the copy is there.
    try #require(file).write(to: URL(filePath: desk.path))
    _ = FileManager.default.createFile(atPath: desk.path + ".upgrading", contents: Data([1]))
    _ = FileManager.default.createFile(atPath: desk.path + ".upgrading-journal", contents: file)
    #expect(try Store.upgrade(desk.path, wait: 0) == first)
    var kept: [String] = []
    try EarlierStores.edit(first.kept) {
      kept = try rows($0, of: ["person", "unknown", "journal"])
    }
    #expect(kept == before)
    try EarlierStores.forget([.note, .allocation], in: desk.path)
    let second = try #require(try Store.upgrade(desk.path, wait: 0))
    #expect(second.kept == desk.path + ".before-upgrade-2")
    #expect(desk.names.count == 3)
  }

  @Test("Tables that a build between two releases made are noticed and mended")
  func unfit() throws {
    let desk = try Self.written(2)
    let before = try contents(desk)
    try EarlierStores.forget([.note], [.referral: ["reason"]], in: desk.path)
    try EarlierStores.edit(desk.path) {
      try $0.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
    let problem = #expect(throws: Problem.self) { try desk.open() }
    #expect(problem?.code == "store-unfit")
    #expect(try Store.upgrade(desk.path, wait: 0) != nil)
    #expect(try contents(desk) == before)
    for sql in [
      "DROP VIEW doubts", "DROP INDEX referral_source",
      "DROP VIEW people; CREATE VIEW people AS SELECT * FROM person",
    ] {
      try EarlierStores.edit(desk.path) { try $0.execute(sql: sql) }
      let other = #expect(throws: Problem.self) { try desk.open() }
      #expect(other?.code == "store-unfit", "\(sql)")
      #expect(try Store.upgrade(desk.path, wait: 0) != nil)
    }
    #expect(try contents(desk) == before)
    try desk.sql { try $0.execute(sql: "CREATE TABLE mine(a); ALTER TABLE note ADD more TEXT") }
    _ = try desk.open()
  }

  private static let refused: [(code: String, sql: String)] = [
    ("store-unfit", "CREATE TABLE visit(a TEXT); INSERT INTO visit VALUES ('x')"),
    (
      "store-unfit",
      "ALTER TABLE person ADD \"odd \"\"name\" TEXT; UPDATE person SET \"odd \"\"name\" = 1"
    ),
    ("upgrade-unproved", "UPDATE person SET surname = 'Other' WHERE surname = 'Okafor'"),
    ("upgrade-unproved", "DELETE FROM note WHERE seq = (SELECT min(seq) FROM note)"),
    ("upgrade-unproved", "UPDATE journal SET command = 'other'"),
    ("upgrade-unproved", "UPDATE unknown SET line = replace(line, 'with', 'wish')"),
  ]

  @Test(
    "What cannot be proved is refused, and the store left as it was", arguments: refused.indices)
  func refusal(_ index: Int) throws {
    let (code, sql) = Self.refused[index]
    let desk = try Self.written(3)
    try EarlierStores.forget([.allocation], in: desk.path)
    try EarlierStores.edit(desk.path) { try $0.execute(sql: sql) }
    let before = FileManager.default.contents(atPath: desk.path)
    let problem = #expect(throws: Problem.self) { try Store.upgrade(desk.path, wait: 0) }
    #expect(problem?.code == code)
    #expect(FileManager.default.contents(atPath: desk.path) == before)
    #expect(desk.names == ["s.sqlite"])
  }

  @Test("An empty table or column that has no place is no matter")
  func empty() throws {
    let desk = try Self.written(3)
    let before = try contents(desk)
    try EarlierStores.forget([], in: desk.path)
    try EarlierStores.edit(desk.path) {
      try $0.execute(
        sql: """
          CREATE TABLE visit(a TEXT); CREATE VIEW v AS SELECT * FROM note;
          CREATE TRIGGER t INSTEAD OF DELETE ON v BEGIN SELECT 1; END; ALTER TABLE note ADD b TEXT
          """)
    }
    #expect(try Store.upgrade(desk.path, wait: 0) != nil)
    #expect(try contents(desk) == before && desk.findings() == [])
  }

  @Test("While somebody writes it waits, and then says so")
  func busy() throws {
    let desk = try Self.written(4)
    try EarlierStores.forget([.note], in: desk.path)
    var unsafe = Configuration()
    unsafe.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: desk.path, configuration: unsafe)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let problem = #expect(throws: Problem.self) { try Store.upgrade(desk.path, wait: 0) }
    #expect(problem?.status == .busy)
    try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT; BEGIN; SELECT * FROM person") }
    let reading = #expect(throws: Problem.self) { try Store.upgrade(desk.path, wait: 0) }
    #expect(reading?.status == .busy)
    #expect(desk.names == ["s.sqlite"])
    try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    try other.close()
    #expect(try Store.upgrade(desk.path, wait: 0) != nil)
  }

  @Test("A folder needs no upgrade, and what is no store is refused")
  func others() throws {
    let folder = try Desk(.folder)
    #expect(try Store.upgrade(folder.path, wait: 0) == nil)
    let desk = try Desk()
    #expect(try Store.upgrade(desk.path, wait: 0) == nil)
    chmod(desk.path, 0o644)
    let exposed = #expect(throws: Problem.self) { try Store.upgrade(desk.path, wait: 0) }
    #expect(exposed?.code == "store-exposed")
    unlink(desk.path)
    let missing = #expect(throws: Problem.self) { try Store.upgrade(desk.path, wait: 0) }
    #expect(missing?.code == "store-missing")
  }
}
