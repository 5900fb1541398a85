import GRDB
import Interchange
import Matching
import YoungCarers

/// Settles what becomes of each row: was it here before, is the child known, whose case is it.
final class Planner {
  /// Settled so far, in the order of rows; where rows are filed at once, nothing is kept.
  var plans: [Plan] = []
  private let keys: SourceKey
  private let writer: Writer
  private let known: KnownPeople?
  private let hasReferrals: Bool
  private let setsAside: Bool
  private let here: Prepared
  private let buried: TombstoneSearch?
  private let contacts: Prepared
  private var sources: [String: Seen] = [:]
  private var plannedPeople: [ID: Int] = [:]
  private var plannedContacts: Set<String> = []
  /// Whom children of this sheet are joined with, as they are known today.
  private var joins: [ID: Candidate] = [:]

  /// `setsAside`: whether a row that says what was forgotten is set aside.
  init(_ writer: Writer, _ settings: Settings, matching: Bool, setsAside: Bool = true) throws {
    self.writer = writer
    keys = SourceKey(settings)
    let db = writer.db
    known = matching ? try KnownPeople(db) : nil
    hasReferrals = try Row.fetchOne(db, sql: "SELECT 1 FROM referral LIMIT 1") != nil
    self.setsAside = setsAside
    here = try Prepared(
      db,
      """
      SELECT person.id, referral.family, person.given, person.surname, person.born,
        referral.day, referral.reason
      FROM referral JOIN person ON person.id = referral.person WHERE referral.source = ?
      """)
    buried = try TombstoneSearch(db)
    contacts = try Prepared(
      db, "SELECT given, surname, relation FROM person WHERE family = ? AND role = 'contact'")
  }

  /// Makes room for so many rows.
  func reserve(_ rows: Int) {
    sources.reserveCapacity(rows)
    writer.reserve(ids: rows * 2)
  }

  /// `agency` is whose row it is.
  func plan(_ row: SheetRow, agency: String?) throws -> Plan {
    let source = keys.source(of: row, agency: agency)
    let unkeyed = keys.unkeyed(row, agency: agency)
    let before = try seen(source) ?? unkeyed.flatMap(seen)
    if let before, before.isSame(as: row) { return try planAgain(row, source, before) }
    // Whoever had the number first may be forgotten, and the next who had it be here.
    guard before != nil || buried != nil else { return try plan(row, source) }
    // The sender numbers every list from 1, or writes of the child anew under the old id: by the id
    // alone a child, or a new danger, would be lost.
    let distinct = keys.distinct(row, agency: agency)
    if let again = try seen(distinct) { return try planAgain(row, distinct, again) }
    if try isForgotten(source, row) || isForgotten(distinct, row) {
      return Plan(
        outcome: .forgotten, source: source, person: ID(""), family: ID(""), makesFamily: false)
    }
    return try plan(row, before == nil ? source : distinct)
  }

  /// A row that came before under the same source.
  private struct Seen {
    var person: ID
    var family: ID
    /// The day of the referral.
    var day: Day?
    /// A digest of name, birth date and the referrer's words, good for this run only.
    var said: Int

    /// A sheet that gives no day says nothing about it.
    func isSame(as row: SheetRow) -> Bool {
      said == Seen.said(row[.given], row[.surname], row.born, row[.reason])
        && (row.day == nil || row.day == day)
    }

    static func said(_ given: String?, _ surname: String?, _ born: Day?, _ reason: String?) -> Int {
      var hasher = Hasher()
      hasher.combine(given)
      hasher.combine(surname)
      hasher.combine(born)
      hasher.combine(reason)
      return hasher.finalize()
    }
  }

  private func seen(_ source: String) throws -> Seen? {
    if let before = sources[source] { return before }
    guard hasReferrals else { return nil }
    here.bind(1, source)
    guard try here.step() else { return nil }
    defer { here.reset() }
    return Seen(
      person: ID(here.text(0) ?? ""), family: ID(here.text(1) ?? ""),
      day: here.text(5).flatMap { Day($0) },
      said: Seen.said(
        here.text(2), here.text(3), here.text(4).flatMap { Day($0) }, here.text(6)))
  }

  /// The row was taken in before; its contact may be one more.
  private func planAgain(_ row: SheetRow, _ source: String, _ seen: Seen) throws -> Plan {
    var plan = Plan(
      outcome: .alreadyHere, source: source, person: seen.person, family: seen.family,
      makesFamily: false)
    if row.hasContact, try isNewContact(row, seen.family) {
      plan.explained().contact = try writer.newID(.person)
    }
    return plan
  }

  private func isNewContact(_ row: SheetRow, _ family: ID) throws -> Bool {
    let contact = Filing.contact(row)
    func key(_ parts: [String?]) -> String {
      family.text + parts.map { Text.folded($0 ?? "") }.joined(separator: "|")
    }
    let wanted = key([contact.given, contact.surname, contact.relation])
    guard plannedContacts.insert(wanted).inserted else { return false }
    guard hasReferrals else { return true }
    contacts.bind(1, family.text)
    var isNew = true
    while try contacts.step() {
      isNew = isNew && key([contacts.text(0), contacts.text(1), contacts.text(2)]) != wanted
    }
    return isNew
  }

  private func isForgotten(_ source: String, _ row: SheetRow) throws -> Bool {
    guard let buried, setsAside else { return false }
    let said = SourceKey.Said(
      given: row[.given], surname: row[.surname], born: row.born, reason: row[.reason],
      day: row.day)
    return try buried.has(keys.tombstone(source, said))
  }

  private func plan(_ row: SheetRow, _ source: String) throws -> Plan {
    let person = try writer.newID(.person)
    var plan = Plan(
      outcome: .new, source: source, person: person, family: person, makesFamily: true)
    if let known { try recognise(row, &plan, known) }
    if plan.makesFamily { plan.family = try writer.newID(.family) }
    if let known {
      let joined = plan.evidence?.same.flatMap { joins[$0] }
      known.recogniser.add(
        Filing.described(row), person: person, family: joined?.family ?? plan.family,
        identity: joined?.identity ?? person)
      plannedPeople[person] = plans.count
    }
    if row.hasContact, try isNewContact(row, plan.family) {
      plan.explained().contact = try writer.newID(.person)
    }
    sources[source] = Seen(
      person: person, family: plan.family, day: row.day,
      said: Seen.said(row[.given], row[.surname], row.born, row[.reason]))
    return plan
  }

  private func recognise(_ row: SheetRow, _ plan: inout Plan, _ known: KnownPeople) throws {
    let child = Filing.described(row)
    try known.fetch(for: child)
    let evidence = Plan.Evidence()
    switch decide(child, among: known.recogniser.candidates(for: child)) {
    case .new: break
    case .same(let candidate, let because):
      plan.outcome = .known
      evidence.same = candidate.person
      evidence.because = because
      joins[candidate.person] = candidate
    case .undecided(let candidates, let because, let confused):
      plan.outcome = .undecided
      evidence.candidates = candidates.map(\.person)
      evidence.because = because
      for other in confused {
        if let place = plannedPeople[other] { plans[place].doubt(plan.person, because: because) }
      }
    }
    switch household(of: child, among: known.recogniser.householdCandidates(for: child)) {
    case .known(let family):
      plan.family = family
      plan.makesFamily = false
    case .doubt(let families, let because) where plan.outcome != .known:
      plan.outcome = .undecided
      evidence.candidates += families
      evidence.because += because
    case .doubt, .new: break
    }
    if plan.outcome != .new { plan.evidence = evidence }
  }
}
