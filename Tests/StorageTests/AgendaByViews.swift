import GRDB
import YoungCarers

@testable import Storage

extension Reader {
  /// What waits in the whole store, by SQL of its own over the views: without names and leads.
  func agendaByViews(_ days: AgendaDays) throws -> [AgendaItem] {
    let questions = AgendaItem.What.allCases.map {
      "SELECT DISTINCT \($0.rawValue) AS what, * FROM (\($0.select)) WHERE \($0.ofWhom)"
    }
    let rows = try Row.fetchAll(
      db, sql: questions.joined(separator: " UNION ALL "),
      arguments: [
        "today": days.today.description, "soon": days.soon.description,
        "bornFrom": days.transitionFrom.description, "bornUntil": days.transitionUntil.description,
      ])
    return AgendaItem.ordered(
      rows.compactMap { row in
        func day(_ place: Int) -> Day? { (row[place] as String?).flatMap { Day($0) } }
        return AgendaItem.What(rawValue: row[0]).map { what in
          AgendaItem(
            what, ID(row[1] as String? ?? ""), of: ID(row[2] as String? ?? ""),
            person: (row[3] as String?).map { ID($0) }, since: day(4) ?? Day(number: 0),
            due: day(5),
            row[6])
        }
      })
  }
}

extension AgendaItem.What {
  /// Work with a family waits only where there is one; a danger waits wherever it is filed.
  fileprivate var ofWhom: String {
    let anybody: [Self] = [
      .flag, .referredAgain, .screen, .answer, .identity, .alert, .complaint, .triage, .brief,
      .assessment,
      .council, .record, .adultReview, .transition,
    ]
    return anybody.contains(self) ? "TRUE" : "familyToday IS NOT NULL"
  }

  /// Entry, case, person, since, due, detail.
  fileprivate var select: String {
    switch self {
    case .flag: "SELECT id, familyToday, today, day, day, raised FROM openFlags"
    case .referredAgain: "SELECT id, familyToday, today, day, NULL, agency FROM repeats"
    case .screen:
      // A line a child, however many agencies wrote: SQLite takes the other values from the first day.
      """
      SELECT id, familyToday, today, min(day), NULL, group_concat(agency, ', ')
      FROM (SELECT * FROM unscreened ORDER BY day, recorded, id)
      GROUP BY coalesce(today, id)
      """
    case .identity:
      """
      SELECT id, familyToday, today, day, NULL, agency FROM referrals
      WHERE id IN (SELECT referral FROM doubts)
      """
    case .alert:
      """
      SELECT id, familyToday, today, day, ends, what FROM alerts
      WHERE ends >= :today AND ends <= :soon
      """
    case .complaint:
      """
      SELECT id, familyToday, today, coalesce(received, day),
        iif(acknowledged IS NULL, coalesce(acknowledgeBy, due), due), about
      FROM complaints WHERE answered IS NULL
      """
    case .conference:
      """
      SELECT id, familyToday, NULL, day, date,
        iif(time IS NULL OR place IS NULL, coalesce(time, place, ''), time || ' ' || place)
      FROM booked WHERE date <= :soon
      """
    case .prepare:
      """
      SELECT min(id), familyToday, NULL, min(day), conferenceDay, group_concat(name, ', ')
      FROM (SELECT * FROM comingInvitees ORDER BY recorded, id)
      WHERE conferenceDay <= :soon
        AND (prepared IS NULL OR advocateKind = 'declined' AND advocateAskedAgain IS NULL)
      GROUP BY familyToday, conferenceDay
      """
    case .review:
      """
      SELECT familyToday, familyToday, NULL, coalesce(held, due), due, iif(toClose, 'to be closed', chosenBy)
      FROM reviewsDue WHERE (due <= :soon AND booked IS NULL) OR toClose
      """
    case .book:
      """
      SELECT id, familyToday, today, day, NULL, what FROM offers
      WHERE answer = 'accepted' AND lower(what) IN ('conference', 'family group conference')
        AND NOT EXISTS (
          SELECT 1 FROM conferences WHERE conferences.familyToday = offers.familyToday
            AND conferences.cancelled IS NULL AND conferences.recorded > offers.recorded)
        AND familyToday NOT IN (SELECT familyToday FROM endedCases)
        AND NOT EXISTS (
          SELECT 1 FROM (
            SELECT familyToday, day, recorded, what,
              lag(what) OVER (PARTITION BY familyToday ORDER BY recorded) AS earlier
            FROM (
              SELECT familyToday, day, recorded, 'ended' AS what FROM closures
              UNION ALL SELECT familyToday, day, recorded, 'begun' FROM reopenings
              UNION ALL SELECT familyToday, day, recorded, 'begun' FROM triages
                WHERE ways LIKE '%"accepted"%')) AS again
          WHERE again.familyToday = offers.familyToday AND what = 'begun' AND earlier = 'ended'
            AND (offers.day, offers.recorded) <= (again.day, again.recorded)
            AND NOT EXISTS (
              SELECT 1 FROM closures AS later WHERE later.familyToday = again.familyToday
                AND later.recorded > again.recorded))
      """
    case .action:
      """
      SELECT id, familyToday, NULL, day, due, coalesce(who, 'nobody yet') || ': ' || what
      FROM openActions WHERE due <= :today
      """
    case .limit:
      """
      SELECT id, familyToday, NULL, coalesce(starts, day), agreedLimit, NULL FROM leads
      WHERE agreedLimit <= :soon AND coalesce(ends, :today) >= :today
        AND familyToday IN (SELECT familyToday FROM involvements WHERE closed IS NULL)
      """
    case .answer:
      """
      SELECT id, familyToday, today, day, NULL, because FROM (
        SELECT *, row_number() OVER (
          PARTITION BY coalesce(today, familyToday) ORDER BY recorded DESC, id DESC) AS place
        FROM screenings)
      WHERE place = 1 AND result = 'more information'
      """
    case .triage: "SELECT id, familyToday, today, finished, NULL, setting FROM untriaged"
    case .brief:
      """
      SELECT id, familyToday, today, day, NULL, setting FROM assessments AS brief
      WHERE form = 'brief' AND finished IS NULL AND NOT EXISTS (
        SELECT 1 FROM assessments AS later WHERE later.today = brief.today
          AND later.form = 'brief' AND later.finished IS NOT NULL
          AND later.recorded > brief.recorded)
      """
    case .assessment:
      """
      SELECT min(id), familyToday, today, min(waitsFrom), min(due), list FROM waits
      WHERE due <= :soon GROUP BY familyToday, today, list
      """
    case .council:
      """
      SELECT min(id), familyToday, today, min(waitsFrom), min(due), list FROM waits
      WHERE whileClosed AND passed IS NULL
        AND list IN (SELECT list FROM lists WHERE state = 'closed')
      GROUP BY familyToday, today, list
      """
    case .record:
      """
      SELECT id, familyToday, today, finished, NULL, form FROM assessments
      WHERE finished IS NOT NULL AND recordGiven IS NULL AND form IN ('needs', 'transition')
      """
    case .adultReview:
      """
      SELECT id, familyToday, today, coalesce(asked, day), due, askedOf FROM adultReviews
      WHERE held IS NULL AND due <= :today
      """
    case .contact:
      """
      SELECT id, latest.familyToday, today, day, nextDay, purpose FROM (
        SELECT *, row_number() OVER (
          PARTITION BY familyToday ORDER BY recorded DESC, id DESC) AS place FROM contacts) AS latest
      LEFT JOIN (SELECT familyToday, max(recorded) AS ended FROM closures GROUP BY familyToday)
        AS closure ON closure.familyToday = latest.familyToday
      WHERE place = 1 AND nextDay <= :today AND coalesce(ended, '') < recorded
      """
    case .offer:
      """
      SELECT id, familyToday, today, day, askAgain, what FROM openOffers
      WHERE coalesce(askAgain, :today) <= :today
      """
    case .signpost:
      """
      SELECT id, familyToday, today, day, due, service FROM signposts
      WHERE due <= :today AND state NOT IN ('still attending', 'ended', 'declined')
      """
    case .lead:
      """
      SELECT familyToday, familyToday, today, opened, NULL, NULL FROM involvements
      WHERE closed IS NULL AND familyToday NOT IN (
        SELECT familyToday FROM leads WHERE familyToday IS NOT NULL
          AND coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today)
      """
    case .transition:
      """
      SELECT min(people.id), people.familyToday, people.today, min(people.day),
        date(max(people.born), '+18 years'), NULL
      FROM people
      WHERE role = 'young carer' AND born > :bornFrom AND born <= :bornUntil
        AND today IN (SELECT today FROM triages)
        AND today NOT IN (
          SELECT today FROM triages
          WHERE today IS NOT NULL AND ways LIKE '%"transition assessment"%')
        AND today NOT IN (
          SELECT today FROM assessments WHERE today IS NOT NULL AND form = 'transition')
      GROUP BY people.today
      """
    }
  }
}
