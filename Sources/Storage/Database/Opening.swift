import Foundation
import GRDB
import GRDBSQLite
import SQLiteDefence
import YoungCarers

/// How SQLite is opened. Rollback journal with EXTRA: with FULL, SQLite's default, a power cut just
/// after the commit lost it; WAL in this SQLite can corrupt and keeps erased text.
enum Opening {
  /// A store's file, or with an empty path SQLite's own unnamed temporary database on disk.
  static func queue(path: String, wait: TimeInterval, readOnly: Bool = false) throws
    -> DatabaseQueue
  {
    let temporary = path.isEmpty
    _ = prepared
    if !temporary { setTemporaryFolder(beside: path) }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = !temporary
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(wait)
    configuration.prepareDatabase { db in
      guard let connection = db.sqliteConnection,
        sqlite_defence_raise(UnsafeMutableRawPointer(connection)) == 0
      else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      // It tells observers of changes what a statement reads, and there are none here: asked for each
      // column, it cost half of every statement.
      sqlite3_set_authorizer(connection, nil, nil)
      try db.execute(
        sql: """
          PRAGMA journal_mode = \(temporary ? "MEMORY" : "DELETE");
          PRAGMA synchronous = \(temporary ? "OFF" : "EXTRA");
          PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;
          PRAGMA mmap_size = 0; PRAGMA temp_store = FILE;
          \(Cache.writing.sql)
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// How much of the file SQLite keeps in memory. Whoever writes goes back to the pages of many
  /// indexes; whoever reads meets most pages once, and memory that is not used again costs more than
  /// what is read twice: a tenth of `next`.
  enum Cache: Int {
    case reading = 256
    case writing = 4096

    /// In kibibytes, which SQLite writes as a negative number.
    var sql: String { "PRAGMA cache_size = -\(rawValue)" }
  }

  /// Once in a process; refused, and no harm done, where SQLite is in use already.
  private static let prepared = sqlite_defence_prepare()

  /// SQLite's sorter and statement journals hold children's rows: they stay in the store's folder,
  /// unlinked as soon as they are open.
  private static func setTemporaryFolder(beside path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    setenv("SQLITE_TMPDIR", folder.isEmpty ? "." : folder, 1)
  }

  /// SQLite's errors as problems of ours: its messages can quote values.
  static func problem(_ error: DatabaseError, path: String) -> Problem {
    let place = Place(file: path)
    if error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
      return Problem(
        "subject-missing", .data, at: place,
        "an entry names a case, a person or an entry that is not here: nothing was kept",
        cure: "Load the stream that has them first, or both in one carers load.")
    }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      Problem(
        "store-busy", .busy, at: place, "somebody else is writing to the store",
        cure: "Try again, or give a longer --wait.")
    case .SQLITE_FULL:
      Problem(
        "disk-full", .inputOutput, at: place, "the disk is full: nothing was kept",
        cure: "Make room and run the same command again.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      Problem(
        "store-read-only", .cannotCreate, at: place,
        "the store, or its folder, cannot be written to: nothing was changed",
        cure: "SQLite keeps its journal beside the file, so the folder must be writable too.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      Problem(
        "store-damaged", .data, at: place,
        "the store is damaged (SQLite result \(Int(error.extendedResultCode.rawValue)))",
        cure: "Nothing was changed. Restore a backup, and keep the damaged file for study.")
    case .SQLITE_IOERR:
      Problem(
        "store-io", .inputOutput, at: place,
        "reading or writing failed (SQLite result \(Int(error.extendedResultCode.rawValue))): nothing was kept"
      )
    default:
      Problem(
        "store-fault", .fault, at: place,
        "a fault in carers (SQLite result \(Int(error.extendedResultCode.rawValue))): nothing was kept"
      )
    }
  }
}
