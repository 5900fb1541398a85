import Foundation
import GRDB
import YoungCarers

/// What came of bringing a store up to date.
public struct Upgrade: Sendable, Equatable {
  /// The entries of the store; as many as before.
  public var entries: Int
  /// Of those, the ones that the earlier version could not read, or not whole.
  public var nowRead: Int
  /// Entries of a kind that is known now, but spelled so that they are kept and not read.
  public var unread: Int
  /// Where the store as it was is kept.
  public var kept: String
}

extension Store {
  /// Gives a store's file the tables of this version; nil where it has them, and of a folder, whose
  /// tables are made whenever it is opened.
  ///
  /// All of it is one transaction on the file itself, under the lock that every writer takes: a store
  /// that is replaced by another file would lose what somebody writes who waited for the old one, and
  /// might belong to somebody else. Broken off at any moment, the next command finds the store as it
  /// was. Its copy is synced before the transaction is committed.
  public static func upgrade(_ path: String, wait: TimeInterval) throws -> Upgrade? {
    if Folder.isFolder(path) {
      _ = try Folder.open(path, wait: wait)
      return nil
    }
    _ = try StoreFile(path: path).inspect()
    return try catching(path) {
      try Opening.queue(path: path, wait: wait).writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        var upgrade: Upgrade?
        let copy = EarlierStore(path)
        do {
          try db.inTransaction(.immediate) {
            if try isUpToDate(db) { return .rollback }
            try copy.write()
            let outcome = try Recast(db, path: path).run()
            upgrade = Upgrade(
              entries: outcome.entries, nowRead: outcome.nowRead, unread: outcome.unread,
              kept: try copy.keep())
            return .commit
          }
        } catch {
          copy.discard()
          throw error
        }
        return upgrade
      }
    }
  }

  /// Looked at under the lock: somebody else may have done it meanwhile.
  private static func isUpToDate(_ db: GRDB.Database) throws -> Bool {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
    return try version == Schema.version && Schema.misfit(db) == nil
  }
}

/// The copy of a store as it was, beside it.
private final class EarlierStore {
  private let path: String
  private var part: String { path + ".upgrading" }
  /// What `discard` takes away.
  private var made: String?

  init(_ path: String) { self.path = path }

  /// By SQLite, on a second connection, while the first holds off other writers: a file that is opened
  /// and closed by other means lets go of every lock of the process.
  func write() throws {
    // An attempt that was killed leaves its own, and a journal that would be played into this one.
    clear()
    let file = open(part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Store.creationProblem(part, errno) }
    close(file)
    made = part
    let store = try Opening.queue(path: path, wait: 0, readOnly: true)
    let copy = try Opening.queue(path: part, wait: 0)
    try store.backup(to: copy)
    try copy.close()
    try store.close()
  }

  /// Gives it its name, the first that is free; the same copy, which an attempt left that was killed,
  /// is used.
  func keep() throws -> String {
    var number = 0
    while true {
      number += 1
      let name = path + ".before-upgrade" + (number == 1 ? "" : "-\(number)")
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file >= 0 {
        close(file)
        made = name
        guard rename(part, name) == 0 else { throw Store.creationProblem(name, errno) }
      } else if errno != EEXIST {
        throw Store.creationProblem(name, errno)
      } else if !FileManager.default.contentsEqual(atPath: part, andPath: name) {
        continue
      }
      clear()
      let folder = (path as NSString).deletingLastPathComponent
      try Staging.sync(folder.isEmpty ? "." : folder)
      return name
    }
  }

  private func clear() {
    unlink(part)
    unlink(part + "-journal")
  }

  func discard() {
    clear()
    if let made { unlink(made) }
  }
}
