import GRDB
import Interchange
import YoungCarers

/// A referral in a list: what a caseworker needs to choose one.
public struct ListedReferral: Sendable, Equatable {
  public var referral: ID
  public var family: ID
  public var person: ID
  public var day: Day
  public var agency: String?
  public var matched: String?
  public var given: String?
  public var preferred: String?
  public var surname: String?
  public var born: Day?
  public var school: String?
  public var year: String?
  public var caredForRelation: String?
  /// The lead worker of today, where there is one.
  public var lead: String?
  /// The child's how-manieth referral, 1 for the first that was written down.
  public var ordinal: Int
}

/// Two that may be one, and what both are known by: for a person to decide.
public struct Doubt: Sendable, Equatable {
  public var referral: ID
  public var one: ID
  public var other: ID
  public var because: [String]
}

extension Reader {
  /// Referrals that stand, oldest first. `families` limits them to some cases, `only` to some
  /// referrals.
  public func referrals(on today: Day, families: Set<ID>? = nil, only: Set<ID>? = nil) throws
    -> [ListedReferral]
  {
    func list(_ ids: Set<ID>?) -> String? { ids.map { ListText.encode($0.map(\.text)) } }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.familyToday, r.today, r.day, r.agency, r.matched, p.given, p.preferred,
          p.surname, p.born, p.school, p.year, r.caredForRelation,
          \(Self.lead(of: "r")) AS lead,
          r.ordinal
        FROM (
          SELECT id, familyToday, today, day, recorded, agency, matched, person, caredForRelation,
            row_number() OVER (PARTITION BY today ORDER BY recorded, id) AS ordinal
          FROM referrals
          WHERE :families IS NULL OR familyToday IN (SELECT value FROM json_each(:families))) AS r
        LEFT JOIN person AS p ON p.id = r.person
        WHERE :only IS NULL OR r.id IN (SELECT value FROM json_each(:only))
        ORDER BY r.day, r.recorded, r.id
        """,
      arguments: ["today": today.description, "families": list(families), "only": list(only)])
    var found: [ListedReferral] = []
    while let row = try rows.next() {
      let family = ID(row[1] as String? ?? "")
      look(at: [family])
      found.append(
        ListedReferral(
          referral: ID(row[0] as String), family: family, person: ID(row[2] as String? ?? ""),
          day: Day(row[3] as String) ?? Day(number: 0), agency: row[4], matched: row[5],
          given: row[6], preferred: row[7], surname: row[8],
          born: (row[9] as String?).flatMap { Day($0) }, school: row[10], year: row[11],
          caredForRelation: row[12], lead: row[13], ordinal: row[14]))
    }
    return found
  }

  /// The lead workers `:today` of the case in a row, as `CaseFile.leads`.
  static func lead(of row: String) -> String {
    """
    (SELECT group_concat(lead, ', ') FROM (
      SELECT lead FROM leads WHERE familyToday = \(row).familyToday
        AND coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today
      ORDER BY day, recorded, id))
    """
  }

  /// Every case, as they are known today.
  public func allFamilies() throws -> [ID] {
    try String.fetchAll(db, sql: "SELECT id FROM families ORDER BY seq").map { ID($0) }
  }

  /// Known children's later referrals that nobody has read.
  public func repeats() throws -> Set<ID> {
    Set(try String.fetchAll(db, sql: "SELECT id FROM repeats").map { ID($0) })
  }

  /// Referrals that nobody has screened, a known child's too (practice P2).
  public func unscreened() throws -> Set<ID> {
    Set(try String.fetchAll(db, sql: "SELECT id FROM unscreened").map { ID($0) })
  }

  /// The cases that somebody may mean: by an id or its beginning, a UPN, an NHS number, or words that
  /// each begin a name of one person.
  public func families(matching text: String) throws -> [ID] {
    if ID.typed(text) != .notAnID, let id = try? resolve(text) { return [try today(id).family] }
    if let upn = UPN(text) { return try families(where: "upper(upn) = ?", upn.text) }
    if let number = NHSNumber(text) {
      return try families(where: "replace(replace(nhsNumber, ' ', ''), '-', '') = ?", number.text)
    }
    return try families(named: text)
  }

  private func families(where test: String, _ value: String) throws -> [ID] {
    let sql = "SELECT DISTINCT familyToday FROM people WHERE \(test)"
    return try String.fetchAll(db, sql: sql, arguments: [value]).map { ID($0) }
  }

  private func families(named text: String) throws -> [ID] {
    let words = Text.folded(text).split(separator: " ")
    guard !words.isEmpty else { return [] }
    let test = words.map { _ in "instr(' ' || folded, ' ' || ?) > 0" }.joined(separator: " AND ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT DISTINCT familyToday FROM people WHERE \(test) ORDER BY familyToday",
      arguments: StatementArguments(words.map(String.init)))
    return rows.map { ID($0[0] as String? ?? "") }
  }

  /// What a person must decide, oldest first.
  public func doubts() throws -> [Doubt] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT doubts.referral, doubts.one, doubts.other, referral.because
        FROM doubts JOIN referral ON referral.id = doubts.referral ORDER BY doubts.seq
        """)
    var met: Set<[ID]> = []
    return rows.compactMap { row in
      let doubt = Doubt(
        referral: ID(row[0] as String), one: ID(row[1] as String), other: ID(row[2] as String),
        because: ListText.decode(row[3] as String? ?? "[]"))
      let pair = [doubt.one, doubt.other].sorted()
      return met.insert(pair).inserted ? doubt : nil
    }
  }
}

/// Which person a row became.
public struct Link: Sendable, Equatable {
  public var source: String?
  public var file: String?
  public var line: Int?
  public var person: ID
  public var family: ID
  public var matched: String?
}

extension Reader {
  public func forEachLink(in run: ClosedRange<Int64>, _ body: (Link) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT source, file, line, today, familyToday, matched FROM referrals
        WHERE seq BETWEEN ? AND ? ORDER BY seq
        """, arguments: [run.lowerBound, run.upperBound])
    while let row = try rows.next() {
      try body(
        Link(
          source: row[0], file: row[1], line: row[2], person: ID(row[3] as String? ?? ""),
          family: ID(row[4] as String? ?? ""), matched: row[5]))
    }
  }

  /// How many repeat referrals wait to be read, by lead worker; nil for cases without one.
  public func leadsWithRepeats(on day: Day) throws -> [(lead: String?, count: Int)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(Self.lead(of: "repeat")) AS lead, count(*)
        FROM repeats AS repeat GROUP BY 1 ORDER BY 1 IS NULL, 1
        """, arguments: ["today": day.description])
    return rows.map { ($0[0], $0[1]) }
  }
}

extension Reader {
  /// The referral written last.
  public func lastReferral() throws -> Referral? {
    let query = try EntryTable.of(.referral).query(db, "ORDER BY seq DESC LIMIT 1")
    guard try query.step(),
      case .referral(let referral) = try EntryTable.of(.referral).read(query).entry
    else { return nil }
    return referral
  }
}
