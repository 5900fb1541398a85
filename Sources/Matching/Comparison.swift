import YoungCarers

/// What two descriptions say of each other, field by field. Comparing is symmetric.
public struct Comparison: Sendable, Equatable {
  /// `conflict` is a veto: two numbers of which a child has one. `differs` is evidence only.
  public enum Agreement: UInt8, Sendable { case missing, agrees, differs, conflict }

  public enum Birth: UInt8, Sendable {
    case missing, exact
    /// Equal, but 1 January, which is often written for "some day that year".
    case newYear
    /// Day and month swapped, one part of the date different, or 1 January of the same year.
    case slip
    case different
  }

  public enum Household: UInt8, Sendable {
    case missing
    /// Postcode, house and street.
    case same
    /// The postcode, an address missing on one side or without a house number.
    case postcode
    /// House and street, the postcode missing or a slip.
    case address
    /// The postcode, another house.
    case neighbour
    case moved
  }

  public internal(set) var upn = Agreement.missing
  public internal(set) var nhsNumber = Agreement.missing
  public internal(set) var systemID = Agreement.missing
  public internal(set) var given = Likeness.missing
  public internal(set) var surname = Likeness.missing
  /// The given name of one is the surname of the other.
  public internal(set) var namesSwapped = false
  public internal(set) var surnameIsCommon = false
  public internal(set) var born = Birth.missing
  public internal(set) var household = Household.missing
  public internal(set) var caredFor = Agreement.missing
  public internal(set) var school = Agreement.missing
  public internal(set) var sex = Agreement.missing
  public internal(set) var phone = Agreement.missing

  /// A number by which schools, health or the council know one child.
  public var sharesIdentifier: Bool {
    upn == .agrees || nhsNumber == .agrees || systemID == .agrees
  }
  /// Two permanent UPNs, or two NHS numbers, both valid.
  public var isVetoed: Bool { upn == .conflict || nhsNumber == .conflict }
}

public func compare(_ a: Described, _ b: Described) -> Comparison {
  var found = Comparison()
  found.upn = upns(a, b)
  found.nhsNumber = agreement(a.nhsNumber, b.nhsNumber, otherwise: .conflict)
  found.school = agreement(a.school, b.school)
  found.sex = agreement(a.sex, b.sex)
  found.phone = agreement(a.phone, b.phone)
  found.born = births(a.bornNumber, b.bornNumber)
  found.household = households(a, b)
  found.compareTexts(a, b)
  return found
}

private func agreement<Value: FixedWidthInteger>(
  _ a: Value, _ b: Value, otherwise: Comparison.Agreement = .differs
) -> Comparison.Agreement {
  a == 0 || b == 0 ? .missing : a == b ? .agrees : otherwise
}

/// A former number of one that the other still has is agreement, not conflict.
private func upns(_ a: Described, _ b: Described) -> Comparison.Agreement {
  let known = (a.upn != 0 || a.formerUPN != 0) && (b.upn != 0 || b.formerUPN != 0)
  guard known else { return .missing }
  for left in [a.upn, a.formerUPN] where left != 0 && (left == b.upn || left == b.formerUPN) {
    return .agrees
  }
  return Described.isPermanent(a.upn) && Described.isPermanent(b.upn) ? .conflict : .missing
}

private func births(_ a: Int32, _ b: Int32) -> Comparison.Birth {
  if a == Described.unborn || b == Described.unborn { return .missing }
  let (left, right) = (Day(number: a).parts, Day(number: b).parts)
  if a == b { return left.month == 1 && left.day == 1 ? .newYear : .exact }
  let years = left.year == right.year
  let months = left.month == right.month
  let days = left.day == right.day
  if years, left.month == right.day, left.day == right.month { return .slip }
  if years, months || days { return .slip }
  if months, days { return isSlip(left.year, right.year) ? .slip : .different }
  let newYear = left.month == 1 && left.day == 1 || right.month == 1 && right.day == 1
  return years && newYear ? .slip : .different
}

/// The next year, or one digit different.
private func isSlip(_ a: Int, _ b: Int) -> Bool {
  abs(a - b) == 1 || a / 10 == b / 10 || a / 100 == b / 100 && a % 10 == b % 10
}
