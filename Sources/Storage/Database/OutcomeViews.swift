/// What is reviewed, and what was scored.
extension Views {
  static let outcomes = [
    View(
      name: "areaScores",
      about: "Scores of the eight outcome areas that stand, a row for each area.",
      select: """
        SELECT scored.id AS assessment, scored.today, scored.familyToday, scored.day,
          scored.scorer, scored.scorerName, scored.stage, scored.scale,
          substr(\(item("answer")), 1, instr(answer.value, '=') - 1) AS area,
          CAST(substr(answer.value, instr(answer.value, '=') + 1) AS INTEGER) AS score
        FROM assessments AS scored, json_each(scored.answers) AS answer
        WHERE scored.form = 'outcomes'
          AND substr(answer.value, 1, instr(answer.value, '=') - 1) IN (\(areas))
        """),
    View(
      name: "endedCases",
      about: "Cases whose involvement has ended and not begun again, with the closure.",
      select: """
        WITH begun AS (
          SELECT familyToday, max(recorded) AS recorded FROM (
            SELECT familyToday, recorded FROM reopenings
            UNION ALL SELECT familyToday, recorded FROM triages WHERE ways LIKE '%"accepted"%')
          GROUP BY familyToday)
        SELECT closure.id, closure.familyToday, closure.day, closure.because, closure.planned
        FROM (
          SELECT *, row_number() OVER (
            PARTITION BY familyToday ORDER BY recorded DESC) AS turn FROM closures) AS closure
        LEFT JOIN begun ON begun.familyToday = closure.familyToday
        WHERE turn = 1 AND closure.familyToday IS NOT NULL
          AND coalesce(begun.recorded, '') < closure.recorded
        """),
    View(
      name: "reviewsDue",
      about:
        "Families whose plan is to be reviewed: when, who chose the day, and for when it is booked.",
      select: """
        WITH \(again),
        held AS (
          SELECT conferences.*, row_number() OVER (
            PARTITION BY conferences.familyToday ORDER BY held DESC, conferences.recorded DESC) AS turn,
            coalesce(continuesUntil, reviewDate) AS chosen
          FROM conferences
          LEFT JOIN again ON again.familyToday = conferences.familyToday AND again.turn = 1
          WHERE held IS NOT NULL
            AND (held, conferences.recorded) > (coalesce(again.day, ''), coalesce(again.recorded, ''))),
        live AS (
          SELECT *, row_number() OVER (
            PARTITION BY familyToday ORDER BY day DESC, recorded DESC) AS turn
          FROM plans WHERE ended IS NULL AND joins IS NULL),
        booked AS (
          SELECT familyToday, min(date) AS booked FROM conferences
          WHERE purpose = 'review' AND held IS NULL AND cancelled IS NULL GROUP BY familyToday),
        latest AS (
          SELECT known.familyToday,
            coalesce(held.id, live.id) AS id, held.held, held.purpose,
            coalesce(live.reviewDate IS NOT NULL AND (
              held.id IS NULL OR live.recorded > held.recorded
              OR held.chosen IS NULL AND held.purpose <> 'review'), 0) AS byPlan,
            live.reviewDate, live.reviewChosenBy, held.chosen, held.reviewChosenBy AS chosenThere
          FROM (SELECT familyToday FROM held UNION SELECT familyToday FROM live) AS known
          LEFT JOIN (SELECT * FROM held WHERE turn = 1) AS held
            ON held.familyToday = known.familyToday
          LEFT JOIN (SELECT * FROM live WHERE turn = 1) AS live
            ON live.familyToday = known.familyToday)
        SELECT latest.id, latest.familyToday,
          CASE WHEN byPlan THEN reviewDate ELSE chosen END AS due,
          CASE WHEN byPlan THEN reviewChosenBy ELSE chosenThere END AS chosenBy, held, booked,
          purpose = 'review' AND CASE WHEN byPlan THEN reviewDate ELSE chosen END IS NULL AS toClose
        FROM latest LEFT JOIN booked ON booked.familyToday = latest.familyToday
        WHERE latest.familyToday NOT IN (SELECT familyToday FROM endedCases)
        """),
    View(
      name: "closingsNotScored",
      about: "Children of ended cases who were scored at first and not at the end, by whom.",
      select: """
        WITH scored AS (
          SELECT today, familyToday, scorer,
            max(day) FILTER (WHERE stage = 'first') AS firstDay,
            max(day) FILTER (WHERE stage = 'closing') AS closingDay
          FROM assessments WHERE form = 'outcomes' GROUP BY today, familyToday, scorer),
        \(again)
        SELECT ended.id, scored.today, scored.familyToday, scored.scorer, ended.day AS closed
        FROM endedCases AS ended
        JOIN scored ON scored.familyToday = ended.familyToday
        LEFT JOIN again ON again.familyToday = ended.familyToday AND again.turn = 1
        WHERE scored.firstDay >= coalesce(again.day, '')
          AND coalesce(scored.closingDay, '') < coalesce(again.day, '0')
        """),
  ]

  /// When the work with a family began again, the last time first: for a WITH.
  private static let again = """
    turns AS (
      SELECT familyToday, recorded, day, what,
        lag(what) OVER (PARTITION BY familyToday ORDER BY recorded) AS earlier
      FROM (
        SELECT familyToday, recorded, day, 'ended' AS what FROM closures
        UNION ALL SELECT familyToday, recorded, day, 'begun' FROM reopenings
        UNION ALL SELECT familyToday, recorded, day, 'begun' FROM triages
          WHERE ways LIKE '%"accepted"%')),
    again AS (
      SELECT familyToday, day, recorded, row_number() OVER (
        PARTITION BY familyToday ORDER BY recorded DESC) AS turn
      FROM turns WHERE what = 'begun' AND earlier = 'ended')
    """

  private static let areas =
    "'resilience', 'choices', 'family', 'education', 'peers', 'material', 'access', 'caring'"
}
