import GRDB
import Interchange
import YoungCarers

/// What came of reading a stream into a store.
public struct LoadReceipt: Sendable, Equatable {
  public var added = 0
  public var alreadyHere = 0
  public var read: Int { added + alreadyHere }

  public init() {}

  public static func + (a: LoadReceipt, b: LoadReceipt) -> LoadReceipt {
    var sum = a
    sum.added += b.added
    sum.alreadyHere += b.alreadyHere
    return sum
  }
}

extension Writer {
  /// Adds the entries of a stream. One that is here already, the same to the letter, is counted and
  /// not added; so are a referral whose source is here, and the person and case made for it. The
  /// stream is read twice, so `open` must give it from its beginning each time.
  public func load(_ open: () throws -> StreamReader) throws -> LoadReceipt {
    let known = try KnownSources(db, stream: try open())
    var receipt = LoadReceipt()
    var stream = try open()
    while let item = try stream.next() {
      guard case .entry(let entry, _) = item else { throw Problem.referencesToLoad }
      if try known.covers(entry) {
        receipt.alreadyHere += 1
      } else if let here = try reader.entry(entry.id) {
        guard here == entry else {
          throw Problem(
            "entry-differs", .data, "\(entry.id) is here already and says something else",
            cure: "An entry never changes: a change is a new entry that replaces it.")
        }
        receipt.alreadyHere += 1
      } else {
        try append(entry)
        receipt.added += 1
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

/// The referrals of a stream whose source a store has already, under whatever ids.
private struct KnownSources {
  private var referrals: Set<ID> = []
  private var people: Set<ID> = []
  private var families: Set<ID> = []

  init(_ db: GRDB.Database, stream: StreamReader) throws {
    let query = try Prepared(db, "SELECT id FROM referral WHERE source IN (?, ?)")
    let keys = SourceKey(try Settings(reading: db))
    var stream = stream
    var homes: [ID: Set<ID>] = [:]
    while case .entry(let entry, _)? = try stream.next() {
      if case .person(let person) = entry, let family = person.header.family {
        homes[family, default: []].insert(person.header.id)
      }
      guard case .referral(let referral) = entry, let source = referral.source else { continue }
      query.bind(1, source)
      query.bind(2, keys.keyed(source))
      guard try query.step() else { continue }
      let same = query.text(0) == referral.header.id.text
      query.reset()
      if same { continue }
      referrals.insert(referral.header.id)
      if let person = referral.person { people.insert(person) }
    }
    families = Set(homes.filter { $0.value.isSubset(of: people) }.keys)
  }

  func covers(_ entry: Entry) throws -> Bool {
    switch entry {
    case .family(let family): return families.contains(family.header.id)
    case .person(let person): return people.contains(person.header.id)
    case .referral(let referral): return referrals.contains(referral.header.id)
    case .samePerson(let decision):
      return people.contains(decision.one) || people.contains(decision.other)
    case .sameFamily(let decision):
      return families.contains(decision.one) || families.contains(decision.other)
    default:
      guard let family = entry.header.family, families.contains(family) else { return false }
      throw Problem(
        "case-twice", .data,
        "\(entry.id) belongs to case \(family), whose referral is here under another id",
        cure: "Load the stream into a store of its own and join the two there.")
    }
  }
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
