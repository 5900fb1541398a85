import GRDB
import Interchange
import YoungCarers

/// Something that waits for somebody.
public struct AgendaItem: Sendable, Equatable {
  /// What waits, the most urgent first (practice P8).
  public enum What: Int, Sendable, CaseIterable {
    case flag, referredAgain, screen, answer, identity, triage, brief, assessment, council, record
    case adultReview, contact, offer, signpost, lead, transition

    public var words: String {
      switch self {
      case .flag: "FLAG"
      case .referredAgain: "referred again"
      case .screen: "to screen"
      case .identity: "who is it?"
      case .answer: "screen waits"
      case .triage: "to triage"
      case .brief: "to finish"
      case .assessment: "to assess"
      case .council: "to the council"
      case .record: "give the record"
      case .adultReview: "adult's review"
      case .contact: "contact"
      case .offer: "ask again"
      case .signpost: "how did it go?"
      case .lead: "no lead worker"
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
          \(questions.joined(separator: " UNION ALL ")))
        SELECT w.what, w.entry, w.familyToday, w.today, w.since, w.due, w.detail,
          p.given, p.surname, \(Self.lead(of: "w"))
        FROM waiting AS w LEFT JOIN person AS p ON p.id = w.today
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
          what: what, entry: ID(row[1] as String), family: family,
          person: (row[3] as String?).map { ID($0) }, given: row[7], surname: row[8],
          since: Day(row[4] as String) ?? Day(number: 0),
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

extension AgendaItem.What {
  /// Entry, case, person, since, due, detail.
  fileprivate var select: String {
    switch self {
    case .flag: "SELECT id, familyToday, today, day, day, raised FROM openFlags"
    case .referredAgain: "SELECT id, familyToday, today, day, NULL, agency FROM repeats"
    case .screen:
      // A line a child, however many agencies wrote: SQLite takes the other values from the first day.
      """
      SELECT id, familyToday, today, min(day), NULL, group_concat(agency, ', ')
      FROM (SELECT * FROM unscreened ORDER BY day, recorded, id)
      GROUP BY coalesce(today, id)
      """
    case .identity:
      """
      SELECT id, familyToday, today, day, NULL, agency FROM referrals
      WHERE id IN (SELECT referral FROM doubts)
      """
    case .answer:
      """
      SELECT id, familyToday, today, day, NULL, because FROM (
        SELECT *, row_number() OVER (
          PARTITION BY coalesce(today, familyToday) ORDER BY recorded DESC, id DESC) AS place
        FROM screenings)
      WHERE place = 1 AND result = 'more information'
      """
    case .triage: "SELECT id, familyToday, today, finished, NULL, setting FROM untriaged"
    case .brief:
      """
      SELECT id, familyToday, today, day, NULL, setting FROM assessments AS brief
      WHERE form = 'brief' AND finished IS NULL AND NOT EXISTS (
        SELECT 1 FROM assessments AS later WHERE later.today = brief.today
          AND later.form = 'brief' AND later.finished IS NOT NULL
          AND later.recorded > brief.recorded)
      """
    case .assessment:
      """
      SELECT min(id), familyToday, today, min(waitsFrom), min(due), list FROM waits
      WHERE due <= :soon GROUP BY today, list
      """
    case .council:
      """
      SELECT min(id), familyToday, today, min(waitsFrom), min(due), list FROM waits
      WHERE whileClosed AND passed IS NULL
        AND list IN (SELECT list FROM lists WHERE state = 'closed')
      GROUP BY today, list
      """
    case .record:
      """
      SELECT id, familyToday, today, finished, NULL, form FROM assessments
      WHERE finished IS NOT NULL AND recordGiven IS NULL AND form IN ('needs', 'transition')
      """
    case .adultReview:
      """
      SELECT id, familyToday, today, coalesce(asked, day), due, askedOf FROM adultReviews
      WHERE held IS NULL AND due <= :today
      """
    case .contact:
      """
      SELECT id, familyToday, today, day, nextDay, purpose FROM (
        SELECT *, row_number() OVER (
          PARTITION BY familyToday ORDER BY recorded DESC, id DESC) AS place FROM contacts)
      WHERE place = 1 AND nextDay <= :today
      """
    case .offer:
      """
      SELECT id, familyToday, today, day, askAgain, what FROM openOffers
      WHERE coalesce(askAgain, :today) <= :today
      """
    case .signpost:
      """
      SELECT id, familyToday, today, day, due, service FROM signposts
      WHERE due <= :today AND state NOT IN ('still attending', 'ended', 'declined')
      """
    case .lead:
      """
      SELECT id, familyToday, today, day, NULL, NULL FROM triages AS accepted
      WHERE EXISTS (SELECT 1 FROM json_each(accepted.ways) WHERE value = 'accepted')
        AND NOT EXISTS (
          SELECT 1 FROM leads WHERE leads.familyToday = accepted.familyToday
            AND coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today)
      """
    case .transition:
      """
      SELECT min(people.id), people.familyToday, people.today, min(people.day),
        date(max(people.born), '+18 years'), NULL
      FROM people
      WHERE role = 'young carer' AND born > :bornFrom AND born <= :bornUntil
        AND EXISTS (SELECT 1 FROM triages WHERE triages.today = people.today)
        AND NOT EXISTS (
          SELECT 1 FROM triages, json_each(triages.ways) AS way
          WHERE triages.today = people.today AND way.value = 'transition assessment')
        AND NOT EXISTS (
          SELECT 1 FROM assessments WHERE assessments.today = people.today
            AND form = 'transition')
      GROUP BY people.today
      """
    }
  }
}
