import Reports

/// Conferences, promises, endings and scores.
extension MeasureSQL {
  private static let meeting = "FROM conferences AS met WHERE held IS NOT NULL"
  private static let invited = """
    FROM conferences AS met JOIN invitees ON invitees.conference = coalesce(met.begun, met.id)
      AND invitees.familyToday = met.familyToday
    WHERE held IS NOT NULL AND excluded IS NULL
    """
  private static let invitedChild = """
    SELECT DISTINCT held, met.id AS meeting, invitees.today, advocateKind
    FROM conferences AS met JOIN invitees ON invitees.conference = coalesce(met.begun, met.id)
      AND invitees.familyToday = met.familyToday
    JOIN carer ON carer.child = invitees.today
    WHERE held IS NOT NULL AND excluded IS NULL
    """

  static let meetings = [
    MeasureSQL(
      .offers, "day, kind", "SELECT day, lower(what) FROM offers WHERE notMadeBecause IS NULL"),
    MeasureSQL(
      .offersAccepted, "day, kind",
      "SELECT day, lower(what) FROM offers WHERE notMadeBecause IS NULL AND answer = 'accepted'"),
    MeasureSQL(.conferences, "day, kind", "SELECT held, purpose \(meeting)"),
    MeasureSQL(.plansAgreed, "day", "SELECT held \(meeting) AND planAgreed"),
    // From the first referral since the work before it ended; where there was none, from the day it
    // began again.
    MeasureSQL(
      .conferenceDays, "day, number",
      """
      WITH found AS (
        SELECT met.held, met.familyToday, (
          SELECT opened FROM stay WHERE family = met.familyToday AND opened <= held
          ORDER BY written DESC LIMIT 1) AS opened, (
          SELECT coalesce(closedBefore, '') FROM stay
          WHERE family = met.familyToday AND opened <= held
          ORDER BY written DESC LIMIT 1) AS since
        \(meeting) AND purpose <> 'review')
      SELECT held, julianday(held) - julianday(start) FROM (
        SELECT held, coalesce((
          SELECT min(day) FROM referrals WHERE referrals.familyToday = found.familyToday
            AND day <= held AND day >= coalesce(since, '')), opened) AS start FROM found)
      WHERE start IS NOT NULL
      """),
    MeasureSQL(
      .departures, "day, times",
      """
      SELECT held, count(*) FROM conferences AS met JOIN decisions
        ON decisions.about = coalesce(met.begun, met.id)
        AND decisions.familyToday = met.familyToday AND what = 'departure'
      WHERE held IS NOT NULL GROUP BY met.id
      """),
    MeasureSQL(.invited, "day, kind", "SELECT held, circle \(invited)"),
    MeasureSQL(.attended, "day, kind", "SELECT held, circle \(invited) AND attended"),
    MeasureSQL(
      .conferenceChildren, "day, child",
      "SELECT held, today FROM (\(invitedChild)) GROUP BY meeting, today"),
    MeasureSQL(
      .advocates, "day, child",
      """
      SELECT held, today FROM (\(invitedChild))
      WHERE advocateKind <> 'declined' GROUP BY meeting, today
      """),
  ]

  /// How each promise stood when its day was over; what was no longer needed by then was not due.
  private static let due = """
    SELECT due, owner, (
      SELECT state FROM actionProgress WHERE action = coalesce(actions.begun, actions.id)
        AND actionProgress.familyToday = actions.familyToday AND day <= due
      ORDER BY day DESC, recorded DESC, id DESC LIMIT 1) AS state
    FROM actions WHERE dropped IS NULL AND due IS NOT NULL
    """
  private static let reviewDue = """
    SELECT held, familyToday, coalesce(continuesUntil, reviewDate) AS due FROM conferences
    WHERE held IS NOT NULL AND coalesce(continuesUntil, reviewDate) IS NOT NULL
    """

  static let promises = [
    MeasureSQL(
      .actionsDue, "day, kind",
      "SELECT due, owner FROM (\(due)) WHERE coalesce(state, '') <> 'no longer needed'"),
    MeasureSQL(
      .actionsDone, "day, kind", "SELECT due, owner FROM (\(due)) WHERE state = 'done'"),
    MeasureSQL(.reviewsDue, "day", "SELECT due FROM (\(reviewDue))"),
    MeasureSQL(
      .reviewsInTime, "day",
      """
      SELECT due FROM (\(reviewDue)) AS one WHERE EXISTS (
        SELECT 1 FROM (
          SELECT familyToday AS family, held AS day FROM conferences WHERE purpose = 'review'
          UNION ALL SELECT family, closed FROM stay)
        WHERE family = one.familyToday AND day > one.held AND day <= one.due)
      """),
  ]

  private static func practitioners(_ day: String) -> String {
    """
    SELECT closed, (
      SELECT count(DISTINCT lower(name)) FROM practitioners WHERE familyToday = stay.family
        AND coalesce(starts, day) <= \(day) AND coalesce(ends, '9999') >= \(day))
    FROM stay WHERE closed IS NOT NULL
    """
  }

  static let endings = [
    MeasureSQL(
      .closures, "day, kind", "SELECT closed, because FROM stay WHERE closed IS NOT NULL"),
    MeasureSQL(
      .plannedClosures, "day", "SELECT closed FROM stay WHERE closed IS NOT NULL AND planned"),
    MeasureSQL(
      .involvementDays, "day, number",
      "SELECT closed, julianday(closed) - julianday(opened) FROM stay WHERE closed IS NOT NULL"),
    MeasureSQL(
      .overLimit, "day",
      """
      SELECT closed FROM stay WHERE closed IS NOT NULL AND closed > (
        SELECT max(agreedLimit) FROM leads WHERE familyToday = stay.family
          AND day >= coalesce(windowStart, '') AND day < coalesce(windowEnd, '9999'))
      """),
    MeasureSQL(.practitionersFirst, "day, number", practitioners("opened")),
    MeasureSQL(.practitionersLast, "day, number", practitioners("closed")),
    MeasureSQL(
      .endedChildren, "day, child", "SELECT closed, child FROM childStay WHERE closed IS NOT NULL"),
  ]

  /// The child's own first and closing score of an area, on one scale.
  private static let pairs = """
    WITH score AS (
      SELECT scoring.*, substr(answer.value, 1, instr(answer.value, '=') - 1) AS area,
        CAST(substr(answer.value, instr(answer.value, '=') + 1) AS INTEGER) AS score
      FROM scoring, json_each(scoring.answers) AS answer
      WHERE scorer = 'child' AND answer.value NOT LIKE 't%=%'),
    ends AS (
      SELECT *, row_number() OVER (PARTITION BY stay, child, area ORDER BY turn DESC) AS best
      FROM score WHERE stage = 'closing'),
    pair AS (
      SELECT ends.stay, ends.child, ends.area, ends.score AS after, ends.scale, first.score AS before,
        first.scale AS firstScale, row_number() OVER (
          PARTITION BY ends.stay, ends.child, ends.area ORDER BY first.turn) AS turn
      FROM ends JOIN score AS first ON first.stay = ends.stay AND first.child = ends.child
        AND first.area = ends.area AND first.stage = 'first' AND first.day <= ends.day
      WHERE best = 1)
    SELECT pair.*, childStay.closed, iif(scale LIKE '1 % to 5 %', 5, 10) AS top FROM pair
    JOIN childStay ON childStay.id = pair.stay AND childStay.child = pair.child
    WHERE turn = 1 AND scale = firstScale
      AND before <= iif(scale LIKE '1 % to 5 %', 5, 10) AND after <= iif(scale LIKE '1 % to 5 %', 5, 10)
    """
  private static let area = """
    CASE area WHEN 'resilience' THEN 'Resilience' WHEN 'choices' THEN 'Choices'
      WHEN 'family' THEN 'Stable family life' WHEN 'education' THEN 'Education, employment and training'
      WHEN 'peers' THEN 'Peer relationships' WHEN 'material' THEN 'Material support'
      WHEN 'access' THEN 'Access to services' ELSE 'Impact of caring' END
    """

  static let scores =
    [
      (Measure.areaPairs, "1"), (.areasUp, "after > before"), (.areasDown, "after < before"),
      (.areasSame, "after = before AND after < top"), (.areasTop, "after = before AND after = top"),
    ].map { measure, test in
      MeasureSQL(
        measure, "day, child, kind", "SELECT closed, child, \(area) FROM (\(pairs)) WHERE \(test)")
    } + [
      MeasureSQL(
        .scoredTwice, "day, child", "SELECT closed, child FROM (\(pairs)) GROUP BY stay, child")
    ]

  private static let ended =
    "both JOIN childStay ON childStay.id = both.stay AND childStay.child = both.child"
  private static let none = "(NULL, 'none')"
  /// Tasks told at first, and what was written last of each in that time.
  private static let task = """
    SELECT childStay.closed, both.child, both.stay, task.value AS task, closingSaid, (
      SELECT became <> 'goes on' AND cause IN ('the plan', 'an adult service')
        AND coalesce(takenByChild, 0) = 0
        AND NOT (became = 'stopped' AND coalesce(closingSaid, '') LIKE '%' || task.value || '%')
      FROM reliefs WHERE reliefs.today = both.child AND reliefs.familyToday = childStay.family
        AND lower(reliefs.task) = task.value AND reliefs.day >= coalesce(windowStart, '')
        AND reliefs.day < coalesce(windowEnd, '9999')
      ORDER BY day DESC, recorded DESC, reliefs.id DESC LIMIT 1) AS isRelieved
    FROM \(ended), json_each('["' || replace(firstSaid, '; ', '","') || '"]') AS task
    WHERE item = 'tasks' AND task.value <> 'none'
    """

  static let tasks =
    [
      MeasureSQL(.tasksTold, "day, child", "SELECT closed, child FROM (\(task))"),
      MeasureSQL(
        .tasksRelieved, "day, child", "SELECT closed, child FROM (\(task)) WHERE isRelieved"),
      MeasureSQL(
        .childrenRelieved, "day, child",
        "SELECT closed, child FROM (\(task)) WHERE isRelieved GROUP BY stay, child"),
    ]
    + [
      (Measure.tooMuchAsked, "1"), (.tooMuchFirst, "firstSaid <> 'none'"),
      (.tooMuchLast, "closingSaid <> 'none'"),
    ].map { measure, test in
      MeasureSQL(
        measure, "day, child",
        "SELECT childStay.closed, both.child FROM \(ended) WHERE item = 'tooMuch' AND \(test)")
    }
}
