/// What the measures stand on, worked out by plain SQL over the views of a store, without a rule of
/// the program: who was worked with when, who waited, who scored, what is known of each child.
enum GroundSQL {
  static let all =
    views.map { "CREATE TEMP TABLE \($0) AS SELECT * FROM main.\($0)" }
    + views.map { "CREATE INDEX temp.\($0)_family ON \($0)(familyToday)" }
    + [
      "CREATE INDEX temp.people_today ON people(today)",
      "CREATE INDEX temp.referrals_today ON referrals(today)",
      "CREATE INDEX temp.reliefs_today ON reliefs(today)",
      "CREATE INDEX temp.progress_action ON actionProgress(action)",
      "CREATE INDEX temp.invitees_conference ON invitees(conference)",
    ] + parts

  /// Each view as a table of its own, under the name of the view: looked up by case and child.
  private static let views = [
    "people", "referrals", "screenings", "assessments", "adultReviews", "triages", "offers",
    "conferences", "invitees", "actions", "actionProgress", "reliefs", "closures", "reopenings",
    "contacts", "consultations", "decisions", "leads", "practitioners", "feedbacks", "complaints",
    "plans", "signposts", "followUps",
  ]

  private static let parts = [
    days, turns, stays, carers, childStays, traits, begun, waits, scorings, told, fact,
    answers, workdays, "CREATE INDEX temp.answer_referral ON answer(referral)",
    "CREATE INDEX temp.stay_family ON stay(family)",
    "CREATE INDEX temp.carer_child ON carer(child)",
    "CREATE INDEX temp.childStay_child ON childStay(child)",
  ]

  /// The day a year later, as people count: from 29 February to 28 February.
  static func yearAfter(_ day: String) -> String { self.day(day, after: 12) }

  static func day(_ day: String, after months: Int) -> String {
    """
    min(date(\(day), '+\(months) months'),
      date(\(day), 'start of month', '+\(months + 1) months', '-1 day'))
    """
  }

  static let days = "CREATE TEMP TABLE span (place INTEGER, first TEXT, last TEXT)"

  /// What began and ended the work with a family, in the order in which it was written down; what
  /// changes nothing left out. No turn lies before the one before.
  static let turns = """
    CREATE TEMP TABLE turn AS
    SELECT family, id, what, because, planned, recorded, day AS own,
      max(day) OVER (PARTITION BY family ORDER BY recorded) AS day,
      lead(recorded) OVER (PARTITION BY family ORDER BY recorded) AS next,
      lag(recorded) OVER (PARTITION BY family ORDER BY recorded) AS last, earlier
    FROM (
      SELECT *, lag(what = 'closed', 1, 1) OVER (PARTITION BY family ORDER BY recorded) AS isOver,
        row_number() OVER (PARTITION BY family ORDER BY recorded) > 1 AS earlier
      FROM (
        SELECT familyToday AS family, id, 'accepted' AS what, NULL AS because, NULL AS planned,
          recorded, day FROM triages
        WHERE EXISTS (SELECT 1 FROM json_each(ways) WHERE value = 'accepted')
        UNION ALL SELECT familyToday, id, 'reopened', NULL, NULL, recorded, day FROM reopenings
        UNION ALL SELECT familyToday, id, 'closed', because, planned, recorded, day FROM closures))
    WHERE isOver <> (what = 'closed') AND family IS NOT NULL
    """

  /// Each time a family was worked with. It was passed on where the last referral written before it
  /// began, and since the time before it, came from a service like this one.
  static let stays = """
    CREATE TEMP TABLE stay AS
    SELECT opening.family, opening.id, opening.day AS opened,
      opening.own AS openedOwn, opening.recorded AS written,
      closing.id AS closure, closing.day AS closed, closing.because, closing.planned,
      iif(opening.earlier, opening.own, NULL) AS windowStart,
      after.own AS windowEnd, before.day AS closedBefore,
      CASE WHEN opening.what = 'reopened' THEN 'reopened'
        WHEN EXISTS (
          SELECT 1 FROM referrals WHERE familyToday = opening.family
            AND lower(agencyKind) = 'young carers service'
            AND referrals.recorded < opening.recorded
            AND referrals.recorded > coalesce(before.recorded, '')) THEN 'transferred'
        ELSE 'accepted' END AS beginning
    FROM turn AS opening
    LEFT JOIN turn AS closing ON closing.family = opening.family AND closing.recorded = opening.next
    LEFT JOIN turn AS before ON before.family = opening.family AND before.recorded = opening.last
    LEFT JOIN turn AS after ON after.family = opening.family AND after.recorded = closing.next
    WHERE opening.what <> 'closed'
    """

  static let carers = """
    CREATE TEMP TABLE carer AS
    SELECT today AS child, familyToday AS family, min(day) AS known FROM people
    GROUP BY today HAVING max(role = 'young carer')
    """

  static let childStays = """
    CREATE TEMP TABLE childStay AS
    SELECT child, stay.*, max(opened, known) AS begun,
      iif(known > opened, 'joined', beginning) AS childBeginning
    FROM carer JOIN stay ON stay.family = carer.family
    WHERE known <= opened OR closed IS NULL OR known < closed
    """

  private static func latest(_ column: String) -> String {
    """
    (SELECT \(column) FROM people WHERE people.today = one.today AND \(column) IS NOT NULL
      ORDER BY day DESC, recorded DESC, id DESC LIMIT 1)
    """
  }

  /// The generator's own spellings, told apart by hand.
  static let traits = """
    CREATE TEMP TABLE trait AS
    SELECT one.today AS child, \(latest("born")) AS born,
      CASE \(latest("sex")) WHEN 'F' THEN 'female' WHEN 'female' THEN 'female' WHEN 'M' THEN 'male'
        WHEN 'Boy' THEN 'male' WHEN 'non-binary' THEN 'other' ELSE 'not known' END AS sex,
      CASE \(latest("ethnicity")) WHEN 'WBRI' THEN 'White' WHEN 'White British' THEN 'White'
        WHEN 'Gypsy' THEN 'White' WHEN 'APKN' THEN 'Asian or Asian British'
        WHEN 'Chinese' THEN 'Asian or Asian British' WHEN 'MWAS' THEN 'Mixed or multiple'
        WHEN 'White and Asian' THEN 'Mixed or multiple'
        WHEN 'Black African' THEN 'Black, African or Caribbean' WHEN 'REFU' THEN 'refused'
        WHEN 'Prefer not to say' THEN 'refused' ELSE 'not known' END AS ethnicity,
      coalesce((SELECT coalesce(agency, 'not known') FROM referrals WHERE today = one.today
        ORDER BY day, recorded, id LIMIT 1), 'not known') AS agency,
      coalesce((SELECT coalesce(lower(agencyKind), 'not known') FROM referrals
        WHERE today = one.today ORDER BY day, recorded, id LIMIT 1), 'not known') AS agencyKind
    FROM people AS one GROUP BY one.today
    """

  /// When an assessment was first written, and first written as finished: its entries take each
  /// other's place.
  static let begun = """
    CREATE TEMP TABLE begun AS
    SELECT coalesce(begun, id) AS name, min(day) AS day,
      min(recorded) FILTER (WHERE finished IS NOT NULL) AS written
    FROM assessment GROUP BY 1
    """

  /// Each need to be assessed: from the assessment's first day, or from a triage written before it was
  /// first written as finished, until it was finished. The first to be finished after a triage is the
  /// one that the triage asked for.
  static let waits = """
    CREATE TEMP TABLE wait AS
    WITH asked AS (
      SELECT today AS child, form, begun.name, finished, due, written, waitsFrom,
        coalesce(requested, started, begun.day) AS began
      FROM assessments AS one JOIN begun ON begun.name = coalesce(one.begun, one.id)
      WHERE form IN ('needs', 'transition') AND today IS NOT NULL),
    decided AS (
      SELECT triages.id AS triage, today AS child, iif(way.value LIKE 'needs%', 'needs', 'transition') AS form, day,
        recorded, coalesce(waitsFrom, day) AS waitsFrom,
        iif(way.value LIKE 'needs%', needsDue, transitionDue) AS due
      FROM triages, json_each(ways) AS way
      WHERE way.value IN ('needs assessment', 'transition assessment') AND today IS NOT NULL),
    met AS (
      SELECT decided.*, (
        SELECT asked.name FROM asked WHERE asked.child = decided.child AND asked.form = decided.form
          AND finished IS NOT NULL AND written >= decided.recorded
        ORDER BY finished, written, asked.name LIMIT 1) AS name
      FROM decided)
    SELECT child, form, coalesce(name, triage) AS name, min(joined) AS joined, min(waitsFrom) AS waitsFrom,
      min(due) AS due, max(finished) AS finished
    FROM (
      SELECT child, form, name, min(began, coalesce(finished, began)) AS joined,
        coalesce(waitsFrom, min(began, coalesce(finished, began))) AS waitsFrom, due, finished,
        NULL AS triage FROM asked
      UNION ALL SELECT child, form, name, day, waitsFrom, due, NULL, triage FROM met)
    GROUP BY child, form, coalesce(name, triage)
    """

  /// Scores of children in the window of each time that their family was worked with, numbered as
  /// they were made.
  static let scorings = """
    CREATE TEMP TABLE scoring AS
    SELECT stay.id AS stay, one.id, today AS child, coalesce(finished, one.day) AS day, scorer, stage,
      scale, lower(scorerName) AS name, answers, row_number() OVER (
        PARTITION BY stay.id, today ORDER BY coalesce(finished, one.day), one.day, one.recorded, one.id)
        AS turn
    FROM stay JOIN assessments AS one ON one.familyToday = stay.family
    WHERE form = 'outcomes' AND closed IS NOT NULL
      AND coalesce(finished, one.day) >= coalesce(windowStart, '')
      AND coalesce(finished, one.day) < coalesce(windowEnd, '9999')
    """

  /// First and closing answer of one item, the child's before a parent's, and that before a worker's.
  static let told = """
    CREATE TEMP TABLE both AS
    WITH item(name) AS (VALUES ('tasks'), ('tooMuch')),
    answered AS (
      SELECT scoring.*, item.name AS item, substr(answer.value, length(item.name) + 2) AS said
      FROM scoring, item, json_each(scoring.answers) AS answer
      WHERE answer.value LIKE item.name || '=%'),
    closing AS (
      SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY stay, child, item, scorer ORDER BY turn DESC) AS best
        FROM answered WHERE stage = 'closing') WHERE best = 1),
    pair AS (
      SELECT closing.stay, closing.child, closing.item, closing.scorer, closing.said AS closingSaid,
        (SELECT said FROM answered AS first WHERE first.stay = closing.stay
          AND first.child = closing.child AND first.item = closing.item
          AND first.scorer = closing.scorer AND first.stage = 'first'
          AND (first.name IS NULL OR closing.name IS NULL OR first.name = closing.name)
          ORDER BY turn LIMIT 1) AS firstSaid
      FROM closing),
    alone AS (
      SELECT stay, child, item, scorer, said, row_number() OVER (
        PARTITION BY stay, child, item ORDER BY scorer, turn) AS best
      FROM answered WHERE stage = 'first')
    SELECT stay, child, item, firstSaid, closingSaid, min(scorer) AS scorer FROM pair
    WHERE firstSaid IS NOT NULL GROUP BY stay, child, item
    UNION ALL
    SELECT stay, child, item, said, NULL, scorer FROM alone
    WHERE best = 1 AND item = 'tasks' AND NOT EXISTS (
      SELECT 1 FROM pair WHERE firstSaid IS NOT NULL AND pair.stay = alone.stay
        AND pair.child = alone.child AND pair.item = alone.item)
    """

  /// What each referrer heard, and on which day.
  static let answers = """
    CREATE TEMP TABLE answer AS
    SELECT about AS referral, day, purpose = 'outcome' AS isOutcome FROM contacts
    WHERE purpose IN ('acknowledgement', 'outcome')
    UNION ALL SELECT about, told, 1 FROM screenings WHERE told IS NOT NULL
    """

  /// The days on which people work in England, holidays by hand.
  static let workdays = """
    CREATE TEMP TABLE workday AS
    WITH RECURSIVE every(day) AS (
      SELECT '2022-06-01' UNION ALL SELECT date(day, '+1 day') FROM every WHERE day < '2027-01-01')
    SELECT day FROM every WHERE strftime('%w', day) NOT IN ('0', '6') AND day NOT IN (
      '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27',
      '2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29',
      '2023-08-28', '2023-12-25', '2023-12-26', '2024-01-01', '2024-03-29', '2024-04-01',
      '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26', '2025-01-01',
      '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25',
      '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25',
      '2026-08-31', '2026-12-25', '2026-12-28')
    """

  static let fact = """
    CREATE TEMP TABLE fact (
      measure TEXT, day TEXT, child TEXT, kind TEXT, number INTEGER, times INTEGER DEFAULT 1,
      agency TEXT, agencyKind TEXT, isReferral INTEGER DEFAULT 0)
    """
}
