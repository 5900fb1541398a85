import GRDB
import Interchange
import YoungCarers

/// Questions to a store. It remembers which cases were looked at, for the access log.
public final class Reader {
  let db: GRDB.Database
  /// The cases whose people were read.
  public private(set) var seen: Set<ID> = []

  /// Asked for every entry: prepared once.
  private lazy var byID = Result {
    try EntryTable.all.map { ($0, try $0.query(db, "WHERE id = ?")) }
  }
  /// Whatever is filed under some cases, and whether it has fallen.
  lazy var filed = Result { try FiledQuery(db) }
  private lazy var fallen = Result { try Prepared(db, "SELECT 1 FROM fallen WHERE id = ?") }

  init(_ db: GRDB.Database) { self.db = db }

  /// The people of these cases are given out.
  public func look(at families: some Sequence<ID>) { seen.formUnion(families) }

  /// Looks at every case, as `forEachEntry` will.
  public func lookAtAll() throws {
    look(at: try filedCases())
  }

  /// Every case that anything was filed under, as it was written.
  func filedCases() throws -> Set<ID> {
    try EntryTable.all.reduce(into: []) { found, table in
      let sql = "SELECT DISTINCT \(table.home) FROM \(table.name) WHERE \(table.home) IS NOT NULL"
      found.formUnion(try String.fetchAll(db, sql: sql).map { ID($0) })
    }
  }

  /// Every entry, in the order in which they were written, the whole store or a run of it.
  public func forEachEntry(in run: ClosedRange<Int64>? = nil, _ body: (Entry) throws -> Void)
    throws
  {
    try forEachStored(in: run) { stored in
      if let family = stored.entry.header.family { seen.insert(family) }
      try body(stored.entry)
    }
  }

  /// What a command wrote: kind, id and family of each entry, and nothing about anybody.
  public func references(in run: ClosedRange<Int64>) throws -> [Reference] {
    var found: [(Int64, Reference)] = []
    for table in EntryTable.all {
      let query = try Prepared(
        db,
        """
        SELECT seq, id, family, \(table.kind == nil ? "record" : "'\(table.name)'") FROM \(table.name)
        WHERE seq BETWEEN ? AND ?
        """)
      query.bind(1, run.lowerBound)
      query.bind(2, run.upperBound)
      while try query.step() {
        let reference = Reference(
          id: ID(query.text(1) ?? ""), kind: query.text(3) ?? table.name,
          family: query.text(2).map { ID($0) })
        found.append((query.integer(0), reference))
      }
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  func forEachStored(in run: ClosedRange<Int64>? = nil, _ body: (Stored) throws -> Void) throws {
    let span = run ?? Int64.min...Int64.max
    let open = try EntryTable.all.map { table in
      let query = try table.query(db, "WHERE seq BETWEEN ? AND ? ORDER BY seq")
      query.bind(1, span.lowerBound)
      query.bind(2, span.upperBound)
      return (table, query)
    }
    var heads: [Stored?] = try open.map { table, query in
      try query.step() ? try table.read(query) : nil
    }
    while let (index, head) = first(of: heads) {
      try body(head)
      let (table, query) = open[index]
      heads[index] = try query.step() ? try table.read(query) : nil
    }
  }

  private func first(of heads: [Stored?]) -> (Int, Stored)? {
    var best: (Int, Stored)?
    for (index, head) in heads.enumerated() {
      if let head, head.seq < best?.1.seq ?? .max { best = (index, head) }
    }
    return best
  }

  public func entry(_ id: ID) throws -> Entry? {
    for (table, query) in try byID.get() {
      query.reset()
      query.bind(1, id.text)
      if try query.step() {
        defer { query.reset() }
        return try table.read(query).entry
      }
    }
    return nil
  }

  /// How many entries of a kind there are, fallen or not.
  public func count(_ kind: Kind) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(kind)") ?? 0
  }

  public func journal() throws -> [JournalLine] { try Journal.all(db) }

  public func hasFallen(_ id: ID) throws -> Bool {
    let query = try fallen.get()
    query.bind(1, id.text)
    defer { query.reset() }
    return try query.step()
  }
}
