import Foundation
import GRDB
import YoungCarers

/// Where entries live: a SQLite file, a folder of JSON files, or the pipe. SQLite is always there;
/// only where it lives differs, so everything else is written once.
public final class Store {
  public enum Home: Sendable, Equatable {
    case file(String)
    case folder(String)
    case pipe

    public var name: String {
      switch self {
      case .file(let path), .folder(let path): path
      case .pipe: "standard input"
      }
    }
  }

  public let home: Home
  let queue: DatabaseQueue
  let folder: Folder?
  /// The settings given when the store was made.
  public private(set) var settings: Settings

  init(home: Home, queue: DatabaseQueue, folder: Folder?, settings: Settings) {
    self.home = home
    self.queue = queue
    self.folder = folder
    self.settings = settings
  }

  /// An empty pipe: entries are read into it with `load`.
  public static func pipe() throws -> Store { try pipe(Settings(profile: .plain, key: [])) }

  static func pipe(_ settings: Settings) throws -> Store {
    let queue = try Opening.queue(path: "", wait: 0)
    try queue.writeWithoutTransaction { try Schema.create($0) }
    return Store(home: .pipe, queue: queue, folder: nil, settings: settings)
  }

  /// Opens what is there. A folder is read whole, and held for the whole command.
  public static func open(_ path: String, wait: TimeInterval) throws -> Store {
    if Folder.isFolder(path) { return try Folder.open(path, wait: wait) }
    let version = try StoreFile(path: path).inspect()
    guard version == Schema.version else {
      throw Problem(
        "store-older", .configuration, at: Place(file: path),
        "the store was made by an earlier version: nothing was changed",
        cure: "carers init --upgrade \(named: path) brings it up to date.")
    }
    return try catching(path) {
      let queue = try Opening.queue(path: path, wait: wait)
      let settings = try queue.writeWithoutTransaction { db in
        if let misfit = try Schema.misfit(db) { throw Problem.misfit(misfit, path) }
        try? sweep(db)
        return try Settings(reading: db)
      }
      return Store(home: .file(path), queue: queue, folder: nil, settings: settings)
    }
  }

  /// What came of a command that writes.
  public struct Outcome<Value> {
    public var value: Value
    /// The run of the store's sequence that was written; nil where nothing was.
    public var written: ClosedRange<Int64>?
  }

  /// One command, one transaction: all of it is kept or none. `expecting` says how many rows will
  /// come, so that a load larger than the store builds its indexes after the rows. With `dryRun` the
  /// transaction is rolled back, and everything else is the same. `erasing` says that entries go: what
  /// is left is proved by whoever erases, and not row by row.
  public func write<Value>(
    _ act: Act, expecting rows: Int = 0, erasing: Bool = false, dryRun: Bool = false,
    _ body: (Writer) throws -> Value
  ) throws -> Outcome<Value> {
    try Self.catching(home.name) {
      try queue.writeWithoutTransaction { db in
        let many = try rows > max(1000, Int.fetchOne(db, sql: "SELECT count(*) FROM person") ?? 0)
        if (many || erasing) && home != .pipe { try db.execute(sql: "PRAGMA foreign_keys = OFF") }
        try db.execute(sql: Opening.Cache.writing.sql)
        var outcome: Outcome<Value>?
        try db.inTransaction(.immediate) {
          let writer = Writer(
            db, act: act, sealed: home != .pipe, after: try Self.lastSequence(db))
          writer.loadsMany = many
          let value = try body(writer)
          outcome = Outcome(value: value, written: try writer.finish())
          if dryRun { return .rollback }
          if let folder, let written = outcome?.written {
            try folder.commit(db, written, erased: writer.erasedHomes)
          }
          return .commit
        }
        guard let outcome else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return outcome
      }
    }
  }

  /// Reads for somebody and a purpose, from one moment's state. In a store it is written down who
  /// looked, why, and at which case: before anything is given back, and also where reading was cut
  /// short. Where `body` itself gives out what it reads, `beforehand` looks at the same cases, and
  /// that is written down first.
  public func read<Value>(
    as actor: Actor, for purpose: Purpose, at now: Instant,
    beforehand: ((Reader) throws -> Void)? = nil, _ body: (Reader) throws -> Value
  ) throws -> Disclosed<Value> {
    try Self.catching(home.name) {
      try queue.writeWithoutTransaction { db in
        if home != .pipe { try db.execute(sql: Opening.Cache.reading.sql) }
        var logged: Set<ID> = []
        func look<Found>(_ body: (Reader) throws -> Found) throws -> Found {
          let reader = Reader(db)
          var found: Result<Found, any Error>?
          try db.inTransaction(.deferred) {
            found = Result { try body(reader) }
            return .commit
          }
          if home != .pipe, !reader.seen.isSubset(of: logged) {
            try Access(actor: actor, purpose: purpose, at: now, seen: reader.seen).log(db, folder)
            logged = reader.seen
          }
          guard let found else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
          return try found.get()
        }
        if home != .pipe, let beforehand { try look(beforehand) }
        return Disclosed(try look(body), to: actor, for: purpose)
      }
    }
  }

  static func lastSequence(_ db: GRDB.Database) throws -> Int64 {
    let journal = try Int64.fetchOne(db, sql: "SELECT max(last) FROM journal") ?? 0
    return try EntryTable.all.reduce(journal) { last, table in
      max(last, try Int64.fetchOne(db, sql: "SELECT max(seq) FROM \(table.name)") ?? 0)
    }
  }

  static func catching<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Opening.problem(error, path: path)
    }
  }
}

extension Problem {
  fileprivate static func misfit(_ name: String, _ path: String) -> Problem {
    Problem(
      "store-unfit", .configuration, at: Place(file: path),
      "its \(named: name) is not as this version needs it: nothing was changed",
      cure: """
        Another build made it, or somebody changed it: carers init --upgrade \(named: path) brings it \
        up to date.
        """)
  }
}
