/// Views in plain words, for an analyst with any SQL tool: what stands, and who is who today.
enum Views {
  struct View {
    let name: String
    let about: String
    let select: String
    var sql: String { "CREATE VIEW \(name) AS\n\(select)" }
  }

  static let all = [
    View(
      name: "people", about: "People as they were written down, with who and whose they are today.",
      select: """
        SELECT person.*, coalesce(identity.person, person.id) AS today,
          coalesce(identity.family, person.family) AS familyToday
        FROM person LEFT JOIN identity ON identity.id = person.id
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = person.id)
        """),
    View(
      name: "families", about: "Cases, one row for each family as it is known today.",
      select: """
        SELECT family.* FROM family
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = family.id)
          AND NOT EXISTS (SELECT 1 FROM identity WHERE identity.id = family.id)
        """),
    View(
      name: "referrals", about: "Referrals that stand, with the child and the case of today.",
      select: """
        SELECT referral.*, coalesce(identity.person, referral.person) AS today,
          coalesce(identity.family, home.family, referral.family) AS familyToday
        FROM referral LEFT JOIN identity ON identity.id = referral.person
          LEFT JOIN identity AS home ON home.id = referral.family AND identity.id IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id)
        """),
    View(
      name: "leads", about: "Lead workers that stand, with the case of today.",
      select: """
        SELECT allocation.*, coalesce(identity.family, allocation.family) AS familyToday
        FROM allocation LEFT JOIN identity ON identity.id = allocation.family
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = allocation.id)
        """),
    View(
      name: "repeats",
      about:
        "A known child's later referrals that no note has answered, for the lead worker to read.",
      select: """
        SELECT * FROM (
          SELECT *, row_number() OVER (PARTITION BY today ORDER BY recorded, id) AS ordinal
          FROM referrals) AS numbered
        WHERE ordinal > 1 AND today IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM note WHERE note.about = numbered.id
            AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = note.id))
        """),
    View(
      name: "doubts",
      about: "Pairs that a person must still decide: the same or two, people (YP) or cases (YC).",
      select: """
        SELECT referral.id AS referral, referral.seq AS seq,
          CASE WHEN candidate.value LIKE 'YC%' THEN referral.family ELSE referral.person END AS one,
          candidate.value AS other
        FROM referral, json_each(referral.candidates) AS candidate
        LEFT JOIN identity AS a ON a.id =
          CASE WHEN candidate.value LIKE 'YC%' THEN referral.family ELSE referral.person END
        LEFT JOIN identity AS b ON b.id = candidate.value
        WHERE referral.candidates IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id)
          AND CASE WHEN candidate.value LIKE 'YC%'
            THEN coalesce(a.family, referral.family) <> coalesce(b.family, candidate.value)
            ELSE coalesce(a.person, referral.person) <> coalesce(b.person, candidate.value) END
          AND NOT EXISTS (
            SELECT 1 FROM (
              SELECT id, one, other FROM differentPeople
              UNION ALL SELECT id, one, other FROM differentFamilies) AS decision
            LEFT JOIN identity AS c ON c.id = decision.one
            LEFT JOIN identity AS d ON d.id = decision.other
            WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = decision.id)
              AND CASE WHEN candidate.value LIKE 'YC%'
                THEN (coalesce(c.family, decision.one), coalesce(d.family, decision.other)) IN (VALUES
                  (coalesce(a.family, referral.family), coalesce(b.family, candidate.value)),
                  (coalesce(b.family, candidate.value), coalesce(a.family, referral.family)))
                ELSE (coalesce(c.person, decision.one), coalesce(d.person, decision.other)) IN (VALUES
                  (coalesce(a.person, referral.person), coalesce(b.person, candidate.value)),
                  (coalesce(b.person, candidate.value), coalesce(a.person, referral.person))) END)
        """),
  ]
}
