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
  private var line: [UInt8] = []
  /// Where in the batch the value of each place of the row is.
  private var places = [Int](repeating: -1, count: 64)

  init(_ db: GRDB.Database) { self.db = db }

  func insert(_ batch: RowBatch) throws {
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for line in batch.lines {
        let statement = try statements[line.table] ?? EntryTable.all[line.table].insertion(db)
        statements[line.table] = statement
        statement.clear()
        for value in batch.values[line.values] { statement.bind(value, of: bytes) }
        guard line.salt != nil else {
          try run(statement)
          continue
        }
        try seal(line, batch, bytes).withUnsafeBufferPointer { seal in
          statement.bind(2, blob: seal)
          try run(statement)
        }
      }
    }
  }

  private func seal(_ row: RowBatch.Line, _ batch: RowBatch, _ bytes: UnsafeBufferPointer<UInt8>)
    -> [UInt8]
  {
    line.removeAll(keepingCapacity: true)
    for index in row.values { places[Int(batch.values[index].place)] = index }
    defer { for index in row.values { places[Int(batch.values[index].place)] = -1 } }
    func value(_ place: Int) -> EntryLine.Raw? {
      let index = places[place]
      return index < 0 ? nil : batch.values[index].raw(of: bytes)
    }
    if let kind = EntryTable.all[row.table].kind {
      EntryLine.encode(kind, row.extra, into: &line) { value($0 + EntryTable.firstPlace) }
    } else if case .bytes(let whole)? = value(8) {
      line.append(contentsOf: whole)
    }
    let seal = Seal.make(line, salt: row.salt ?? (0, 0))
    digests.update(data: seal[Seal.saltLength...])
    return seal
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
