import GRDB
import Interchange
import YoungCarers

/// How long each referral waited for an assessment, kept narrowly beside the entries: a row of whole
/// numbers for each, by its day, so that a question about any days reads those days alone. Worked out
/// from the entries when it is asked for, and only what is new since.
///
/// Triggers write down whose standing or identity changed (`stale`); what is new has a higher number.
struct Waited {
  private let db: GRDB.Database
  private let names: Names

  init(_ db: GRDB.Database) throws {
    self.db = db
    names = try Names(db)
  }

  /// Nil where it is up to date; else until which entry it is.
  private static func state(_ db: GRDB.Database) throws -> (until: Int64?, last: Int64)? {
    let until = try Int64.fetchOne(db, sql: "SELECT seq FROM waitedUntil")
    let last =
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max(coalesce((SELECT max(seq) FROM referral), 0),
            coalesce((SELECT max(seq) FROM assessment), 0))
          """) ?? 0
    let isStale = try Row.fetchOne(db, sql: "SELECT 1 FROM stale LIMIT 1") != nil
    return until == last && !isStale ? nil : (until, last)
  }

  /// All of it, by names.
  static func rows(_ db: GRDB.Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT day, referral, agency.name, year.name, assessed FROM waited
        LEFT JOIN waitedName AS agency ON agency.number = waited.agency
        LEFT JOIN waitedName AS year ON year.number = waited.year ORDER BY day, referral
        """)
  }

  static func isUpToDate(_ db: GRDB.Database) throws -> Bool { try state(db) == nil }

  /// Brings it up to date.
  func refresh() throws {
    guard let (until, last) = try Self.state(db) else { return }
    if let until { try change(since: until) } else { try fill() }
    try db.execute(
      sql: "DELETE FROM stale; DELETE FROM waitedUntil; INSERT INTO waitedUntil VALUES (?)",
      arguments: [last])
  }

  /// All of it from nothing.
  private func fill() throws {
    try db.execute(sql: "DELETE FROM waited")
    try put(rows("TRUE ORDER BY referral.day, referral.seq"), assessments("TRUE"))
  }

  /// Referrals that are new, and those of everybody about whom anything has changed.
  private func change(since until: Int64) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE touched (person TEXT PRIMARY KEY) WITHOUT ROWID;
        INSERT OR IGNORE INTO touched
          SELECT person FROM referral WHERE seq > :until AND person IS NOT NULL
          UNION SELECT person FROM assessment WHERE seq > :until AND person IS NOT NULL
          UNION SELECT id FROM stale WHERE id LIKE 'YP-%'
          UNION SELECT person FROM stale JOIN referral USING (id) WHERE person IS NOT NULL
          UNION SELECT person FROM stale JOIN assessment USING (id) WHERE person IS NOT NULL;
        INSERT OR IGNORE INTO touched
          SELECT identity.person FROM identity JOIN touched ON identity.id = touched.person
          WHERE identity.person IS NOT NULL;
        INSERT OR IGNORE INTO touched
          SELECT id FROM identity WHERE person IN (SELECT person FROM touched);
        """, arguments: ["until": until])
    defer { try? db.execute(sql: "DROP TABLE temp.touched") }
    let places = """
      referral.seq IN (
        SELECT seq FROM referral WHERE seq > \(until) AND person IS NULL
        UNION SELECT seq FROM referral JOIN stale USING (id)
        UNION SELECT one.seq FROM touched
          JOIN person ON person.id = touched.person
          JOIN referral AS one ON one.family = person.family AND one.person = touched.person)
      """
    try db.execute(
      sql: """
        DELETE FROM waited WHERE (day, referral) IN (
          SELECT \(Self.number("referral.day")), referral.seq FROM referral WHERE \(places))
        """)
    try put(
      rows(places), assessments("assessment.person IN (SELECT person FROM touched)"))
  }

  /// A day as the number of days since 1970.
  private static func number(_ day: String) -> String {
    "CAST(julianday(\(day)) - 2440587.5 AS INTEGER)"
  }

  private func rows(_ which: String) throws -> Prepared {
    try Prepared(
      db,
      """
      SELECT referral.seq, referral.id, \(Self.number("referral.day")), referral.agency, person.year,
        coalesce(identity.person, referral.person)
      FROM referral LEFT JOIN person ON person.id = referral.person
        LEFT JOIN identity ON identity.id = referral.person
      WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id) AND \(which)
      """)
  }

  private struct Assessed {
    var day: Int64
    var about: String?
  }

  /// The finished assessments of everybody, by who they are today.
  private func assessments(_ which: String) throws -> [String: [Assessed]] {
    let query = try Prepared(
      db,
      """
      SELECT coalesce(identity.person, assessment.person), \(Self.number("finished")), about
      FROM assessment LEFT JOIN identity ON identity.id = assessment.person
      WHERE finished IS NOT NULL AND form <> 'outcomes' AND assessment.person IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = assessment.id) AND \(which)
      """)
    var found: [String: [Assessed]] = [:]
    while try query.step() {
      found[query.text(0) ?? "", default: []].append(
        Assessed(day: query.integer(1), about: query.text(2)))
    }
    return found
  }

  /// The day of the assessment that a referral led to: one about it, else the first of the child that
  /// was finished since.
  private func put(_ rows: Prepared, _ assessed: [String: [Assessed]]) throws {
    let insert = try Prepared(
      db, "INSERT INTO waited(day, referral, agency, year, assessed) VALUES (?, ?, ?, ?, ?)")
    while try rows.step() {
      let (id, day) = (rows.text(1), rows.integer(2))
      let theirs = rows.text(5).flatMap { assessed[$0] } ?? []
      let own = theirs.lazy.filter { $0.about != nil && $0.about == id }.map(\.day).min()
      insert.bind(1, day)
      insert.bind(2, rows.integer(0))
      insert.bind(3, try names.number(rows.text(3) ?? ""))
      insert.bind(4, try names.number(rows.text(4) ?? ""))
      insert.bind(5, own ?? theirs.lazy.map(\.day).filter { $0 >= day }.min())
      try insert.run()
    }
  }

  /// Names as numbers, each given once.
  private final class Names {
    private let db: GRDB.Database
    private var numbers: [String: Int64] = [:]

    init(_ db: GRDB.Database) throws {
      self.db = db
      for row in try Row.fetchAll(db, sql: "SELECT name, number FROM waitedName") {
        numbers[row[0]] = row[1]
      }
    }

    func number(_ name: String) throws -> Int64 {
      if let number = numbers[name] { return number }
      let number = Int64(numbers.count + 1)
      try db.execute(sql: "INSERT INTO waitedName VALUES (?, ?)", arguments: [number, name])
      numbers[name] = number
      return number
    }
  }
}

/// Referrals of some days, each with its wait: columns of numbers, one place a referral.
public struct Waiting: Sendable {
  /// Agencies and year groups by their numbers; empty where nobody said.
  public fileprivate(set) var names: [String] = []
  public fileprivate(set) var days: [Int32] = []
  public fileprivate(set) var agencies: [Int32] = []
  public fileprivate(set) var years: [Int32] = []
  /// Days from the referral to the assessment; -1 where there is none yet.
  public fileprivate(set) var waits: [Int32] = []
}

extension Store {
  /// Works out what `Reader.waited` reads, where anything is new: a transaction of its own.
  public func prepareWaited() throws {
    try Self.catching(home.name) {
      try queue.writeWithoutTransaction { db in
        guard try !Waited.isUpToDate(db) else { return }
        try db.execute(sql: Opening.Cache.writing.sql)
        try db.inTransaction(.immediate) {
          try Waited(db).refresh()
          return .commit
        }
      }
    }
  }
}

extension Reader {
  /// The referrals that stand of a span of days, in the order of the days, as `prepareWaited` left them.
  /// Where some are left out, it is those that are filed under these cases, and those that name none.
  public func waited(_ days: ClosedRange<Day>, leavingOut cases: Set<ID>? = nil) throws -> Waiting {
    var found = Waiting()
    let names = try Row.fetchAll(db, sql: "SELECT name FROM waitedName ORDER BY number")
    found.names = [""] + names.map { $0[0] as String }
    let left = """
      AND referral NOT IN (SELECT seq FROM referral WHERE family IS NULL
        UNION SELECT referral.seq FROM json_each(?3) CROSS JOIN referral ON family = value)
      """
    let query = try Prepared(
      db,
      """
      SELECT day, agency, year, assessed FROM waited WHERE day BETWEEN ?1 AND ?2
      \(cases == nil ? "" : left) ORDER BY day
      """)
    query.bind(1, Int64(days.lowerBound.number))
    query.bind(2, Int64(days.upperBound.number))
    if let cases { query.bind(3, ListText.encode(cases.map(\.text))) }
    while try query.step() {
      let day = Int32(truncatingIfNeeded: query.integer(0))
      found.days.append(day)
      found.agencies.append(Int32(truncatingIfNeeded: query.integer(1)))
      found.years.append(Int32(truncatingIfNeeded: query.integer(2)))
      found.waits.append(
        query.isNull(3) ? -1 : max(0, Int32(truncatingIfNeeded: query.integer(3)) - day))
    }
    return found
  }
}
