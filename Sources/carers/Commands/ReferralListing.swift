import Interchange
import Storage
import YoungCarers

/// Referrals as a listing: what `refer list` and `find` show.
enum ReferralListing {
  static let columns: [Listing.Column] = [
    .init(name: "case", title: "Case", minimum: 14, priority: 9),
    .init(name: "child", title: "Child", minimum: 12, priority: 8),
    .init(name: "born", title: "Born", minimum: 10, priority: 6),
    .init(name: "referred", title: "Referred", minimum: 10, priority: 5),
    .init(name: "agency", title: "Agency", minimum: 10, priority: 4),
    .init(name: "caresFor", title: "Cares for", minimum: 9, priority: 3),
    .init(name: "school", title: "School", isUsual: false),
    .init(name: "year", title: "Year", isUsual: false),
    .init(name: "recognised", title: "Recognised", minimum: 10, priority: 2),
    .init(name: "ordinal", title: "Referral no.", isUsual: false, isNumber: true),
    .init(name: "lead", title: "Lead", minimum: 8, priority: 1),
    .init(name: "person", title: "Person", isUsual: false),
    .init(name: "given", title: "Given name", isUsual: false),
    .init(name: "surname", title: "Surname", isUsual: false),
    .init(name: "referral", title: "Referral", isUsual: false),
  ]

  static func listing(_ referrals: [ListedReferral]) -> Listing {
    Listing(
      columns: columns,
      rows: referrals.map { listed in
        let name = [listed.given, listed.surname].compactMap { $0 }.joined(separator: " ")
        let preferred = listed.preferred.flatMap { $0 == listed.given ? nil : " (\($0))" } ?? ""
        return [
          listed.family.text, name + preferred, listed.born?.description,
          listed.day.description, listed.agency, listed.caredForRelation, listed.school,
          listed.year, listed.matched, String(listed.ordinal), listed.lead, listed.person.text,
          listed.given, listed.surname, listed.referral.text,
        ]
      })
  }
}

extension ListedReferral {
  var reference: Reference {
    Reference(id: referral, kind: Kind.referral.rawValue, family: family)
  }
}
