import Crypto
import Foundation
import GRDB
import Interchange
import YoungCarers

/// Puts batches of rows into their tables, and seals each on its way in.
final class Inserter {
  private let db: GRDB.Database
  private var statements: [Prepared?] = Array(repeating: nil, count: EntryTable.all.count)
  /// Of every seal made, in the order of the rows: what the journal's line is sealed with.
  private(set) var digests = SHA256()

  init(_ db: GRDB.Database) { self.db = db }

  func insert(_ batch: RowBatch) throws {
    var sealing = Sealing()
    defer { digests.update(data: sealing.digests) }
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for line in batch.lines {
        let statement = try statement(line.table)
        statement.clear()
        for value in batch.values[line.values] { statement.bind(value, of: bytes) }
        guard let salt = line.salt else {
          try run(statement)
          continue
        }
        try sealing.seal(line, batch.values[line.values], of: bytes, salt).withUnsafeBufferPointer {
          statement.bind(2, blob: $0)
          try run(statement)
        }
      }
    }
  }

  private func statement(_ table: Int) throws -> Prepared {
    if let statement = statements[table] { return statement }
    let statement = try EntryTable.all[table].insertion(db)
    statements[table] = statement
    return statement
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

/// Makes the seals of a batch.
private struct Sealing {
  private(set) var digests: [UInt8] = []
  private var line: [UInt8] = []
  /// The values of the entry, in the order of its layout.
  private var values = [EntryLine.Raw?](repeating: nil, count: 64)

  mutating func seal(
    _ row: RowBatch.Line, _ given: ArraySlice<RowBatch.Value>,
    of bytes: UnsafeBufferPointer<UInt8>, _ salt: (UInt64, UInt64)
  ) -> [UInt8] {
    line.removeAll(keepingCapacity: true)
    if let kind = EntryTable.all[row.table].kind {
      for value in given { values[Int(value.place)] = value.raw(of: bytes) }
      values.withUnsafeBufferPointer {
        let own = UnsafeBufferPointer(rebasing: $0[EntryTable.firstPlace...])
        EntryLine.encode(kind, own, row.extra, into: &line)
      }
      for value in given { values[Int(value.place)] = nil }
    } else if case .bytes(let whole)? = given.last?.raw(of: bytes) {
      line.append(contentsOf: whole)
    }
    let seal = Seal.make(line, salt: salt)
    digests.append(contentsOf: seal[Seal.saltLength...])
    return seal
  }
}

/// A second thread that seals and inserts while the first reads and plans. While it runs, nothing else
/// may use the connection.
final class InsertLane: @unchecked Sendable {
  /// How many batches may wait.
  private static let most = 4

  private let inserter: Inserter
  private let turn = NSCondition()
  /// All under `turn`.
  private var waiting: [RowBatch] = []
  /// Emptied, to be filled again.
  private var spare: [RowBatch] = []
  private var isClosed = false
  private var isDone = false
  private var failure: (any Error)?

  init(_ inserter: Inserter) {
    self.inserter = inserter
    let thread = Thread { self.work() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Waits where too much waits already; throws what the inserting thread met. Leaves an empty batch.
  func send(_ batch: inout RowBatch) throws {
    turn.lock()
    defer { turn.unlock() }
    while waiting.count >= Self.most, failure == nil { turn.wait() }
    if let failure { throw failure }
    waiting.append(batch)
    batch = spare.popLast() ?? RowBatch()
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
    while var batch = next() {
      do {
        try inserter.insert(batch)
        batch.removeAll()
        put(batch)
      } catch {
        end(error)
        return
      }
    }
    end(nil)
  }

  private func put(_ batch: RowBatch) {
    turn.lock()
    defer { turn.unlock() }
    spare.append(batch)
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
