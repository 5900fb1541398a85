import GRDB
import Interchange
import YoungCarers

/// A family whose plan is to be reviewed.
public struct ListedReview: Sendable, Equatable {
  /// The last conference held, or the plan.
  public var entry: ID
  public var family: ID
  public var familyName: String?
  public var due: ReviewDue
  /// The lead workers of the day.
  public var lead: String?
}

extension Reader {
  /// What is to be reviewed, in the order of the days; `families` limits it to some cases.
  public func reviewsDue(on day: Day, families: Set<ID>? = nil) throws -> [ListedReview] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT due.id, due.familyToday, families.name, due.due, due.chosenBy, due.held, due.booked,
          due.toClose,
          (SELECT group_concat(lead, ', ') FROM leads
            WHERE leads.familyToday = due.familyToday AND coalesce(starts, day) <= :day
              AND (ends IS NULL OR ends >= :day)) AS lead
        FROM reviewsDue AS due LEFT JOIN families ON families.id = due.familyToday
        WHERE :families IS NULL OR due.familyToday IN (SELECT value FROM json_each(:families))
        ORDER BY due.due IS NULL, due.due, due.familyToday
        """,
      arguments: [
        "day": day.description, "families": families.map { ListText.encode($0.map(\.text)) },
      ])
    var found: [ListedReview] = []
    while let row = try rows.next() {
      func day(_ place: Int) -> Day? { (row[place] as String?).flatMap { Day($0) } }
      let family = ID(row[1] as String? ?? "")
      look(at: [family])
      var due = ReviewDue()
      (due.day, due.chosenBy, due.held, due.booked) = (day(3), row[4], day(5), day(6))
      due.isToClose = row[7] as Bool? ?? false
      found.append(
        ListedReview(
          entry: ID(row[0] as String), family: family, familyName: row[2], due: due, lead: row[8]))
    }
    return found
  }

  /// The cases of today in which an involvement ended on the days of a period, each once.
  public func endedFamilies(from first: Day?, until last: Day?, families: Set<ID>? = nil) throws
    -> [ID]
  {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT familyToday FROM closures
        WHERE day BETWEEN :first AND :last AND familyToday IS NOT NULL
          AND (:families IS NULL OR familyToday IN (SELECT value FROM json_each(:families)))
        ORDER BY familyToday
        """,
      arguments: [
        "first": first?.description ?? "", "last": last?.description ?? "9999",
        "families": families.map { ListText.encode($0.map(\.text)) },
      ]
    ).map { ID($0) }
  }
}
