import GRDB
import Interchange
import YoungCarers

/// A decision that joins two.
public struct Join: Sendable, Equatable {
  public var decision: ID
  public var one: ID
  public var other: ID
}

extension Reader {
  /// The standing decisions that join everybody who is one with `id` today.
  public func joins(around id: ID, _ kind: Kind) throws -> [Join] {
    let query = try Prepared(
      db,
      """
      SELECT id, one, other FROM \(kind) WHERE (one = ?1 OR other = ?1)
        AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = \(kind).id)
      """)
    var reached: Set<ID> = [id]
    var waiting = [id]
    var found: [Join] = []
    while let next = waiting.popLast() {
      query.bind(1, next.text)
      while try query.step() {
        let join = Join(
          decision: ID(query.text(0) ?? ""), one: ID(query.text(1) ?? ""),
          other: ID(query.text(2) ?? ""))
        if !found.contains(join) { found.append(join) }
        for end in [join.one, join.other] where reached.insert(end).inserted { waiting.append(end) }
      }
    }
    return found
  }

  /// Who was filed under a case while one of these decisions made one of two. Entries are never filed
  /// again, so when the decision is withdrawn somebody must look whether they belong there.
  public func filedMeanwhile(_ decisions: [ID]) throws -> [ID] {
    try String.fetchAll(
      db,
      sql: """
        WITH asked(id) AS (SELECT value FROM json_each(?)), decision AS (
          SELECT id, seq, one, other FROM samePerson WHERE id IN asked
          UNION ALL SELECT id, seq, one, other FROM sameFamily WHERE id IN asked)
        SELECT DISTINCT person.id FROM decision JOIN person ON person.seq > decision.seq
          AND person.family = coalesce(
            (SELECT family FROM identity WHERE id = decision.one),
            (SELECT family FROM person AS known WHERE id = decision.one), decision.one)
        WHERE person.id NOT IN (decision.one, decision.other) AND person.id NOT IN asked
          AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id IN (person.id, decision.id))
        ORDER BY person.seq
        """, arguments: [ListText.encode(decisions.map(\.text))]
    ).map { ID($0) }
  }

  /// The standing joins of a person filed under one case with a person filed under the other.
  func personJoins(between one: ID, _ other: ID) throws -> [Join] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT samePerson.id, here.id, there.id FROM samePerson
        JOIN person AS here ON here.id IN (samePerson.one, samePerson.other)
        JOIN person AS there ON there.id IN (samePerson.one, samePerson.other)
        WHERE here.family = ? AND there.family = ?
          AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = samePerson.id)
        ORDER BY samePerson.seq
        """, arguments: [one.text, other.text]
    ).map { Join(decision: ID($0[0]), one: ID($0[1]), other: ID($0[2])) }
  }

  /// The standing decisions that say the two are two.
  public func differences(_ one: ID, _ other: ID) throws -> [ID] {
    try [Kind.differentPeople, .differentFamilies].flatMap { kind in
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM \(kind) WHERE ((one = ?1 AND other = ?2) OR (one = ?2 AND other = ?1))
            AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = \(kind).id)
          """, arguments: [one.text, other.text])
    }.map { ID($0) }
  }
}
