import GRDB
import YoungCarers

/// A young carer whom a school may, or may not, be told of.
public struct SchoolPupil: Sendable {
  public var person: ID
  public var family: ID
  public var given: String?
  public var surname: String?
  public var upn: String?
  /// By the agency's own name, where it is one; nil where no school is known.
  public var school: String?
  public var pupil: CensusPupil
}

/// A school that is an agency, and when it was heard from.
public struct SchoolHeard: Sendable {
  public var agency: Agency
  public var heard: Day?
}

extension Reader {
  /// The young carers of all cases, or of some, by school and name.
  public func censusPupils(on day: Day, families: Set<ID>? = nil) throws -> [SchoolPupil] {
    let agencies = try agencies()
    var found: [SchoolPupil] = []
    try eachCase(families) { file in
      for child in file.children {
        let given = child.latest(\.school)
        let school = given.map { name in agencies.first { $0.isCalled(name) }?.name ?? name }
        guard
          let pupil = file.censusPupil(child.id, at: school ?? "", among: agencies, on: day)
        else { continue }
        found.append(
          SchoolPupil(
            person: child.id, family: file.family, given: child.latest(\.given),
            surname: child.latest(\.surname), upn: child.latest(\.upn), school: school,
            pupil: pupil))
      }
    }
    return found.sorted { Self.place($0) < Self.place($1) }
  }

  private static func place(_ one: SchoolPupil) -> (String, String, String, ID) {
    (
      Text.folded(one.school ?? ""), Text.folded(one.surname ?? ""), Text.folded(one.given ?? ""),
      one.person
    )
  }

  /// The schools, and when a referral, a brief assessment or a question came from each last on the days
  /// of a span.
  public func schoolsHeard(_ days: ClosedRange<Day>) throws -> [SchoolHeard] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT agency, max(day) FROM (
          SELECT agency, day FROM referrals
          UNION ALL SELECT agency, day FROM consultations
          UNION ALL SELECT setting, coalesce(finished, day) FROM assessments WHERE form = 'brief')
        WHERE agency IS NOT NULL AND day BETWEEN ? AND ? GROUP BY agency
        """, arguments: [days.lowerBound.description, days.upperBound.description])
    let heard = rows.compactMap { row in
      Day(row[1] as String? ?? "").map { (name: row[0] as String, day: $0) }
    }
    return try agencies().filter(\.isSchool).map { school in
      SchoolHeard(
        agency: school, heard: heard.filter { school.isCalled($0.name) }.map(\.day).max())
    }
  }
}
