/// What each finding is worth, in bits by judgement, not by training: roughly the logarithm of how
/// much likelier it is for one child than for two. A household's findings (postcode, address, the
/// person cared for) are one piece of evidence and counted once, because twins share all of them.
///
/// Names and birth date make 27 and so are sure also after a move (25), unless the surname is a common
/// one (22): then a person looks. Names and household make 25, a given name with birth date and
/// household 26 under a new surname.
enum Weights {
  /// At or above: the same child, when nothing forbids it.
  static let sure = 24
  /// At or above: a person must look.
  static let doubtful = 20

  static func total(_ found: Comparison) -> Int {
    names(found) + born(found.born) + home(found) + identifiers(found)
      + (found.sex == .differs ? -4 : 0) + (found.school == .agrees ? 2 : 0)
      + (found.phone == .agrees ? 3 : 0)
  }

  private static func names(_ found: Comparison) -> Int {
    let given =
      switch found.given {
      case .missing: 0
      case .different: -8
      case .doubtful: 2
      case .near: 4
      case .variant: 5
      case .exact: 7
      }
    let surname =
      switch found.surname {
      case .missing: 0
      case .different, .doubtful: -3
      case .near, .variant: 5
      case .exact: 8
      }
    return given + (found.surnameIsCommon ? min(surname, 5) : surname)
  }

  private static func born(_ found: Comparison.Birth) -> Int {
    switch found {
    case .missing: 0
    case .exact: 12
    case .newYear: 8
    case .slip: 6
    case .different: -6
    }
  }

  private static func home(_ found: Comparison) -> Int {
    let place =
      switch found.household {
      case .missing: 0
      case .same: 10
      case .postcode, .address: 8
      case .neighbour: 3
      case .moved: -2
      }
    switch found.caredFor {
    case .agrees: return max(place, 8) + 1
    case .differs, .conflict: return place - 2
    case .missing: return place
    }
  }

  private static func identifiers(_ found: Comparison) -> Int {
    if found.sharesIdentifier { return 16 }
    return found.systemID == .differs ? -2 : 0
  }
}
