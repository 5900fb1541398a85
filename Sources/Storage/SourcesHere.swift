import GRDB
import YoungCarers

/// Referrals and assessments of a store, found by the source that a stream gives.
struct SourcesHere {
  struct Referred {
    var id: ID
    var person: ID
    var child: Child
    var reason: String?

    /// A sender's number is believed only for what it said before: lists are numbered from 1 anew.
    func isSame(as referral: Referral, of child: Child?) -> Bool {
      referral.reason == reason && child == self.child
    }
  }

  struct Child: Equatable {
    var given: String?
    var surname: String?
    var born: String?

    init(given: String?, surname: String?, born: String?) {
      self.given = given
      self.surname = surname
      self.born = born
    }

    init(_ person: Person) {
      self.init(given: person.given, surname: person.surname, born: person.born?.description)
    }
  }

  private let referrals: Prepared
  private let assessments: Prepared
  private let keys: SourceKey

  /// Nil where the store has no referral and no assessment.
  init?(_ db: GRDB.Database) throws {
    let any = "SELECT 1 FROM referral UNION ALL SELECT 1 FROM assessment LIMIT 1"
    guard try Row.fetchOne(db, sql: any) != nil else { return nil }
    keys = SourceKey(try Settings(reading: db))
    referrals = try Prepared(
      db,
      """
      SELECT referral.id, person.id, person.given, person.surname, person.born, referral.reason
      FROM referral JOIN person ON person.id = referral.person WHERE referral.source IN (?, ?)
      """)
    assessments = try Prepared(
      db,
      """
      SELECT id FROM assessment WHERE source IN (?, ?)
        AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = assessment.id)
      """)
  }

  /// Nil where it is not here, or under its own id.
  func referral(_ referral: Referral) throws -> Referred? {
    guard let source = referral.source else { return nil }
    referrals.bind(1, source)
    referrals.bind(2, keys.keyed(source))
    defer { referrals.reset() }
    guard try referrals.step(), referrals.text(0) != referral.header.id.text else { return nil }
    return Referred(
      id: ID(referrals.text(0) ?? ""), person: ID(referrals.text(1) ?? ""),
      child: Child(
        given: referrals.text(2), surname: referrals.text(3), born: referrals.text(4)),
      reason: referrals.text(5))
  }

  func assessment(_ assessment: Assessment) throws -> ID? {
    guard let source = assessment.source else { return nil }
    assessments.bind(1, source)
    assessments.bind(2, keys.keyed(source))
    defer { assessments.reset() }
    var found: ID?
    while try assessments.step() {
      let id = ID(assessments.text(0) ?? "")
      if id == assessment.header.id { return nil }
      found = found ?? id
    }
    return found
  }
}
