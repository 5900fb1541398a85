import GRDB
import Interchange
import YoungCarers

/// What came of reading a stream into a store.
public struct LoadReceipt: Sendable, Equatable {
  public var added = 0
  public var alreadyHere = 0
  /// How many of those added are about people who are here under other ids than the stream's.
  public var pointed = 0
  /// Of people and cases that were forgotten here: set aside.
  public var forgotten = 0
  /// Of cases that stay, and naming what was set aside: set aside too.
  public var naming = 0
  public var read: Int { added + alreadyHere + forgotten + naming }

  public init() {}

  public static func + (a: LoadReceipt, b: LoadReceipt) -> LoadReceipt {
    var sum = a
    sum.added += b.added
    sum.alreadyHere += b.alreadyHere
    sum.pointed += b.pointed
    sum.forgotten += b.forgotten
    sum.naming += b.naming
    return sum
  }
}

extension Writer {
  /// Adds the entries of a stream. One that is here already, the same to the letter, is counted and
  /// not added; so are a referral or an assessment whose source is here, and what was made for it. A
  /// new assessment of such a referral is added about the child who is here. What was forgotten here is
  /// set aside; where the stream says more of the forgotten, nothing is kept, unless `again` brings all
  /// of it back. The stream is read more than once, so `open` must give it from its beginning each time.
  public func load(again: Bool = false, _ open: () throws -> StreamReader) throws -> LoadReceipt {
    let buried = again ? nil : try Buried(self, stream: try open())
    let known = try KnownSources(self, stream: try open(), without: buried)
    var receipt = LoadReceipt()
    var stream = try open()
    while let item = try stream.next() {
      guard case .entry(let entry, _) = item else { throw Problem.referencesToLoad }
      if let buried, buried.takes(entry) {
        receipt.forgotten += buried.forgotten.contains(entry.id) ? 1 : 0
        receipt.naming += buried.naming.contains(entry.id) ? 1 : 0
        continue
      }
      guard let settled = try known.settled(entry) else {
        receipt.alreadyHere += 1
        continue
      }
      if let here = try reader.entry(entry.id) {
        guard here == settled else {
          throw Problem(
            "entry-differs", .data, "\(entry.id) is here already and says something else",
            cure: "An entry never changes: a change is a new entry that replaces it.")
        }
        receipt.alreadyHere += 1
      } else {
        try append(settled)
        receipt.added += 1
        if settled != entry { receipt.pointed += 1 }
      }
    }
    return receipt
  }

  /// Takes a pipe's entries in, as they come.
  public func take(_ stream: inout StreamReader) throws {
    while let item = try stream.next() {
      guard case .entry(let entry, _) = item else { throw Problem.referencesToLoad }
      try append(entry)
    }
  }
}

extension Problem {
  fileprivate static let referencesToLoad = Problem(
    "stream-references", .data, "these are references to a store's entries, not entries",
    cure: "Give the store with --store, or ask the stage before for --format jsonl.")
}

extension Store {
  /// How many entries name a case or person that is not here: somebody took lines out of a pipe.
  public func missingSubjects() throws -> Int {
    try Self.catching(home.name) {
      try queue.writeWithoutTransaction { db in
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      }
    }
  }

  /// What a command wrote: kind, id and case of each entry, and nothing about anybody.
  public func references(in run: ClosedRange<Int64>) throws -> [Reference] {
    try Self.catching(home.name) {
      try queue.writeWithoutTransaction { try Reader($0).references(in: run) }
    }
  }
}
