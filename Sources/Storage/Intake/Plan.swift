import YoungCarers

/// What is to become of one row, settled before the first entry is written: a later row of the same
/// sheet may still put an earlier one in doubt.
struct Plan {
  enum Outcome: UInt8 {
    case new, known, undecided
    case alreadyHere
    /// Forgotten on request: last night's file does not bring a child back.
    case forgotten
  }

  /// Seldom needed, so kept apart.
  final class Evidence {
    /// Whom the child is joined with.
    var same: ID?
    /// Who, or which cases, a person must compare.
    var candidates: [ID] = []
    var because: [String] = []
    /// The id for the contact in the row, where they are not written down yet.
    var contact: ID?
  }

  var outcome: Outcome
  /// What the row is known by.
  var source: String
  var person: ID
  var family: ID
  var makesFamily: Bool
  var evidence: Evidence?

  /// Room for what most rows have not.
  mutating func explained() -> Evidence {
    let kept = evidence ?? Evidence()
    evidence = kept
    return kept
  }

  /// Puts a row in doubt, with one more to compare.
  mutating func doubt(_ other: ID, because: [String]) {
    let evidence = explained()
    if let same = evidence.same, !evidence.candidates.contains(same) {
      evidence.candidates.append(same)
    }
    evidence.same = nil
    if !evidence.candidates.contains(other) { evidence.candidates.append(other) }
    if evidence.because.isEmpty { evidence.because = because }
    outcome = .undecided
  }
}
