import Foundation
import GRDB
import YoungCarers

/// Puts batches of rows into their tables.
final class Inserter {
  private let db: GRDB.Database
  private var statements: [Prepared?] = Array(repeating: nil, count: EntryTable.all.count)

  init(_ db: GRDB.Database) { self.db = db }

  func insert(_ batch: RowBatch) throws {
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for line in batch.lines {
        let statement = try statements[line.table] ?? EntryTable.all[line.table].insertion(db)
        statements[line.table] = statement
        statement.clear()
        for value in batch.values[line.values] { statement.bind(value, of: bytes) }
        try run(statement)
      }
    }
  }

  private func run(_ statement: Prepared) throws {
    do {
      try statement.run()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw Problem(
        "entry-twice", .data, "an entry is in the store already, or its source is",
        cure: "Nothing was changed.")
    }
  }
}

/// A second thread that inserts while the first reads and seals: the two cost about the same. While
/// it runs, nothing else may use the connection.
final class InsertLane: @unchecked Sendable {
  /// How many batches may wait.
  private static let most = 4

  private let inserter: Inserter
  private let turn = NSCondition()
  /// All under `turn`.
  private var waiting: [RowBatch] = []
  private var isClosed = false
  private var isDone = false
  private var failure: (any Error)?

  init(_ inserter: Inserter) {
    self.inserter = inserter
    let thread = Thread { self.work() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Waits where too much waits already; throws what the inserting thread met.
  func send(_ batch: RowBatch) throws {
    turn.lock()
    defer { turn.unlock() }
    while waiting.count >= Self.most, failure == nil { turn.wait() }
    if let failure { throw failure }
    waiting.append(batch)
    turn.broadcast()
  }

  /// Returns when everything sent is in, or throws why not. To be called whatever happened before.
  func finish() throws {
    turn.lock()
    defer { turn.unlock() }
    isClosed = true
    turn.broadcast()
    while !isDone { turn.wait() }
    if let failure { throw failure }
  }

  private func work() {
    while let batch = next() {
      do {
        try inserter.insert(batch)
      } catch {
        end(error)
        return
      }
    }
    end(nil)
  }

  private func next() -> RowBatch? {
    turn.lock()
    defer { turn.unlock() }
    while waiting.isEmpty, !isClosed { turn.wait() }
    guard !waiting.isEmpty else { return nil }
    turn.broadcast()
    return waiting.removeFirst()
  }

  private func end(_ error: (any Error)?) {
    turn.lock()
    failure = error
    isDone = true
    turn.broadcast()
    turn.unlock()
  }
}
