import YoungCarers

/// Under which case a new child is filed.
public enum HouseholdDecision: Sendable, Equatable {
  case known(ID)
  /// The child gets a case of their own, and a person says whether it is one of these.
  case doubt([ID], because: [String])
  case new
}

/// Sure is one case only: postcode, house and street agree, and so does the surname (or a part of a
/// double one), the name of the person cared for, or the telephone. Where one address is missing, the
/// postcode and two of these. The postcode and one of the last two is worth a person's time; the
/// postcode and the surname alone are not.
public func household(of new: Described, among candidates: [Candidate]) -> HouseholdDecision {
  var sure: Set<ID> = []
  var doubt: [ID: [String]] = [:]
  for candidate in candidates {
    guard let family = candidate.family else { continue }
    let found = compare(new, candidate.child)
    let alike = found.surname >= .near && !found.namesSwapped
    let speaks = found.caredFor == .agrees || found.phone == .agrees
    switch found.household {
    case .same where new.house != 0 && (alike || speaks): sure.insert(family)
    case .postcode where alike && speaks: sure.insert(family)
    case .same where alike || speaks, .postcode where speaks: doubt[family] = found.homeEvidence
    default: break
    }
  }
  if sure.count == 1, let family = sure.first { return .known(family) }
  if sure.count > 1 {
    return .doubt(sure.sorted(), because: ["more than one case is at this address"])
  }
  let families = doubt.keys.sorted()
  guard let first = families.first else { return .new }
  return .doubt(families, because: doubt[first] ?? [])
}

extension Comparison {
  fileprivate var homeEvidence: [String] {
    evidence.filter { line in
      ["surname", "postcode", "address", "person cared for", "telephone"]
        .contains { line.hasPrefix($0) }
    }
  }
}
