/// What is decided for children, and who waits.
extension Views {
  private static func assessments(_ name: String, _ form: String, about: String) -> View {
    View(name: name, about: about, select: "SELECT * FROM assessments WHERE form = '\(form)'")
  }

  static let pathway = [
    assessments("needsAssessments", "needs", about: "Needs assessments, under way or finished."),
    assessments(
      "transitionAssessments", "transition",
      about: "Transition assessments, under way or finished."),
    View(
      name: "untriaged",
      about: "Brief assessments by which a setting referred a child on, with no triage since.",
      select: """
        SELECT assessments.* FROM assessments
        LEFT JOIN (SELECT today, max(recorded) AS triaged FROM triages GROUP BY today) AS last
          ON last.today = assessments.today
        WHERE form = 'brief' AND outcome = 'referred' AND finished IS NOT NULL
          AND (last.triaged IS NULL OR last.triaged < assessments.recorded)
        """),
    View(
      name: "lists", about: "Waiting lists that were opened or closed, as each stands now.",
      select: """
        SELECT * FROM (
          SELECT listing.*, row_number() OVER (PARTITION BY list ORDER BY recorded DESC) AS latest
          FROM listings AS listing)
        WHERE latest = 1
        """),
    // When one was finished is when it was first written as finished: the record is given later.
    View(
      name: "waits",
      about:
        "Why each child waits for an assessment: a triage, or an assessment that is not finished.",
      select: """
        WITH done AS MATERIALIZED (
          SELECT one.today, one.form, max(first.recorded) AS recorded FROM assessments AS one
          JOIN (
            SELECT coalesce(begun, id) AS began, min(recorded) AS recorded FROM assessment
            WHERE finished IS NOT NULL GROUP BY began) AS first
            ON first.began = coalesce(one.begun, one.id)
          WHERE one.finished IS NOT NULL GROUP BY one.today, one.form)
        SELECT 'needs' AS list, id, triages.today AS today, familyToday,
          coalesce(waitsFrom, day) AS waitsFrom, needsDue AS due, triages.recorded AS recorded,
          NULL AS started, NULL AS requested, NULL AS requestedBy,
          closedLists LIKE '%"needs"%' AS whileClosed, NULL AS passed
        FROM triages LEFT JOIN done ON done.today = triages.today AND done.form = 'needs'
        WHERE ways LIKE '%"needs assessment"%' AND coalesce(done.recorded, '') < triages.recorded
        UNION ALL
        SELECT 'transition', id, triages.today, familyToday, coalesce(waitsFrom, day),
          transitionDue, triages.recorded, NULL, NULL, NULL, closedLists LIKE '%"transition"%', NULL
        FROM triages LEFT JOIN done ON done.today = triages.today AND done.form = 'transition'
        WHERE ways LIKE '%"transition assessment"%' AND coalesce(done.recorded, '') < triages.recorded
        UNION ALL
        SELECT form, id, today, familyToday, coalesce(waitsFrom, requested, day),
          due, recorded, started, requested, requestedBy, coalesce(whileClosed, 0), passed
        FROM assessments WHERE finished IS NULL AND form IN ('needs', 'transition')
        """),
  ]
}
