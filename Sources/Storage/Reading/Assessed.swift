import GRDB
import Interchange
import YoungCarers

/// An assessment in a list: what a caseworker needs to choose one.
public struct ListedAssessment: Sendable, Equatable {
  public var assessment: ID
  public var family: ID
  public var person: ID
  public var given: String?
  public var surname: String?
  public var form: String
  public var setting: String?
  public var day: Day
  public var finished: Day?
  public var due: Day?
  public var outcome: String?
  /// Of a brief assessment: what help is needed.
  public var level: String?
  /// How many items are answered.
  public var answers: Int
  public var assessor: String?
}

extension Reader {
  /// Assessments that stand, oldest first; `families` limits them to some cases.
  public func assessments(families: Set<ID>? = nil) throws -> [ListedAssessment] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, a.familyToday, a.today, p.given, p.surname, a.form, a.setting, a.day,
          a.finished, a.due, a.outcome, a.assessor,
          (SELECT value FROM answers WHERE answers.assessment = a.id AND item = 'level') AS level,
          coalesce(json_array_length(a.answers), 0) AS answered
        FROM assessments AS a LEFT JOIN person AS p ON p.id = a.person
        WHERE :families IS NULL OR familyToday IN (SELECT value FROM json_each(:families))
        ORDER BY a.day, a.recorded, a.id
        """,
      arguments: ["families": families.map { ListText.encode($0.map(\.text)) }])
    var found: [ListedAssessment] = []
    while let row = try rows.next() {
      let family = ID(row[1] as String? ?? "")
      look(at: [family])
      found.append(
        ListedAssessment(
          assessment: ID(row[0] as String), family: family, person: ID(row[2] as String? ?? ""),
          given: row[3], surname: row[4], form: row[5], setting: row[6],
          day: Day(row[7] as String) ?? Day(number: 0),
          finished: (row[8] as String?).flatMap { Day($0) },
          due: (row[9] as String?).flatMap { Day($0) }, outcome: row[10], level: row[12],
          answers: row[13], assessor: row[11]))
    }
    return found
  }
}

extension Reader {
  /// The cases of today in which anybody was assessed.
  public func assessedFamilies() throws -> [ID] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT familyToday FROM assessments WHERE familyToday IS NOT NULL
        ORDER BY familyToday
        """
    ).map { ID($0) }
  }
}
