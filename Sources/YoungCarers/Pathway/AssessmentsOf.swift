/// The needs and transition assessments of a case: each is one child's, for one person cared for.
extension CaseFile {
  /// Those of a child, first to last. `caredFor` limits them to one person cared for.
  public func assessments(_ form: Assessment.Form, of child: ID, for caredFor: ID? = nil)
    -> [Assessment]
  {
    all(Assessment.self).filter { assessment in
      assessment.form == form && assessment.person.map(today) == today(child)
        && (caredFor == nil || assessment.caredFor.map(today) == caredFor.map(today))
    }
  }

  /// The day from which a wait is counted: the first referral or request (practice P26). After an
  /// assessment for the same person was finished it is the first since; where another's was, a
  /// referral that names this person counts from whenever it came.
  public func waitStarts(
    _ form: Assessment.Form, of child: ID, for caredFor: ID?, requested: Day?, on day: Day
  ) -> Day {
    let done = assessments(form, of: child).compactMap { one in one.finished.map { (one, $0) } }
    let same = done.filter { caredFor == nil || $0.0.caredFor.map(today) == caredFor.map(today) }
    let after = (same.isEmpty ? done : same).map(\.1).max()
    let relations = caredFor.flatMap { member($0)?.all { $0.relation.map(Relation.key) } } ?? []
    let theirs = referrals.filter { $0.person.map(today) == today(child) }
    let days = theirs.compactMap { referral -> Day? in
      let namesThem =
        referral.caredForRelation.map { relations.contains(Relation.key($0)) } ?? false
      let counts = after.map { referral.header.day > $0 || same.isEmpty && namesThem } ?? true
      return counts ? referral.header.day : nil
    }
    let requests = assessments(form, of: child, for: caredFor).filter { $0.finished == nil }
      .compactMap(\.requested)
    return (days + requests + [requested].compactMap { $0 }).min() ?? day
  }
}
