import GRDB
import Interchange
import YoungCarers

extension Reader {
  /// What waits, danger first, then what is due first. `families` limits it to some cases; without
  /// it what is filed under none is looked at too.
  public func agenda(_ days: AgendaDays, families: Set<ID>? = nil) throws -> [AgendaItem] {
    let found = try agendas(days, families, reading: Agenda.reads) { $0.items(of: $1) }
    look(at: found.map(\.family))
    return AgendaItem.ordered(found)
  }

  /// What is past its day, by worker; of all cases, or of some.
  public func overdue(_ days: AgendaDays, _ service: Service, families: Set<ID>? = nil) throws
    -> [Overdue]
  {
    var waiting: [ID: (by: Day, form: Assessment.Form)] = [:]
    for form in [Assessment.Form.transition, .needs] {
      let children = try self.waiting(form, families: families)
      for place in WaitingList.ordered(children, form, service, isClosed: false, on: days.today) {
        waiting[place.child.person] = (place.contactBy, form)
      }
    }
    let found = try agendas(days, families, reading: Overdue.reads) {
      $0.overdue(in: $1, service, waiting: waiting)
    }
    look(at: found.map(\.item.family))
    return Overdue.ordered(found)
  }

  /// What the rules find in each case, and where all are meant in what is filed under none.
  private func agendas<Found>(
    _ days: AgendaDays, _ families: Set<ID>?, reading fields: [Kind: Set<String>],
    _ find: (Agenda, CaseFile) -> [Found]
  ) throws -> [Found] {
    let closed = try Set(
      String.fetchAll(db, sql: "SELECT list FROM lists WHERE state = 'closed'")
        .map { Assessment.Form(rawValue: $0) })
    var found: [Found] = []
    func take(_ files: [CaseFile]) throws {
      let agenda = Agenda(days, closed: closed, undecided: try undecided(in: files))
      for file in files { found += find(agenda, file) }
    }
    if families == nil { try take([looseFile(reading: fields)]) }
    try eachBatch(families, FiledQuery(db, reading: fields), take)
    return found
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
