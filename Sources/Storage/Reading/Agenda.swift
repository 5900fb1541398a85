import GRDB
import Interchange
import YoungCarers

extension Reader {
  /// What waits, danger first, then what is due first. `families` limits it to some cases; without
  /// it what is filed under none is looked at too.
  public func agenda(_ days: AgendaDays, families: Set<ID>? = nil) throws -> [AgendaItem] {
    let closed = try Set(
      String.fetchAll(db, sql: "SELECT list FROM lists WHERE state = 'closed'")
        .map { Assessment.Form(rawValue: $0) })
    func items(of files: [CaseFile]) throws -> [AgendaItem] {
      let agenda = Agenda(days, closed: closed, undecided: try undecided(in: files))
      return files.flatMap(agenda.items)
    }
    let filed = try FiledQuery(db, reading: Agenda.reads)
    var found = families == nil ? try items(of: [looseFile(reading: Agenda.reads)]) : []
    // So many at a time as memory bears.
    let all = Array(try families ?? everyCase())
    for start in stride(from: 0, to: all.count, by: 500) {
      found += try items(of: caseFiles(Set(all[start...].prefix(500)), filed))
    }
    look(at: found.map(\.family))
    return AgendaItem.ordered(found)
  }

  /// Referrals of whom a person must still decide who they are.
  private func undecided(in files: [CaseFile]) throws -> Set<ID> {
    let asked = files.flatMap(\.referrals).filter { !$0.candidates.isEmpty }.map(\.header.id.text)
    guard !asked.isEmpty else { return [] }
    return try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT referral FROM doubts WHERE referral IN (SELECT value FROM json_each(?))
          """, arguments: [ListText.encode(asked)]
      ).map { ID($0) })
  }
}

extension Reader {
  /// The cases that are led on a day by the worker of this name, or where there is none by those with
  /// this in their name.
  public func families(ledBy name: String, on day: Day) throws -> Set<ID> {
    let names = try isLead(name) ? [name] : leads(withPart: name)
    return try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT familyToday FROM leads
          WHERE lead IN (SELECT value FROM json_each(:names))
            AND coalesce(starts, day) <= :today AND coalesce(ends, :today) >= :today
          """, arguments: ["names": ListText.encode(names), "today": day.description]
      ).map { ID($0) })
  }

  private func isLead(_ name: String) throws -> Bool {
    let query = try Prepared(db, "SELECT 1 FROM allocation WHERE lead = ?")
    query.bind(1, name)
    return try query.step()
  }

  /// From each name to the next one by the index: there are few workers and many cases.
  private func leads(withPart part: String) throws -> [String] {
    let next = try Prepared(db, "SELECT min(lead) FROM allocation WHERE lead > ?")
    let part = Text.folded(part).utf8
    var (names, last): ([String], String) = ([], "")
    while true {
      next.bind(1, last)
      defer { next.reset() }
      guard try next.step(), let lead = next.text(0) else { return names }
      if Text.folded(lead).utf8.contains(part) { names.append(lead) }
      last = lead
    }
  }

  /// The children whom a setting referred on, and nobody has triaged since: the longest wait first.
  public func untriaged(families: Set<ID>? = nil) throws -> [(brief: ID, child: ID)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT max(id), today, min(finished) AS since FROM untriaged
        WHERE :families IS NULL OR familyToday IN (SELECT value FROM json_each(:families))
        GROUP BY today ORDER BY since, min(recorded), today
        """, arguments: ["families": families.map { ListText.encode($0.map(\.text)) }])
    return rows.map { (ID($0[0] as String), ID($0[1] as String)) }
  }
}
