import GRDB
import Interchange
import YoungCarers

extension Reader {
  /// The agencies of today, by name.
  public func agencies() throws -> [Agency] {
    try listed(Agency.self, in: "agencies").map(\.entry)
      .sorted { (Text.folded($0.name), $0.header.id) < (Text.folded($1.name), $1.header.id) }
  }

  /// The referrals that stand whose agency `isTheirs`, oldest first, and what became of each.
  public func sent(where isTheirs: (String) -> Bool) throws -> [SentReferral] {
    let names = try String.fetchAll(
      db, sql: "SELECT DISTINCT agency FROM referrals WHERE agency IS NOT NULL"
    ).filter(isTheirs)
    let standing = try Row.fetchAll(
      db,
      sql: """
        SELECT id, familyToday, today, ordinal FROM (
          SELECT id, familyToday, today, agency, day, recorded,
            row_number() OVER (PARTITION BY today ORDER BY recorded, id) AS ordinal
          FROM referrals)
        WHERE agency IN (SELECT value FROM json_each(?)) ORDER BY day, recorded, id
        """, arguments: [ListText.encode(names)])
    let briefs = try briefSettings()
    let answers = try answers()
    return try standing.compactMap { row in
      let id = ID(row[0] as String)
      guard case .referral(let referral)? = try entry(id) else { return nil }
      let (family, person) = (
        (row[1] as String?).map { ID($0) }, (row[2] as String?).map { ID($0) }
      )
      if let family { look(at: [family]) }
      return SentReferral(
        referral, family: family, person: person, ordinal: row[3],
        briefs: person.flatMap { briefs[$0] } ?? [], acknowledged: answers.acknowledged[id],
        told: answers.told[id])
    }
  }

  /// Who made a brief assessment of whom.
  private func briefSettings() throws -> [ID: [String]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT coalesce(identity.person, assessment.person), assessment.setting FROM assessment
        LEFT JOIN identity ON identity.id = assessment.person
        WHERE assessment.form = 'brief' AND assessment.setting IS NOT NULL
          AND assessment.person IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = assessment.id)
        """)
    return Dictionary(grouping: rows) { ID($0[0] as String) }
      .mapValues { $0.map { $0[1] as String } }
  }

  /// The first day on which each referral was acknowledged, and on which its referrer was told.
  private func answers() throws -> (acknowledged: [ID: Day], told: [ID: Day]) {
    func days(_ sql: String) throws -> [ID: Day] {
      let rows = try Row.fetchAll(db, sql: sql)
      return Dictionary(
        rows.compactMap { row in Day(row[1] as String).map { (ID(row[0] as String), $0) } },
        uniquingKeysWith: min)
    }
    return (
      try days(
        """
        SELECT about, min(day) FROM contacts
        WHERE about IS NOT NULL AND purpose IN ('acknowledgement', 'outcome') GROUP BY about
        """),
      try days(
        """
        SELECT about, min(day) FROM (
          SELECT about, day FROM contacts WHERE purpose = 'outcome'
          UNION ALL SELECT about, told FROM screenings WHERE told IS NOT NULL)
        WHERE about IS NOT NULL GROUP BY about
        """)
    )
  }
}
