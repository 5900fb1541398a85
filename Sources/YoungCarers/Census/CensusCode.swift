/// What a school may write down of a pupil in the school census, and why it is so (CS118: P identified
/// by a parent or guardian, S identified by the school; N, not declared, is no code that we pass on).
public struct CensusCode: Sendable, Equatable {
  public enum Code: String, Sendable, CaseIterable {
    case p = "P"
    case s = "S"
  }

  public var code: Code
  /// The first day on which it is known.
  public var since: Day
  /// How it is known, as the school may read it.
  public var because: String
}

/// One young carer, as their school may or may not be told (practice P42).
public struct CensusPupil: Sendable, Equatable {
  /// Nil where no parent has declared it and the school itself has not identified the child.
  public var code: CensusCode?
  /// Whether it may be passed on to the school, and on what that rests.
  public var sharing: Sharing

  public var isToPass: Bool { code != nil && sharing.isAllowed }
}

extension Consent {
  /// What the census code is called among the things that may be shared.
  public static let census = "census"
}

extension Agency {
  /// A school, an academy or a college: by what it is called, or by its source code.
  public var isSchool: Bool {
    let last = Text.folded(agencyKind ?? "").split(separator: " ").last ?? ""
    return code == "2A" || ["school", "schools", "academy", "college"].contains(last)
  }

  /// A parent, or the family: not an agency at all, but who made contact.
  static func isParent(_ kind: String?) -> Bool {
    let words = Text.folded(kind ?? "").split(separator: " ").map(String.init)
    return CaseFile.Member.isParent(kind)
      || words == ["1a"] || words == ["family"] || words == ["parent", "or", "carer"]
      || words == ["parent", "carer"]
  }
}

extension CaseFile {
  /// A child as the school of this name may be told on a day. Nil where the caring has ended.
  public func censusPupil(
    _ child: ID, at school: String, among agencies: [Agency], on day: Day
  ) -> CensusPupil? {
    if case .closed(let closure) = involvement, closure.because == .endOfCaring { return nil }
    let names = agencies.names(of: school).map(Text.folded)
    func isSchool(_ name: String?) -> Bool {
      let folded = Text.folded(name ?? "")
      return !folded.isEmpty && names.contains(folded)
    }
    // A parent's word goes before the school's.
    let declared = declarations(child).filter { $0 <= day }.min().map {
      CensusCode(code: .p, since: $0, because: "a parent declared it")
    }
    let identified = identifications(child, by: isSchool).filter { $0.since <= day }
      .min { $0.since < $1.since }
    return CensusPupil(
      code: declared ?? identified,
      sharing: sharing(Consent.census, about: child, with: school, among: agencies, on: day))
  }

  /// The days on which a parent declared that the child is a young carer. How, and to whom, is not
  /// the school's to know.
  private func declarations(_ child: ID) -> [Day] {
    func isTheirs(_ person: ID?) -> Bool { person.map(today) == today(child) }
    let referred = referrals.filter { referral in
      isTheirs(referral.person)
        && (Text.folded(referral.youngCarer ?? "") == "p" || Agency.isParent(referral.agencyKind))
    }
    let asked = all(Assessment.self).filter { one in
      isTheirs(one.person)
        && (one.requestedBy == "parent"
          || one.form == .brief && Answers(one.answers).list("asks").contains("parent"))
    }
    let agreed = all(Consent.self).filter { consent in
      (consent.person == nil || isTheirs(consent.person)) && consent.answer == .agreed
        && CaseFile.Member.isParent(consent.giver)
        && consent.what.contains { Text.folded($0) == Consent.census }
    }
    return referred.map(\.header.day) + asked.map { $0.requested ?? $0.header.day }
      + agreed.map(\.header.day)
  }

  /// When and how the child's own school identified them itself.
  private func identifications(_ child: ID, by isSchool: (String?) -> Bool) -> [CensusCode] {
    let referred = referrals.filter {
      $0.person.map(today) == today(child) && isSchool($0.agency)
    }.map { CensusCode(code: .s, since: $0.header.day, because: "the school referred them") }
    let assessed = all(Assessment.self).filter {
      $0.form == .brief && $0.person.map(today) == today(child) && isSchool($0.setting)
    }.map {
      CensusCode(
        code: .s, since: $0.finished ?? $0.header.day,
        because: "the school made a brief assessment")
    }
    return referred + assessed
  }
}
