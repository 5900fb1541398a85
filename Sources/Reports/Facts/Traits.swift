import YoungCarers

/// What is known of a child that figures are told apart by.
struct Traits {
  /// Nobody said; apart from those who refused to say (practice P43).
  static let unknown = "not known"
  static let refused = "refused"

  private let born: Day?
  private let fixed: [Dimension: String]
  private let names: AgencyNames

  init(_ child: CaseFile.Member, in file: CaseFile, _ counting: Counting) {
    names = counting.agencies
    let areas = counting.areas
    born = child.latest(\.born)
    let first = file.referrals.first { $0.person.map(file.today) == child.id }
    let area = child.latest(\.postcode).flatMap { areas[$0] }
    var fixed: [Dimension: String] = [
      .agency: names[first?.agency],
      .agencyKind: first?.agencyKind.map { Text.folded($0) } ?? Self.unknown,
      .sex: Self.sex(child.latest(\.sex)), .ethnicity: Self.ethnicity(child.latest(\.ethnicity)),
    ]
    if !areas.isEmpty {
      fixed[.ward] = area?.ward ?? Self.unknown
      fixed[.deprivation] = area?.deprivation ?? Self.unknown
    }
    self.fixed = fixed
  }

  /// By age on the day. A referral is its own agency's.
  func values(of fact: Fact) -> [Dimension: String] {
    var values = fixed
    values[.age] = Self.age(born, on: fact.day)
    if let referral = fact.referral {
      values[.agency] = names[referral.agency]
      values[.agencyKind] = referral.agencyKind.map { Text.folded($0) } ?? Self.unknown
    }
    return values
  }

  static let ages = ["under 5", "5 to 7", "8 to 11", "12 to 15", "16 and 17", "18 and over"]

  private static func age(_ born: Day?, on day: Day) -> String {
    guard let age = born.map({ day.age(born: $0) }), age >= 0 else { return unknown }
    switch age {
    case ..<5: return ages[0]
    case ..<8: return ages[1]
    case ..<12: return ages[2]
    case ..<16: return ages[3]
    case ..<18: return ages[4]
    default: return ages[5]
    }
  }

  private static func sex(_ given: String?) -> String {
    switch Sex(given) {
    case .female: "female"
    case .male: "male"
    case .unknown: unknown
    case .neither, nil: "other"
    }
  }

  /// The main groups of the Census, from the DfE's codes (School Census code set) or their words.
  private static func ethnicity(_ given: String?) -> String {
    if let code = Ethnicity.code(given) { return groups[code] ?? other }
    let words = Text.folded(given ?? "")
    return Self.words.first { words.contains($0.word) }?.group ?? "other, as given"
  }

  private static let groups = [
    "WBRI": white, "WIRI": white, "WIRT": white, "WOTH": white, "WROM": white,
    "MWBC": mixed, "MWBA": mixed, "MWAS": mixed, "MOTH": mixed,
    "AIND": asian, "APKN": asian, "ABAN": asian, "AOTH": asian, "CHNE": asian,
    "BCRB": black, "BAFR": black, "BOTH": black, "OOTH": other,
    Ethnicity.refused: refused, Ethnicity.notObtained: unknown,
  ]

  /// In this order: "White and Asian" is mixed.
  private static let words: [(word: String, group: String)] = [
    ("mixed", mixed), ("multiple", mixed), ("white and", mixed), ("black", black),
    ("african", black), ("caribbean", black), ("asian", asian), ("indian", asian),
    ("pakistani", asian), ("bangladeshi", asian), ("chinese", asian), ("white", white),
    ("british", white), ("irish", white), ("roma", white), ("traveller", white),
    ("gypsy", white), ("arab", other), ("refuse", refused), ("declin", refused),
    ("prefer not", refused), ("not ", unknown), ("other", other),
  ]

  private static let white = "White"
  private static let mixed = "Mixed or multiple"
  private static let asian = "Asian or Asian British"
  private static let black = "Black, African or Caribbean"
  private static let other = "Other"
}
