import Crypto
import Foundation
import GRDB
import YoungCarers

/// Who acts. `account` is the system's word (the one who called, behind sudo); `claim` is what they
/// said with `--as`: recorded beside it, opening nothing.
public struct Actor: Sendable, Equatable {
  public var account: String
  public var claim: String?
  public var host: String

  public init(account: String, claim: String?, host: String) {
    self.account = account
    self.claim = claim
    self.host = host
  }

  /// The name that stands in an entry's `worker`.
  public var name: String { claim ?? account }
}

/// One line a command, without personal data, each sealed to the one before.
public struct JournalLine: Sendable, Equatable {
  public var sequence: Int64
  public var at: Instant
  public var actor: Actor
  /// The command's words without their values, as `refer import`.
  public var command: String
  /// The entries written, as a run of the store's one sequence.
  public var entries: ClosedRange<Int64>
  /// How many of each kind, in the kinds' order.
  public var written: [(kind: String, count: Int)]
  /// Counts and the input's digest, as JSON, of an import.
  public var receipt: String?
  public var digest: [UInt8]
  public var previous: [UInt8]

  public var digestText: String { Hex.text(digest) }

  public static func == (a: JournalLine, b: JournalLine) -> Bool {
    a.sequence == b.sequence && a.digest == b.digest
  }
}

enum Journal {
  static let beginning = [UInt8](repeating: 0, count: 32)

  static func all(_ db: GRDB.Database) throws -> [JournalLine] {
    try Row.fetchAll(db, sql: "SELECT * FROM journal ORDER BY sequence").map(line)
  }

  static func last(_ db: GRDB.Database) throws -> JournalLine? {
    try Row.fetchOne(db, sql: "SELECT * FROM journal ORDER BY sequence DESC LIMIT 1").map(line)
  }

  private static func line(_ row: Row) -> JournalLine {
    return JournalLine(
      sequence: row["sequence"], at: time(row["at"]),
      actor: Actor(account: row["actor"], claim: row["claim"], host: row["host"]),
      command: row["command"], entries: run(row["first"], row["last"]),
      written: counts(row["written"]),
      receipt: row["receipt"], digest: [UInt8](row["digest"] as Data),
      previous: [UInt8](row["previous"] as Data))
  }

  /// The entries of a line; where the numbers are no run, a run that nothing has.
  static func run(_ first: Int64?, _ last: Int64?) -> ClosedRange<Int64> {
    guard let first, let last, first <= last else { return Int64.max...Int64.max }
    return first...last
  }

  /// Only as it was written: another spelling of a time is no time.
  static func time(_ text: String) -> Instant {
    guard let instant = Instant(text), instant.text == text else { return Instant(microseconds: 0) }
    return instant
  }

  static func insert(_ line: JournalLine, _ db: GRDB.Database) throws {
    try db.execute(
      sql: """
        INSERT INTO journal(sequence, at, actor, claim, host, command, first, last, written,
          receipt, digest, previous) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
        """,
      arguments: [
        line.sequence, line.at.text, line.actor.account, line.actor.claim, line.actor.host,
        line.command, line.entries.lowerBound, line.entries.upperBound, written(line.written),
        line.receipt, Data(line.digest), Data(line.previous),
      ])
  }

  /// `person:31 referral:37`, as it stands in the row; nothing where it is anything else.
  static func counts(_ text: String) -> [(kind: String, count: Int)] {
    let counts: [(kind: String, count: Int)] = text.split(separator: " ").compactMap { part in
      let halves = part.split(separator: ":")
      return halves.count == 2 ? (String(halves[0]), Int(halves[1]) ?? 0) : nil
    }
    return written(counts) == text ? counts : []
  }

  static func written(_ counts: [(kind: String, count: Int)]) -> String {
    counts.map { "\($0.kind):\($0.count)" }.joined(separator: " ")
  }

  /// The line's digest: of the line before, of what it says, and of its entries' digests.
  static func digest(_ line: JournalLine, entries: SHA256.Digest) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: line.previous)
    let words = [
      String(line.sequence), line.at.text, line.actor.account, line.actor.claim ?? "",
      line.actor.host, line.command, String(line.entries.lowerBound),
      String(line.entries.upperBound), written(line.written), line.receipt ?? "",
    ]
    hash.update(data: Array(words.joined(separator: "\u{1F}").utf8))
    entries.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Array(hash.finalize())
  }
}
