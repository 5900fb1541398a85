import GRDB
import YoungCarers

@testable import Reports

/// The figures of some spans, counted by plain SQL over a store's views.
struct SQLCount {
  struct Middle: Equatable {
    var count: Int
    var median: String?
    var quartiles: [Int?]
    var highest: Int?

    init(_ spread: Spread) {
      (count, median, highest) = (spread.count, spread.median, spread.highest)
      quartiles = [spread.lowerQuartile, spread.upperQuartile]
    }

    init(_ row: Row) {
      count = row["count"]
      let twice = row["twice"] as Int
      median = twice % 2 == 0 ? String(twice / 2) : "\(twice / 2).5"
      (quartiles, highest) = ([row["low"], row["high"]], row["highest"])
    }
  }

  private(set) var counts: [Tally.Key: Int] = [:]
  private(set) var middles: [Tally.Key: Middle] = [:]
  private let db: GRDB.Database

  /// Works out what happened once; any spans may be counted then.
  static func prepare(_ db: GRDB.Database) throws {
    for sql in GroundSQL.all { try db.execute(sql: sql) }
    for measure in MeasureSQL.all { try db.execute(sql: measure.insert) }
    try db.execute(sql: "DELETE FROM fact WHERE day IS NULL")
  }

  init(_ spans: Spans, _ db: GRDB.Database) throws {
    self.db = db
    try db.execute(sql: "DELETE FROM span")
    for (place, span) in spans.all.enumerated() {
      try db.execute(
        sql: "INSERT INTO span VALUES (?, ?, ?)",
        arguments: [
          place, span.days.lowerBound.description, span.days.upperBound.description,
        ])
    }
    try count()
    try stock()
    try middle(
      "SELECT measure, place, number FROM fact JOIN span ON day BETWEEN first AND last "
        + "WHERE number IS NOT NULL")
    for form in ["needs", "transition"] {
      try middle(
        """
        SELECT '\(form)Wait' AS measure, place, julianday(last) - julianday(waitsFrom) AS number
        FROM (\(Self.waiting)) WHERE form = '\(form)'
        """)
    }
  }

  private mutating func take(_ dimension: Dimension?, _ sql: String) throws {
    for row in try Row.fetchAll(db, sql: sql) {
      guard let measure = Measure(rawValue: row[0]), let count = row[3] as Int?, count > 0 else {
        continue
      }
      counts[Tally.Key(measure, row[1], dimension, row[2] ?? "")] = count
    }
  }

  private mutating func count() throws {
    let happened = "fact JOIN span ON day BETWEEN first AND last"
    func sum(_ value: String, _ rest: String) -> String {
      "SELECT measure, place, \(value) AS value, sum(times) FROM \(happened) \(rest) GROUP BY 1, 2, 3"
    }
    try take(nil, sum("''", "WHERE number IS NULL"))
    try take(.kind, sum("kind", "WHERE kind IS NOT NULL"))
    let names = Measure.byChild.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let who = "LEFT JOIN trait ON trait.child = fact.child WHERE measure IN (\(names))"
    let age = """
      CAST(strftime('%Y', day) AS INTEGER) - CAST(strftime('%Y', born) AS INTEGER)
      - (strftime('%m-%d', day) < strftime('%m-%d', born))
      """
    for (dimension, value) in [
      (Dimension.sex, "coalesce(sex, 'not known')"),
      (.ethnicity, "coalesce(ethnicity, 'not known')"),
      (
        .agency,
        """
        coalesce((SELECT name FROM agencies AS known
          WHERE lower(name) = lower(iif(isReferral, fact.agency, trait.agency)) OR EXISTS (
            SELECT 1 FROM json_each(known.aliases)
            WHERE lower(value) = lower(iif(isReferral, fact.agency, trait.agency)))
          ORDER BY name LIMIT 1), iif(isReferral, fact.agency, trait.agency), 'not known')
        """
      ),
      (
        .agencyKind,
        "coalesce(iif(isReferral, lower(fact.agencyKind), trait.agencyKind), 'not known')"
      ),
      (
        .age,
        """
        CASE WHEN born IS NULL OR born > day THEN 'not known' WHEN \(age) < 5 THEN 'under 5'
          WHEN \(age) < 8 THEN '5 to 7' WHEN \(age) < 12 THEN '8 to 11'
          WHEN \(age) < 16 THEN '12 to 15' WHEN \(age) < 18 THEN '16 and 17'
          ELSE '18 and over' END
        """
      ),
    ] {
      try take(dimension, sum(value, who))
    }
  }

  /// Who waits when each span is over, each child once.
  private static let waiting = """
    SELECT place, last, form, child, min(waitsFrom) AS waitsFrom, min(due) AS due
    FROM wait JOIN (SELECT place, last FROM span) AS span
      ON joined <= last AND coalesce(finished, '9999') > last
    GROUP BY place, form, child
    """

  private mutating func stock() throws {
    let goesOn = "<= last AND coalesce(closed, '9999') > last"
    try take(
      nil,
      """
      SELECT 'involvedFamilies', place, '', count(DISTINCT family) FROM stay
      JOIN span ON opened \(goesOn) GROUP BY place
      """)
    try take(
      nil,
      """
      SELECT 'unledFamilies', place, '', count(DISTINCT family) FROM stay
      JOIN span ON opened \(goesOn) WHERE NOT EXISTS (
        SELECT 1 FROM leads WHERE familyToday = stay.family
          AND coalesce(starts, leads.day) <= last AND coalesce(ends, '9999') >= last)
      GROUP BY place
      """)
    try take(
      nil,
      """
      SELECT 'servedFamilies', place, '', count(DISTINCT family) FROM stay
      JOIN span ON opened <= last AND coalesce(closed, '9999') >= first GROUP BY place
      """)
    try take(
      nil,
      """
      SELECT 'involvedChildren', place, '', count(DISTINCT child) FROM childStay
      JOIN span ON begun \(goesOn) GROUP BY place
      """)
    try take(
      nil, "SELECT 'needFound', place, '', count(*) FROM (\(Self.needs)) GROUP BY place")
    try take(
      nil, "SELECT 'needUnmet', place, '', sum(NOT isMet) FROM (\(Self.needs)) GROUP BY place")
    try take(
      nil, "SELECT form || 'Waiting', place, '', count(*) FROM (\(Self.waiting)) GROUP BY 1, 2")
    try take(
      nil, "SELECT form || 'Over', place, '', sum(due < last) FROM (\(Self.waiting)) GROUP BY 1, 2")
  }

  /// Children whom the last needs assessment of a year found in need, at the end of each span, and
  /// whether anybody helps them then.
  private static let needs = """
    WITH done AS (
      SELECT place, last, today AS child, familyToday AS home, finished, max(
        EXISTS (SELECT 1 FROM json_each(answers)
          WHERE value IN ('inNeed=yes', 'appropriate=no', 'appropriate=partly'))) AS isNeed
      FROM assessments JOIN span ON finished <= last AND last < \(GroundSQL.yearAfter("finished"))
      WHERE form = 'needs' AND today IS NOT NULL GROUP BY place, today, finished),
    need AS (
      SELECT * FROM done WHERE isNeed AND finished = (
        SELECT max(finished) FROM done AS other
        WHERE other.place = done.place AND other.child = done.child)),
    chain(place, last, signpost, today, home, day, state, before) AS (
      SELECT place, last, id, today, familyToday, day, state, replaces FROM signposts, span
      UNION ALL
      SELECT place, last, chain.signpost, chain.today, home, old.day, old.state, old.replaces
      FROM chain JOIN signpost AS old ON old.id = chain.before WHERE chain.day > last)
    SELECT place, child,
      EXISTS (SELECT 1 FROM plans WHERE familyToday = home AND agreed <= last
        AND coalesce(ended, '9999') > last)
      OR EXISTS (SELECT 1 FROM wait WHERE wait.child = need.child AND joined <= last
        AND coalesce(wait.finished, '9999') > last)
      OR EXISTS (SELECT 1 FROM offers WHERE familyToday = home AND answer = 'accepted'
        AND coalesce(today, child) = child AND day BETWEEN need.finished AND last)
      OR EXISTS (SELECT 1 FROM chain WHERE chain.place = need.place AND chain.home = need.home
        AND coalesce(today, child) = child AND chain.day <= last
        AND state NOT IN ('offered', 'declined', 'ended'))
      OR EXISTS (SELECT 1 FROM closures WHERE familyToday = home
        AND day BETWEEN need.finished AND last AND because NOT IN (
          'family said no for now', 'lost contact', 'agreed limit reached')) AS isMet
    FROM need
    """

  private mutating func middle(_ numbers: String) throws {
    let sql = """
      WITH numbers AS (\(numbers)),
      lined AS (
        SELECT measure, place, CAST(number AS INTEGER) AS number,
          row_number() OVER (PARTITION BY measure, place ORDER BY CAST(number AS INTEGER)) AS turn,
          count(*) OVER (PARTITION BY measure, place) AS count FROM numbers)
      SELECT measure, place, count, max(number) AS highest,
        sum(number) FILTER (WHERE turn = (count + 1) / 2)
          + sum(number) FILTER (WHERE turn = count / 2 + 1) AS twice,
        sum(number) FILTER (WHERE turn = (count + 3) / 4) AS low,
        sum(number) FILTER (WHERE turn = (3 * count + 3) / 4) AS high
      FROM lined GROUP BY measure, place
      """
    for row in try Row.fetchAll(db, sql: sql) {
      guard let measure = Measure(rawValue: row["measure"]) else { continue }
      middles[Tally.Key(measure, row["place"])] = Middle(row)
    }
  }

  /// On how many days of each span a list was shut.
  func shut(_ form: String) throws -> [Int] {
    try Int.fetchAll(
      db,
      sql: """
        WITH RECURSIVE each(place, day, last) AS (
          SELECT place, first, last FROM span
          UNION ALL SELECT place, date(day, '+1 day'), last FROM each WHERE day < last)
        SELECT coalesce(sum((
          SELECT state FROM listings WHERE list = ? AND listings.day <= each.day
          ORDER BY listings.day DESC, recorded DESC, id DESC LIMIT 1) = 'closed'), 0)
        FROM each GROUP BY place ORDER BY place
        """, arguments: [form])
  }

  /// From how many of the schools known a referral, a brief assessment or a question came in each span,
  /// by their name or another that they have.
  func schools() throws -> [Int] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT (SELECT count(*) FROM agencies AS school WHERE lower(agencyKind) LIKE '%school%'
          AND EXISTS (
            SELECT 1 FROM (
              SELECT agency, day FROM referrals UNION ALL SELECT agency, day FROM consultations
              UNION ALL SELECT setting, ifnull(finished, day) FROM assessments WHERE form = 'brief')
            WHERE day BETWEEN first AND last AND (
              lower(agency) = lower(school.name) OR EXISTS (
                SELECT 1 FROM json_each(school.aliases) WHERE lower(value) = lower(agency)))))
        FROM span ORDER BY place
        """)
  }
}
