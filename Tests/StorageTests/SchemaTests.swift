import GRDB
import GRDBSQLite
import Testing
import YoungCarers

@testable import Storage

@Suite("The schema")
struct SchemaTests {
  @Test("A kind's columns are its fields", arguments: Kind.allCases)
  func columns(_ kind: Kind) throws {
    let names = try Desk(.pipe).sql { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('\(kind)')")
    }
    let folded = kind == .person ? ["folded"] : []
    #expect(names == ["seq"] + kind.layout.fields.map(\.name) + ["extra"] + folded + ["seal"])
  }

  /// `plan` and `action` are words of SQLite that it takes for a name wherever a name may stand.
  @Test("No kind and no field is a word of SQL that needs quotes", arguments: Kind.allCases)
  func words(_ kind: Kind) throws {
    for word in [kind.rawValue] + kind.layout.fields.map(\.name)
    where sqlite3_keyword_check(word, Int32(word.utf8.count)) != 0 {
      try #require(["plan", "action"].contains(word), "\(word)")
      try Desk(.pipe).sql { db in
        try db.execute(sql: "CREATE TEMP TABLE named (\(word) TEXT, CHECK (\(word) <> ''))")
        try db.execute(sql: "SELECT \(word), named.\(word) FROM named ORDER BY \(word)")
        try db.execute(sql: "SELECT \(word).id FROM \(kind) AS \(word)")
      }
    }
  }

  @Test("Every table is strict, and every column of all can be named without quotes")
  func strict() throws {
    try Desk(.pipe).sql { db in
      let tables = try Row.fetchAll(
        db,
        sql: """
          SELECT name, strict FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
          """)
      #expect(tables.count == Kind.allCases.count + 12)
      for table in tables {
        let name: String = table[0]
        #expect(table[1] as Int == 1, "\(name)")
        let sql = "SELECT name FROM pragma_table_info('\(name)')"
        let columns = try String.fetchAll(db, sql: sql)
        _ = try Row.fetchAll(db, sql: "SELECT \(columns.joined(separator: ",")) FROM \(name)")
      }
    }
  }

  @Test("Every view answers, with something")
  func views() throws {
    let desk = try Desk(.pipe)
    var entries = Entries(seed: 3)
    try desk.load(try entries.lines(4_000))
    for view in Views.all.map(\.name) {
      let rows = try desk.sql { db in try Row.fetchAll(db, sql: "SELECT * FROM \(view)") }
      #expect(!rows.isEmpty, "\(view)")
    }
  }

  @Test("What an entry cannot do without is not written empty, since it could not be read again")
  func whole() throws {
    let desk = try Desk()
    func allocate(_ lead: String) throws {
      try desk.write { writer in
        var allocation = Allocation()
        allocation.header = writer.header(family: nil)
        allocation.lead = lead
        try writer.append(.allocation(allocation))
      }
    }
    #expect(throws: Problem.self) { try allocate("") }
    try allocate("R Shah")
    #expect(try desk.read { try $0.count(.allocation) } == 1)
  }

  @Test("A store is opened as it must be")
  func settings() throws {
    let wanted = [
      "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1", "secure_delete": "1",
      "cell_size_check": "1", "trusted_schema": "0", "temp_store": "1",
    ]
    try Desk(.file).sql { db in
      for (name, value) in wanted {
        let row = try Row.fetchOne(db, sql: "PRAGMA \(name)")
        #expect(row?.description == "[\(name):\(Int(value) == nil ? "\"\(value)\"" : value)]")
      }
      #expect(throws: DatabaseError.self) {
        try db.execute(sql: "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")
      }
    }
  }
}
