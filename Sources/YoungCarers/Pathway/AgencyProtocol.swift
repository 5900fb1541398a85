/// What an agency may have agreed that each of its referrals brings (practice P28).
public enum Promise: String, Sendable, CaseIterable {
  case reason, tasks, consent, condition, referrer, attendance
  case lawfulBasis = "lawful-basis"
  case caredFor = "cared-for"
  case youngCarer = "young-carer"
  /// The agency's own brief assessment of the child.
  case brief = "brief-assessment"

  fileprivate func isKept(_ referral: Referral, _ briefs: [String], by agency: Agency) -> Bool {
    func says(_ value: String?) -> Bool { !(value ?? "").isEmpty }
    return switch self {
    case .reason: says(referral.reason)
    case .tasks: !referral.tasks.isEmpty
    case .consent: says(referral.consent)
    case .condition: says(referral.condition)
    case .referrer: says(referral.referrer)
    case .attendance: says(referral.attendance)
    case .lawfulBasis: says(referral.lawfulBasis)
    case .caredFor: says(referral.caredFor) || says(referral.caredForRelation)
    case .youngCarer: says(referral.youngCarer)
    case .brief: briefs.contains(where: agency.isCalled)
    }
  }
}

extension Agency {
  /// Whether a sheet or an entry that says `name` means this agency: its name or an alias, whatever
  /// the letters' case and marks.
  public func isCalled(_ name: String) -> Bool {
    let folded = Text.folded(name)
    return !folded.isEmpty && ([self.name] + aliases).contains { Text.folded($0) == folded }
  }

  /// Whether an agreement was signed and in force on a day.
  public func isAgreed(on day: Day) -> Bool {
    signed.map { $0 <= day } ?? false && ends.map { day <= $0 } ?? true
  }

  /// What a referral lacks of what its agency agreed: `agreement` where none was in force on its day,
  /// then what was promised and is not there. Never a reason to refuse a referral (practice P28).
  /// `briefs` are the settings that made a brief assessment of the child.
  public func missing(from referral: Referral, briefs: [String]) -> [String] {
    (isAgreed(on: referral.header.day) ? [] : ["agreement"])
      + requires.compactMap(Promise.init).filter { !$0.isKept(referral, briefs, by: self) }
      .map(\.rawValue)
  }
}

extension [Agency] {
  /// Every name of the agency that is called so; the name itself where nobody knows it.
  public func names(of name: String) -> [String] {
    first { $0.isCalled(name) }.map { [$0.name] + $0.aliases } ?? [name]
  }
}

/// A referral and what became of it, as the quality of what an agency sends is judged.
public struct SentReferral: Sendable {
  public var referral: Referral
  /// The case and the child of today.
  public var family: ID?
  public var person: ID?
  /// The child's how-manieth referral, by anybody.
  public var ordinal: Int
  /// The settings that made a brief assessment of the child.
  public var briefs: [String]
  public var acknowledged: Day?
  /// The day the referrer was told what became of it.
  public var told: Day?

  public init(
    _ referral: Referral, family: ID?, person: ID?, ordinal: Int, briefs: [String],
    acknowledged: Day?, told: Day?
  ) {
    self.referral = referral
    self.family = family
    self.person = person
    self.ordinal = ordinal
    self.briefs = briefs
    self.acknowledged = acknowledged
    self.told = told
  }
}

/// How many of an agency's referrals are as was agreed, and how many it was answered in time
/// (practice P28, P13).
public struct ReferralQuality: Sendable, Equatable {
  public private(set) var referrals = 0
  public private(set) var complete = 0
  public private(set) var withBrief = 0
  public private(set) var withConsent = 0
  public private(set) var repeats = 0
  public private(set) var acknowledgedInTime = 0
  public private(set) var told = 0

  public init(_ sent: [SentReferral], by agency: Agency, _ service: Service) {
    for one in sent {
      let referral = one.referral
      func count(_ isSo: Bool) -> Int { isSo ? 1 : 0 }
      referrals += 1
      complete += count(agency.missing(from: referral, briefs: one.briefs).isEmpty)
      withBrief += count(one.briefs.contains(where: agency.isCalled))
      withConsent += count(Self.isYes(referral.consent))
      repeats += count(one.ordinal > 1)
      let due = service.due(.targetAcknowledge, after: referral.header.day)
      acknowledgedInTime += count(one.acknowledged.map { $0 <= due } ?? false)
      told += count(one.told != nil)
    }
  }

  /// What referrers write of consent in their own words, where it is not a no.
  private static func isYes(_ said: String?) -> Bool {
    guard let first = Text.folded(said ?? "").split(separator: " ").first else { return false }
    return !["no", "n", "not", "none", "refused", "declined", "withdrawn", "unknown", "false"]
      .contains(first)
  }
}
