import Crypto
import GRDB
import Interchange
import YoungCarers

/// The one way into a store, inside one transaction: every entry gets its place in the sequence, its
/// seal, and its part in the command's journal line.
public final class Writer {
  public let reader: Reader
  let db: GRDB.Database
  private let act: Act
  private let sealed: Bool
  private let first: Int64
  private var next: Int64
  private var last: Instant
  private var insertions: [Prepared?] = Array(repeating: nil, count: EntryTable.all.count)
  private var counts: [Int] = Array(repeating: 0, count: EntryTable.all.count)
  private var digests = SHA256()
  private var line: [UInt8] = []
  /// Whether this command takes entries out of force, and whose identity it decides about.
  private var takesOut = false
  private var touched: Set<ID> = []
  private var drawn: Set<ID> = []
  public var receipt: String?
  /// Whether more rows will come than there are: see `Store.write`.
  var loadsMany = false

  init(_ db: GRDB.Database, act: Act, sealed: Bool, after last: Int64) {
    self.db = db
    self.act = act
    self.sealed = sealed
    first = last + 1
    next = first
    self.last = Instant(microseconds: .min)
    reader = Reader(db)
  }

  /// The time of writing: the clock's, and always later than the one before.
  public func now() -> Instant {
    last = max(act.clock(), Instant(microseconds: last.microseconds &+ 1))
    return last
  }

  /// A name for a case or a person that nobody has, drawn again where somebody does.
  public func newID(_ shape: ID.Shape) throws -> ID {
    var source = act.source
    let taken = try (shape == .person ? takenPerson : takenFamily).get()
    while true {
      let id = ID.random(shape, using: &source)
      guard drawn.insert(id).inserted else { continue }
      taken.bind(1, id.text)
      let isTaken = try taken.step()
      taken.reset()
      if !isTaken { return id }
    }
  }

  private lazy var takenPerson = Result { try Prepared(db, "SELECT 1 FROM person WHERE id = ?") }
  private lazy var takenFamily = Result { try Prepared(db, "SELECT 1 FROM family WHERE id = ?") }

  public var source: RandomSource { act.source }

  /// A header for an entry that this command writes.
  public func header(family: ID?, id: ID? = nil) -> Header {
    var source = act.source
    var header = Header()
    header.recorded = now()
    header.id = id ?? ID.entry(at: header.recorded, using: &source)
    header.family = family
    header.day = act.today
    header.worker = act.actor.name
    return header
  }

  /// Adds an entry. What it takes out of force, and what it says of who is who, is worked out when the
  /// command ends.
  @discardableResult
  public func append(_ entry: Entry) throws -> Entry {
    takesOut = takesOut || Standing.Cause(entry) != nil
    noteIdentity(entry)
    try insert(entry)
    return entry
  }

  private func noteIdentity(_ entry: Entry) {
    switch entry {
    case .samePerson(let decision): touched.formUnion([decision.one, decision.other])
    case .sameFamily(let decision): touched.formUnion([decision.one, decision.other])
    case .person, .family:
      if let replaced = entry.header.replaces { touched.formUnion([entry.id, replaced]) }
    default: break
    }
  }

  private func insert(_ entry: Entry) throws {
    let rank = entry.kind?.rank ?? EntryTable.all.count - 1
    let table = EntryTable.all[rank]
    var stored = Stored(seq: next, entry: entry, seal: nil)
    let cells = entry.cells
    if sealed {
      line.removeAll(keepingCapacity: true)
      EntryLine.encode(entry, into: &line)
      let source = act.source
      let seal = Seal.make(line, salt: (source.next(), source.next()))
      digests.update(data: seal[Seal.saltLength...])
      stored.seal = seal
    }
    let statement = try insertions[rank] ?? table.insertion(db)
    insertions[rank] = statement
    table.bind(stored, cells, to: statement)
    do {
      try statement.run()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      guard error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE else { throw error }
      throw Problem(
        "entry-twice", .data, "\(entry.id) is in the store already, or its source is",
        cure: "Nothing was changed.")
    }
    next += 1
    counts[rank] += 1
  }

  /// Adds an entry that came with its seal: a folder being opened, a backup being restored.
  func restore(_ stored: Stored) throws {
    let rank = stored.entry.kind?.rank ?? EntryTable.all.count - 1
    let statement = try insertions[rank] ?? EntryTable.all[rank].insertion(db)
    insertions[rank] = statement
    EntryTable.all[rank].bind(stored, stored.entry.cells, to: statement)
    try statement.run()
    next = max(next, stored.seq + 1)
  }

  /// Writes many entries: where more will come than there are, the indexes are built after the rows,
  /// which costs a third. Nothing may be looked up inside.
  public func inBulk(_ body: () throws -> Void) throws {
    guard loadsMany else { return try body() }
    for index in Schema.indexes { try db.execute(sql: "DROP INDEX \(index.name)") }
    try body()
    for index in Schema.indexes { try db.execute(sql: index.create) }
  }

  /// Works out what is derived and, in a store, writes the journal's line. Gives the run of the
  /// sequence that was written, nil where nothing was.
  func finish() throws -> ClosedRange<Int64>? {
    guard next > first else { return nil }
    let derived = Derived(db)
    if takesOut {
      touched.formUnion(try derived.subjects(ofDecisions: try derived.judgeStanding()))
    }
    if !touched.isEmpty { try derived.refreshIdentity(around: touched) }
    let run = first...(next - 1)
    if sealed { try writeJournal(run) }
    return run
  }

  private func writeJournal(_ run: ClosedRange<Int64>) throws {
    let before = try Journal.last(db)
    var line = JournalLine(
      sequence: (before?.sequence ?? 0) + 1, at: now(), actor: act.actor, command: act.command,
      entries: run,
      written: zip(EntryTable.all, counts).filter { $1 > 0 }.map { ($0.name, $1) },
      receipt: receipt, digest: [], previous: before?.digest ?? Journal.beginning)
    line.digest = Journal.digest(line, entries: digests.finalize())
    try Journal.insert(line, db)
  }
}
