import YoungCarers

/// Views in plain words, for an analyst with any SQL tool: what stands, and who is who today.
enum Views {
  struct View {
    let name: String
    let about: String
    let select: String
    var sql: String { "CREATE VIEW \(name) AS\n\(select)" }
  }

  static let all =
    people + kinds + questions + safety + pathway + involvement + conferences + plans + outcomes

  /// Who is who.
  private static let people = [
    View(
      name: "people", about: "People as they were written down, with who and whose they are today.",
      select: """
        SELECT \(EntryTable.of(.person).shown), coalesce(identity.person, person.id) AS today,
          coalesce(identity.family, person.family) AS familyToday
        FROM person LEFT JOIN identity ON identity.id = person.id
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = person.id)
        """),
    View(
      name: "families", about: "Cases, one row for each family as it is known today.",
      select: """
        SELECT \(EntryTable.of(.family).shown) FROM family
        WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = family.id)
          AND NOT EXISTS (SELECT 1 FROM identity WHERE identity.id = family.id)
        """),
  ]

  /// What stands of each kind.
  private static let kinds = [
    standing("referrals", .referral, "Referrals"),
    standing("leads", .allocation, "Lead workers"),
    standing("practitioners", .practitioner, "Practitioners involved"),
    standing("screenings", .screening, "Safeguarding screens"),
    standing("flags", .flag, "Safeguarding alarms, and answers to them,"),
    standing("alerts", .alert, "Alerts"),
    standing("consents", .consent, "Consents, refusals and withdrawals"),
    standing("consultations", .consultation, "Consultations"),
    standing("contacts", .contact, "Contacts"),
    standing("schooling", .education, "Attendance, suspensions and attainment"),
    standing("assessments", .assessment, "Assessments"),
    standing("adultReviews", .adultReview, "Reviews of the adult's side"),
    standing("triages", .triage, "Triages"),
    standing("signposts", .signpost, "Signposts"),
    standing("offers", .offer, "Offers"),
    standing("conferences", .conference, "Conferences and reviews"),
    standing("invitees", .invitee, "People invited to conferences"),
    standing("questions", .question, "Questions to professionals at conferences"),
    standing("plans", .plan, "Plans"),
    standing("actions", .action, "Actions of plans"),
    standing("actionProgress", .progress, "What became of actions"),
    standing("reliefs", .relief, "Caring tasks that children stopped or share"),
    standing("closures", .closure, "Closures"),
    standing("reopenings", .reopening, "Reopenings"),
    standing("feedbacks", .feedback, "What children and families said of the service"),
    standing("complaints", .complaint, "Complaints"),
    standing("followUps", .followUp, "How families are after the work ended, as follow-ups"),
    standing("decisions", .decision, "Decisions of managers"),
    standing("notes", .note, "Notes"),
    View(
      name: "answers",
      about: "What assessments that stand were answered, item by item, with whose they are today.",
      select: """
        SELECT assessments.id AS assessment, assessments.today, assessments.familyToday,
          assessments.form, assessments.setting, assessments.day,
          iif(instr(\(item("answer")), '=') > 0,
            substr(answer.value, 1, instr(answer.value, '=') - 1), answer.value) AS item,
          iif(instr(answer.value, '=') > 0,
            substr(answer.value, instr(answer.value, '=') + 1), NULL) AS value
        FROM assessments, json_each(assessments.answers) AS answer
        """),
    View(
      name: "agencies", about: "Agencies, with what was agreed with each.",
      select: "SELECT \(EntryTable.of(.agency).shown) FROM agency WHERE \(stands("agency"))"),
    View(
      name: "listings", about: "Waiting lists opened and closed.",
      select: "SELECT \(EntryTable.of(.listing).shown) FROM listing WHERE \(stands("listing"))"),
    View(
      name: "publications", about: "Reports that left, with every figure as it was published.",
      select:
        "SELECT \(EntryTable.of(.publication).shown) FROM publication WHERE \(stands("publication"))"
    ),
    View(
      name: "forgettings",
      about: "Cases that were forgotten for good, with nothing of whose they were.",
      select:
        "SELECT \(EntryTable.of(.forgetting).shown) FROM forgetting WHERE \(stands("forgetting"))"),
  ]

  /// An item of a list, as SQLite reads it. DuckDB's own `json_each` keeps the quotation marks; it has
  /// no `likely`, which changes nothing, and so asks SQLite.
  static func item(_ list: String) -> String { "likely(\(list).value)" }

  private static func stands(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = \(table).id)"
  }

  /// The entries of a kind that stand, with the case of today, and with whom they are about today
  /// where that is one person.
  private static func standing(_ name: String, _ kind: Kind, _ subject: String) -> View {
    guard kind.layout.place["person"] != nil else {
      return View(
        name: name, about: "\(subject) that stand, with the case of today.",
        select: """
          SELECT \(EntryTable.of(kind).shown), coalesce(identity.family, \(kind).family) AS familyToday
          FROM \(kind) LEFT JOIN identity ON identity.id = \(kind).family
          WHERE \(stands("\(kind)"))
          """)
    }
    return View(
      name: name, about: "\(subject) that stand, with the person and the case of today.",
      select: """
        SELECT \(EntryTable.of(kind).shown), coalesce(identity.person, \(kind).person) AS today,
          coalesce(identity.family, home.family, \(kind).family) AS familyToday
        FROM \(kind) LEFT JOIN identity ON identity.id = \(kind).person
          LEFT JOIN identity AS home ON home.id = \(kind).family AND identity.id IS NULL
        WHERE \(stands("\(kind)"))
        """)
  }

  /// What somebody must look at.
  private static let questions = [
    View(
      name: "openFlags", about: "Safeguarding alarms that no named person has answered.",
      select: """
        SELECT * FROM flags WHERE answers IS NULL
          AND id NOT IN (
            SELECT answers FROM flags WHERE answers IS NOT NULL AND done <> '' AND doneBy <> '')
        """),
    View(
      name: "unscreened",
      about: "Referrals that nobody has screened: not one by one, nor the child since.",
      select: """
        SELECT referrals.* FROM referrals
        LEFT JOIN (SELECT today, max(recorded) AS screened FROM screenings GROUP BY today) AS last
          ON last.today = referrals.today
        WHERE (last.screened IS NULL OR last.screened <= referrals.recorded)
          AND referrals.id NOT IN (SELECT about FROM screenings WHERE about IS NOT NULL)
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
      name: "differences",
      about: "Decisions that stand that two are different, with the people and the cases of today.",
      select: """
        SELECT decision.id, coalesce(one.person, decision.one) AS onePerson,
          coalesce(other.person, decision.other) AS otherPerson,
          coalesce(one.family, decision.one) AS oneCase,
          coalesce(other.family, decision.other) AS otherCase
        FROM (
          SELECT id, one, other FROM differentPeople
          UNION ALL SELECT id, one, other FROM differentFamilies) AS decision
        LEFT JOIN identity AS one ON one.id = decision.one
        LEFT JOIN identity AS other ON other.id = decision.other
        WHERE \(stands("decision"))
        """),
    View(
      name: "doubts",
      about: "Pairs that a person must still decide: the same or two, people (YP) or cases (YC).",
      select: """
        WITH asked AS (
          SELECT referral.*, \(item("candidate")) AS other,
            substr(candidate.value, 1, 2) = 'YC' AS isCase
          FROM referral, json_each(referral.candidates) AS candidate
          WHERE referral.candidates IS NOT NULL AND \(stands("referral"))),
        pair AS (
          SELECT asked.id AS referral, seq, other, isCase,
            iif(isCase, asked.family, asked.person) AS one,
            iif(isCase, coalesce(a.family, asked.family), coalesce(a.person, asked.person)) AS mine,
            iif(isCase, coalesce(b.family, other), coalesce(b.person, other)) AS theirs
          FROM asked
          LEFT JOIN identity AS a ON a.id = iif(isCase, asked.family, asked.person)
          LEFT JOIN identity AS b ON b.id = other)
        SELECT referral, seq, one, other FROM pair
        WHERE mine <> theirs
          AND iif(isCase, EXISTS (SELECT 1 FROM family WHERE family.id = other),
            EXISTS (SELECT 1 FROM person WHERE person.id = other))
          AND NOT EXISTS (
          SELECT 1 FROM differences
          WHERE iif(isCase, oneCase, onePerson) IN (mine, theirs)
            AND iif(isCase, otherCase, otherPerson) IN (mine, theirs)
            AND iif(isCase, oneCase <> otherCase, onePerson <> otherPerson))
        """),
  ]
}
