import GRDB
import Interchange
import YoungCarers

/// What a report about a period asks of the whole store.
extension Reader {
  /// The cases of today that a report from a day on is about: where anything happened since, where
  /// something was planned for a day since, and those worked with or waiting then or since.
  public func cases(since day: Day) throws -> Set<ID> {
    let kinds = [
      "referrals", "screenings", "assessments", "adultReviews", "triages", "offers", "conferences",
      "invitees", "actions", "actionProgress", "reliefs", "closures", "reopenings", "contacts",
      "consultations", "plans", "decisions", "people", "feedbacks", "complaints",
    ].map { "SELECT familyToday FROM \($0) WHERE day >= :day" }
    let planned = [
      ("assessments", "finished"), ("conferences", "held"), ("conferences", "reviewDate"),
      ("conferences", "continuesUntil"), ("actions", "due"), ("adultReviews", "held"),
      ("adultReviews", "asked"), ("complaints", "received"), ("complaints", "answered"),
    ].map { "SELECT familyToday FROM \($0) WHERE \($1) >= :day" }
    let standing = [
      "SELECT familyToday FROM involvements WHERE closed IS NULL OR closed >= :yearBefore",
      "SELECT familyToday FROM assessments WHERE finished >= :yearBefore",
      "SELECT familyToday FROM waits",
    ]
    let sql = (kinds + planned + standing).joined(separator: "\nUNION ")
    return try Set(
      String.fetchAll(
        db, sql: "SELECT familyToday FROM (\(sql)) WHERE familyToday IS NOT NULL",
        arguments: ["day": day.description, "yearBefore": day.adding(months: -12).description]
      ).map { ID($0) })
  }

  /// How many families, and children in them, are worked with when a day is over: from the views, and
  /// not by the rules of a case, so that the one proves the other.
  public func involved(after day: Day) throws -> (families: Int, children: Int) {
    let open = "opened <= :day AND (closed IS NULL OR closed > :day)"
    func count(_ sql: String) throws -> Int {
      try Int.fetchOne(db, sql: sql, arguments: ["day": day.description]) ?? 0
    }
    return (
      try count("SELECT count(DISTINCT familyToday) FROM involvements WHERE \(open)"),
      try count(
        """
        WITH child AS (
          SELECT today, familyToday, min(day) AS known, max(role = 'young carer') AS isCarer
          FROM people GROUP BY today)
        SELECT count(DISTINCT child.today) FROM child
        JOIN involvements ON involvements.familyToday = child.familyToday
        WHERE isCarer AND known <= :day AND \(open)
        """)
    )
  }
}
