import GRDB
import Interchange
import YoungCarers

/// Something that waits for somebody.
public struct AgendaItem: Sendable, Equatable {
  /// What waits, the most urgent first (practice P8).
  public enum What: Int, Sendable, CaseIterable {
    case flag, referredAgain, screen, answer, identity, alert
    case conference, prepare, review, triage, brief, assessment, council, record
    case adultReview, book, action, contact, offer, signpost, lead, limit, transition

    public var words: String {
      switch self {
      case .flag: "FLAG"
      case .referredAgain: "referred again"
      case .screen: "to screen"
      case .identity: "who is it?"
      case .alert: "alert ends"
      case .conference: "conference"
      case .prepare: "to prepare"
      case .review: "review"
      case .answer: "screen waits"
      case .triage: "to triage"
      case .brief: "to finish"
      case .assessment: "to assess"
      case .council: "to the council"
      case .record: "give the record"
      case .adultReview: "adult's review"
      case .book: "to book"
      case .action: "promise due"
      case .contact: "contact"
      case .offer: "ask again"
      case .signpost: "how did it go?"
      case .lead: "no lead worker"
      case .limit: "agreed limit"
      case .transition: "turns 18"
      }
    }
  }

  public var what: What
  public var entry: ID
  public var family: ID
  public var person: ID?
  public var given: String?
  public var surname: String?
  public var since: Day
  public var due: Day?
  public var detail: String?
  /// The lead worker of today, where there is one.
  public var lead: String?
}

/// The days that a list of what to do is made for.
public struct AgendaDays: Sendable {
  public var today: Day
  /// Assessments due until then are listed.
  public var soon: Day
  /// Young carers born from `transitionFrom` up to `transitionUntil` are near their transition.
  public var transitionFrom: Day
  public var transitionUntil: Day

  public init(today: Day, soon: Day, transitionFrom: Day, transitionUntil: Day) {
    self.today = today
    self.soon = soon
    self.transitionFrom = transitionFrom
    self.transitionUntil = transitionUntil
  }
}

extension Reader {
  /// What waits, danger first, then what is due first. `families` limits it to some cases.
  public func agenda(_ days: AgendaDays, families: Set<ID>? = nil) throws -> [AgendaItem] {
    let questions = AgendaItem.What.allCases.map {
      "SELECT \($0.rawValue) AS what, * FROM (\($0.select))"
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        \(families == nil ? "WITH" : Scope.with + ",")
        waiting(what, entry, familyToday, today, since, due, detail) AS MATERIALIZED (
          \(questions.joined(separator: " UNION ALL "))),
        led(familyToday, names) AS MATERIALIZED (
          SELECT familyToday, group_concat(lead, ', ') FROM (
            SELECT familyToday, lead FROM leads
            WHERE coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today
            ORDER BY familyToday, day, recorded, id)
          GROUP BY familyToday)
        SELECT w.what, w.entry, w.familyToday, w.today, w.since, w.due, w.detail,
          p.given, p.surname, led.names
        FROM waiting AS w LEFT JOIN person AS p ON p.id = w.today
          LEFT JOIN led ON led.familyToday = w.familyToday
        WHERE :families IS NULL OR w.familyToday IN (SELECT value FROM json_each(:families))
        ORDER BY w.what, coalesce(w.due, w.since), w.since, w.entry
        """,
      arguments: [
        "today": days.today.description, "soon": days.soon.description,
        "bornFrom": days.transitionFrom.description, "bornUntil": days.transitionUntil.description,
        "families": families.map { ListText.encode($0.map(\.text)) },
      ])
    var found: [AgendaItem] = []
    while let row = try rows.next() {
      guard let what = AgendaItem.What(rawValue: row[0]) else { continue }
      let family = ID(row[2] as String? ?? "")
      look(at: [family])
      found.append(
        AgendaItem(
          what: what, entry: ID(row[1] as String? ?? ""), family: family,
          person: (row[3] as String?).map { ID($0) }, given: row[7], surname: row[8],
          since: (row[4] as String?).flatMap { Day($0) } ?? Day(number: 0),
          due: (row[5] as String?).flatMap { Day($0) }, detail: row[6], lead: row[9]))
    }
    return found
  }
}

extension Reader {
  /// The cases that are led on a day by somebody with this in their name.
  public func families(ledBy name: String, on day: Day) throws -> Set<ID> {
    // From each name to the next one by the index: there are few workers and many cases.
    let names = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE names(lead) AS (
          SELECT min(lead) FROM allocation
          UNION ALL SELECT (SELECT min(lead) FROM allocation WHERE lead > names.lead)
          FROM names WHERE names.lead IS NOT NULL)
        SELECT lead FROM names WHERE lead IS NOT NULL
        """
    ).filter { Text.folded($0).contains(Text.folded(name)) }
    return try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT familyToday FROM leads
          WHERE lead IN (SELECT value FROM json_each(:names))
            AND coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today
          """, arguments: ["names": ListText.encode(names), "today": day.description]
      ).map { ID($0) })
  }

  /// The children whom a setting referred on, and nobody has triaged since: the longest wait first.
  public func untriaged(families: Set<ID>? = nil) throws -> [(brief: ID, child: ID)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT max(id), today, min(finished) AS since FROM untriaged
        WHERE :families IS NULL OR familyToday IN (SELECT value FROM json_each(:families))
        GROUP BY today ORDER BY since, min(recorded), today
        """, arguments: ["families": families.map { ListText.encode($0.map(\.text)) }])
    return rows.map { (ID($0[0] as String), ID($0[1] as String)) }
  }
}
