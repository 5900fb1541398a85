import Storage
import YoungCarers

/// A young carer whom the service knows of: where, since when, and who referred them when.
public struct Identified: Sendable {
  public var born: Day?
  public var known: Day
  public var school: String?
  public var ward: String?
  /// The first day on which each agency, by its name of today as `Text.folded` has it, referred them.
  public var referrals: [String: Day] = [:]

  /// Whether they are counted when a day is over: until 18, and where nobody knows their age.
  func counts(on day: Day) -> Bool {
    known <= day && born.map { day.age(born: $0) < 18 } ?? true
  }

  /// Whether they were referred by then: by one agency, or by any.
  func isReferred(by agency: String? = nil, on day: Day) -> Bool {
    guard let agency else { return referrals.values.contains { $0 <= day } }
    return referrals[Text.folded(agency)].map { $0 <= day } ?? false
  }
}

extension Reader {
  /// Every young carer of the service, by the school and the home that are known today.
  public func identified(_ areas: AreaLookup) throws -> [Identified] {
    let names = AgencyNames(try agencies())
    var found: [Identified] = []
    try eachCase(reading: Self.identifying) { file in
      for child in file.children {
        guard let known = child.entries.map(\.header.day).min() else { continue }
        var one = Identified(
          born: child.latest(\.born), known: known,
          school: child.latest(\.school).map { names[$0] },
          ward: child.latest(\.postcode).flatMap { areas[$0]?.ward })
        for referral in file.referrals where referral.person.map(file.today) == child.id {
          one.referrals.merge(
            [Text.folded(names[referral.agency]): referral.header.day], uniquingKeysWith: min)
        }
        found.append(one)
      }
    }
    return found
  }

  private static let identifying: [Kind: Set<String>] = [
    .person: ["born", "postcode", "role", "school"], .referral: ["agency"],
  ]
}
