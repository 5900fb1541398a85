/// How long families are worked with.
extension Views {
  static let involvement = [
    // In the order of writing, as `CaseFile.involvement` reads a case.
    View(
      name: "involvements",
      about:
        "Each time a family was worked with: from an accepting triage or a reopening to a closure.",
      select: """
        SELECT familyToday, today, opened, closed FROM (
          SELECT familyToday, today, opens, day AS opened,
            lead(day) OVER (PARTITION BY familyToday ORDER BY recorded) AS closed
          FROM (
            SELECT *, lag(opens, 1, 0) OVER (PARTITION BY familyToday ORDER BY recorded) AS before
            FROM (
              SELECT familyToday, today, day, recorded, 1 AS opens FROM triages
                WHERE ways LIKE '%"accepted"%'
              UNION ALL SELECT familyToday, NULL, day, recorded, 1 FROM reopenings
              UNION ALL SELECT familyToday, NULL, day, recorded, 0 FROM closures))
          WHERE opens <> before)
        WHERE opens AND familyToday IS NOT NULL
        """)
  ]
}
