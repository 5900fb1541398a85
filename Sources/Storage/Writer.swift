import GRDB
import YoungCarers

/// The one way into a store, inside one transaction: every entry gets its place in the sequence, its
/// seal, and its part in the command's journal line.
public final class Writer {
  public let reader: Reader
  let db: GRDB.Database
  let act: Act
  private let sealed: Bool
  private let first: Int64
  private var next: Int64
  private var last: Instant
  private let inserter: Inserter
  private var lane: InsertLane?
  private var batch = RowBatch()
  private var counts: [Int] = Array(repeating: 0, count: EntryTable.all.count)
  /// Whether this command takes entries out of force, and whose identity it decides about.
  private var takesOut = false
  private var touched: Set<ID> = []
  /// Whether entries about people came whose case somebody else chose.
  private var mayBeMisfiled = false
  /// The numbers of the names that this command gave, a person's and a case's told apart.
  private var drawn: Set<UInt64> = []
  /// Under which cases this command erased entries; nil is none.
  var erasedHomes: Set<ID?> = []
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
    inserter = Inserter(db)
  }

  /// The time of writing: the clock's, and always later than the one before.
  public func now() -> Instant {
    last = max(act.clock(), Instant(microseconds: last.microseconds &+ 1))
    return last
  }

  /// A name for a case or a person that nobody has, drawn again where somebody does.
  public func newID(_ shape: ID.Shape) throws -> ID {
    let source = act.source
    while true {
      let number = source.next() % ID.count
      guard drawn.insert(number << 1 | (shape == .person ? 1 : 0)).inserted else { continue }
      let id = ID(shape, number: number)
      if try isEmpty.get() || !isTaken(id) { return id }
    }
  }

  /// Makes room for so many names that `newID` will give.
  func reserve(ids: Int) { drawn.reserveCapacity(drawn.count + ids) }

  private func isTaken(_ id: ID) throws -> Bool {
    let taken = try (id.shape == .person ? takenPerson : takenFamily).get()
    taken.bind(1, id.text)
    defer { taken.reset() }
    return try taken.step()
  }

  /// Whether the store held nobody when the command began.
  public private(set) lazy var isEmpty = Result {
    try Row.fetchOne(db, sql: "SELECT 1 FROM family LIMIT 1") == nil
      && Row.fetchOne(db, sql: "SELECT 1 FROM person LIMIT 1") == nil
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

  /// A header for an entry about a case, or about somebody in one: filed where they are filed, so
  /// that it goes with them when they are joined and when they are parted.
  public func header(about subject: ID) throws -> Header {
    header(family: try reader.home(of: subject))
  }

  /// Adds an entry. What it takes out of force, and what it says of who is who, is worked out when the
  /// command ends.
  @discardableResult
  public func append(_ entry: Entry) throws -> Entry {
    takesOut = takesOut || Standing.Cause(entry) != nil || isAlarm(entry)
    mayBeMisfiled = mayBeMisfiled || entry.subject.person.map { $0 != entry.id } ?? false
    noteIdentity(entry)
    try insert(entry)
    return entry
  }

  /// What a withdrawal that came before an alarm said of it, it said in vain.
  private func isAlarm(_ entry: Entry) -> Bool {
    if case .flag(let flag) = entry { flag.isAlarm } else { false }
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
    if case .unknown(let unknown) = entry {
      let salt = salt()
      try put(EntryTable.unknown) { $0.add(next, nil, salt: salt, unknown, to: &$1) }
    } else if let kind = entry.kind {
      let cells = entry.cells
      try kind.proveWhole(cells)
      try append(kind, cells, entry.header.extra)
    }
  }

  private func append(_ kind: Kind, _ cells: [Cell], _ extra: [Extra]) throws {
    let salt = salt()
    try put(EntryTable.of(kind)) { $0.add(next, nil, salt: salt, cells, extra, to: &$1) }
  }

  /// Adds an entry that takes nothing out of force and decides nothing about who is who, its values
  /// added by `fill`: what an import writes by the hundred thousand. The header is this command's.
  func append(
    _ table: EntryTable, _ id: ID? = nil, family: ID, day: Day?, _ fill: (inout RowBatch) -> Void
  ) throws {
    var source = act.source
    let recorded = now()
    let id = id ?? ID.entry(at: recorded, using: &source)
    let salt = salt()
    try put(table) { table, batch in
      table.add(next, salt: salt, to: &batch) { batch in
        batch.add(EntryTable.firstPlace + HeaderPlace.day, .day(day ?? act.today))
        batch.add(EntryTable.firstPlace + HeaderPlace.family, family.text)
        batch.add(EntryTable.firstPlace + HeaderPlace.id, id.text)
        batch.add(EntryTable.firstPlace + HeaderPlace.recorded, .instant(recorded))
        batch.add(EntryTable.firstPlace + HeaderPlace.worker, act.actor.name)
        fill(&batch)
      }
    }
  }

  private func salt() -> (UInt64, UInt64)? {
    sealed ? (act.source.next(), act.source.next()) : nil
  }

  private func put(_ table: EntryTable, _ add: (EntryTable, inout RowBatch) -> Void) throws {
    add(table, &batch)
    next += 1
    counts[table.rank] += 1
    if lane == nil || batch.isFull { try flush() }
  }

  private func flush() throws {
    if let lane {
      try lane.send(&batch)
    } else {
      defer { batch.removeAll() }
      try inserter.insert(batch)
    }
  }

  /// Adds an entry that came with its seal: a folder being opened, a backup being restored.
  func restore(_ stored: Stored) throws {
    if case .unknown(let unknown) = stored.entry {
      EntryTable.unknown.add(stored.seq, stored.seal, salt: nil, unknown, to: &batch)
    } else if let kind = stored.entry.kind {
      let (cells, extra) = (stored.entry.cells, stored.entry.header.extra)
      EntryTable.of(kind).add(stored.seq, stored.seal, salt: nil, cells, extra, to: &batch)
    }
    try flush()
    next = max(next, stored.seq + 1)
  }

  /// Writes many entries: inserted by a second thread, and where more will come than there are, the
  /// indexes are built after the rows, which costs a third. Nothing may be looked up inside.
  public func inBulk(_ body: () throws -> Void) throws {
    guard loadsMany else { return try body() }
    for index in Schema.lateIndexes { try db.execute(sql: "DROP INDEX \(index.name)") }
    let lane = InsertLane(inserter)
    self.lane = lane
    do {
      defer { self.lane = nil }
      do {
        try body()
        try flush()
      } catch {
        try? lane.finish()
        throw error
      }
      try lane.finish()
    }
    for index in Schema.lateIndexes { try db.execute(sql: index.create) }
  }

  /// Works out what is derived and, in a store, writes the journal's line. Gives the run of the
  /// sequence that was written, nil where nothing was.
  func finish() throws -> ClosedRange<Int64>? {
    guard next > first else { return nil }
    try settle()
    let run = first...(next - 1)
    if mayBeMisfiled, let id = try reader.misfiled(in: run).first {
      throw Problem(
        "entry-misfiled", .data, "\(id) is filed under another case than the person it is about",
        cure: "Give it the family that the person's own entry has.")
    }
    if sealed { try writeJournal(run) }
    return run
  }

  /// Works out who is who after what was written so far.
  func settle() throws {
    let derived = Derived(db)
    if takesOut {
      touched.formUnion(try derived.subjects(ofDecisions: try derived.judgeStanding()))
    }
    if next > first { touched.formUnion(try derived.newcomers(in: first...(next - 1))) }
    if !touched.isEmpty { try derived.refreshIdentity(around: touched) }
  }

  private func writeJournal(_ run: ClosedRange<Int64>) throws {
    let before = try Journal.last(db)
    var line = JournalLine(
      sequence: (before?.sequence ?? 0) + 1, at: now(), actor: act.actor, command: act.command,
      entries: run,
      written: zip(EntryTable.all, counts).filter { $1 > 0 }.map { ($0.name, $1) },
      receipt: receipt, digest: [], previous: before?.digest ?? Journal.beginning)
    line.digest = Journal.digest(line, entries: inserter.digests.finalize())
    try Journal.insert(line, db)
  }
}
