import Reports

/// What happened that each measure counts, a row each, said in SQL from what the measure means.
struct MeasureSQL {
  let measure: Measure
  let columns: String
  let select: String

  init(_ measure: Measure, _ columns: String, _ select: String) {
    (self.measure, self.columns, self.select) = (measure, columns, select)
  }

  var insert: String {
    "INSERT INTO fact(measure, \(columns)) SELECT '\(measure.rawValue)', * FROM (\(select))"
  }

  static let all =
    reach + steps + flow + lists + meetings + promises + endings + scores + tasks + hearing + after

  private static let health =
    "(' ' || lower(%) || ' ' LIKE '% gp %' OR lower(%) LIKE '%hospital%' OR lower(%) LIKE '%nurse%')"
  private static func isHealth(_ column: String) -> String {
    health.replacing("(%)", with: "(\(column))")
  }

  private static let referral = "day, child, agency, agencyKind, isReferral"
  private static let received = "SELECT day, today, agency, agencyKind, 1 FROM referrals"
  private static let numbered = """
    SELECT *, row_number() OVER (PARTITION BY today ORDER BY recorded, id) AS place FROM referrals
    WHERE today IS NOT NULL
    """

  private static let reach = [
    MeasureSQL(.referrals, referral, received),
    MeasureSQL(.healthReferrals, referral, "\(received) WHERE \(isHealth("agencyKind"))"),
    MeasureSQL(
      .newChildren, referral,
      "SELECT day, today, agency, agencyKind, 1 FROM (\(numbered)) WHERE place = 1"),
    MeasureSQL(
      .repeats, referral,
      "SELECT day, today, agency, agencyKind, 1 FROM (\(numbered)) WHERE place > 1"),
    MeasureSQL(
      .rereferrals, referral,
      """
      \(received) WHERE today IS NOT NULL AND EXISTS (
        SELECT 1 FROM stay WHERE family = familyToday AND closed <= day
          AND day <= \(GroundSQL.yearAfter("closed")))
      AND NOT EXISTS (
        SELECT 1 FROM stay WHERE family = familyToday AND opened < day
          AND coalesce(closed, '9999') > day)
      """),
    MeasureSQL(.consultations, "day", "SELECT day FROM consultations"),
    MeasureSQL(
      .acknowledgedInTime, referral,
      """
      \(received) WHERE EXISTS (
        SELECT 1 FROM answer WHERE referral = referrals.id
          AND answer.day <= (SELECT min(day) FROM workday WHERE workday.day > referrals.day))
      """),
    MeasureSQL(
      .toldOutcome, referral,
      "\(received) WHERE EXISTS (SELECT 1 FROM answer WHERE referral = referrals.id AND isOutcome)"
    ),
  ]

  private static let brief = "FROM assessments WHERE form = 'brief' AND finished IS NOT NULL"

  private static let steps = [
    MeasureSQL(
      .screens, "day, child, kind", "SELECT day, today, result FROM screenings WHERE step IS NULL"),
    MeasureSQL(
      .briefs, "day, child, kind",
      "SELECT finished, today, coalesce(lower(settingKind), 'not known') \(brief)"),
    MeasureSQL(
      .levels, "day, child, kind",
      """
      SELECT finished, today, coalesce((
        SELECT value FROM answers WHERE assessment = assessments.id AND item = 'level'), 'not known')
      \(brief)
      """),
    MeasureSQL(
      .healthBriefs, "day, child", "SELECT finished, today \(brief) AND \(isHealth("settingKind"))"),
    MeasureSQL(.triages, "day, child", "SELECT day, today FROM triages"),
    MeasureSQL(
      .ways, "day, child, kind",
      """
      SELECT day, today, way FROM (
        SELECT DISTINCT triages.id, day, today, way.value AS way
        FROM triages, json_each(ways) AS way)
      """),
    MeasureSQL(
      .visits, "day, child", "SELECT day, today FROM contacts WHERE purpose IN ('visit', 'session')"
    ),
    MeasureSQL(
      .seenAlone, "day, child",
      "SELECT day, today FROM contacts WHERE purpose IN ('visit', 'session') AND seenAlone"),
    MeasureSQL(
      .notBrought, "day, child",
      "SELECT day, today FROM contacts WHERE purpose IN ('visit', 'session') AND notBrought"),
    MeasureSQL(
      .assessedChildren, "day, child", "SELECT DISTINCT day, today FROM (\(asked)) AS asked"),
    MeasureSQL(
      .askedAgain, "day, child",
      """
      WITH asked AS MATERIALIZED (\(asked))
      SELECT DISTINCT later.day, later.today FROM asked AS later JOIN asked AS earlier
        ON earlier.today = later.today AND earlier.item = later.item AND earlier.day < later.day
        AND later.day <= \(GroundSQL.yearAfter("earlier.day"))
        AND coalesce(lower(earlier.setting), '') <> coalesce(lower(later.setting), '')
      """),
    MeasureSQL(.adultAsked, "day", "SELECT asked FROM adultReviews WHERE asked IS NOT NULL"),
    MeasureSQL(.adultHeld, "day", "SELECT held FROM adultReviews WHERE held IS NOT NULL"),
    MeasureSQL(
      .adultRelying, "day",
      "SELECT held FROM adultReviews WHERE held IS NOT NULL AND lower(relies) <> 'no'"),
    MeasureSQL(
      .jointVisits, "day",
      """
      SELECT day FROM (
        SELECT familyToday, held AS day FROM adultReviews WHERE held IS NOT NULL AND jointVisit
        UNION SELECT familyToday, finished FROM assessments
        WHERE finished IS NOT NULL AND jointVisit)
      """),
  ]

  /// Questions put to a young carer's family. Safety is asked anew each time, and a level is the
  /// assessor's conclusion.
  private static let asked = """
    SELECT coalesce(one.finished, one.day) AS day, one.today, one.setting,
      substr(answer.value, 1, instr(answer.value, '=') - 1) AS item
    FROM assessments AS one JOIN carer ON carer.child = one.today,
      json_each(one.answers) AS answer
    WHERE one.form <> 'outcomes' AND answer.value LIKE '%=%'
      AND answer.value NOT LIKE 'safe=%' AND answer.value NOT LIKE 'level=%'
    """

  private static let flow =
    [
      (Measure.acceptedFamilies, Measure.acceptedChildren, "accepted"),
      (.transferredInFamilies, .transferredInChildren, "transferred"),
      (.reopenedFamilies, .reopenedChildren, "reopened"),
    ].flatMap { families, children, how in
      [
        MeasureSQL(families, "day", "SELECT opened FROM stay WHERE beginning = '\(how)'"),
        MeasureSQL(
          children, "day, child",
          "SELECT begun, child FROM childStay WHERE childBeginning = '\(how)'"),
      ]
    } + [
      MeasureSQL(
        .joinedChildren, "day, child",
        "SELECT begun, child FROM childStay WHERE childBeginning = 'joined'"),
      MeasureSQL(
        .closedFamilies, "day", "SELECT closed FROM stay WHERE because NOT LIKE 'passed to %'"),
      MeasureSQL(
        .transferredOutFamilies, "day", "SELECT closed FROM stay WHERE because LIKE 'passed to %'"),
      MeasureSQL(
        .closedChildren, "day, child",
        "SELECT closed, child FROM childStay WHERE because NOT LIKE 'passed to %'"),
      MeasureSQL(
        .transferredOutChildren, "day, child",
        "SELECT closed, child FROM childStay WHERE because LIKE 'passed to %'"),
    ]

  /// The days on which a child came onto a list, being on it for no other reason, and left it.
  private static func edges(_ form: String) -> (joined: String, left: String) {
    let island = """
      WITH line AS (
        SELECT child, joined, finished, max(coalesce(finished, '9999')) OVER (
          PARTITION BY child ORDER BY joined, coalesce(finished, '9999'), name
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach, name
        FROM wait WHERE form = '\(form)'),
      island AS (
        SELECT *, sum(reach IS NULL OR joined >= reach) OVER (
          PARTITION BY child ORDER BY joined, coalesce(finished, '9999'), name) AS island FROM line),
      one AS (
        SELECT child, min(joined) AS joined, max(coalesce(finished, '9999')) AS "left" FROM island
        GROUP BY child, island)
      """
    return (
      "\(island) SELECT joined, child FROM one",
      "\(island) SELECT \"left\", child FROM one WHERE \"left\" < '9999'"
    )
  }

  private static let lists =
    [
      (
        "needs", Measure.needsJoined, Measure.needsLeft, Measure.needsFinished,
        Measure.needsTimed, Measure.needsInTime, Measure.needsDays
      ),
      (
        "transition", .transitionJoined, .transitionLeft, .transitionFinished, .transitionTimed,
        .transitionInTime, .transitionDays
      ),
    ].flatMap { form, joined, left, finished, timed, inTime, days in
      let done = """
        FROM assessments AS one JOIN begun ON begun.name = coalesce(one.begun, one.id)
        WHERE form = '\(form)' AND finished IS NOT NULL
        """
      let began = "coalesce(waitsFrom, requested, started, begun.day)"
      return [
        MeasureSQL(joined, "day, child", edges(form).joined),
        MeasureSQL(left, "day, child", edges(form).left),
        MeasureSQL(finished, "day, child", "SELECT finished, today \(done)"),
        MeasureSQL(
          timed, "day, child", "SELECT finished, today \(done) AND due IS NOT NULL"),
        MeasureSQL(
          inTime, "day, child", "SELECT finished, today \(done) AND finished <= due"),
        MeasureSQL(
          days, "day, child, number",
          "SELECT finished, today, max(0, julianday(finished) - julianday(\(began))) \(done)"),
      ]
    }
}
