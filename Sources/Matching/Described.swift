import YoungCarers

/// What one contact says of a child, folded and packed for comparing. Identifiers that fail their
/// check, and birth dates that stand for "not known", are left out: they are not evidence.
public struct Described: Sendable, Equatable {
  enum Part: Int { case given, surname, preferred, former, street, caredFor, relation, systemID }

  /// The folded texts one behind the other; `ends` says where each part ends.
  private(set) var text: [UInt8] = []
  private var ends = SIMD8<UInt8>()
  /// Days since 1970; `Described.unborn` where nothing usable was given.
  private(set) var bornNumber = Described.unborn
  private(set) var sex: UInt8 = 0
  /// Packed; zero where absent or wrong.
  private(set) var upn: UInt64 = 0
  private(set) var formerUPN: UInt64 = 0
  private(set) var nhsNumber: UInt64 = 0
  /// Packed letters and digits. One that is no British postcode is kept: it may be a slip of one.
  private(set) var postcode: UInt64 = 0
  private(set) var house: UInt32 = 0
  private(set) var flat: UInt32 = 0
  private(set) var phone: UInt32 = 0
  private(set) var school: UInt32 = 0

  static let unborn = Int32.min
  /// No part is longer, so that places fit a byte.
  private static let longest = 31

  public init(
    given: String? = nil, surname: String? = nil, preferred: String? = nil, former: String? = nil,
    born: Day? = nil, sex: String? = nil, upn: String? = nil, formerUPN: String? = nil,
    nhsNumber: String? = nil, systemID: String? = nil, postcode: String? = nil,
    address: String? = nil, phone: String? = nil, school: String? = nil, caredFor: String? = nil,
    caredForRelation: String? = nil
  ) {
    text.reserveCapacity(64)
    add(given, .given)
    add(surname, .surname)
    add(preferred, .preferred)
    add(former, .former)
    if let address {
      let read = Address(address)
      (house, flat) = (read.house, read.flat)
      add(folded: read.street, .street)
    } else {
      add(nil, .street)
    }
    add(caredFor, .caredFor)
    add(caredForRelation, .relation)
    add(systemID, .systemID)
    if let born, !Self.isPlaceholder(born) { bornNumber = born.number }
    self.sex = Self.sex(sex)
    self.upn = Self.packed(upn: upn)
    self.formerUPN = Self.packed(upn: formerUPN)
    if let nhsNumber, let valid = NHSNumber(nhsNumber) {
      self.nhsNumber = valid.text.utf8.reduce(0) { $0 * 10 + UInt64($1 - 48) }
    }
    if let postcode { self.postcode = Stable.packed(postcode) }
    if let phone { self.phone = Self.packed(phone: phone) }
    if let school {
      let start = text.count
      Text.fold(school, into: &text)
      let hash = Stable.hash(text.span.extracting(start..<text.count))
      self.school = text.count > start ? UInt32(truncatingIfNeeded: hash) | 1 : 0
      text.removeSubrange(start...)
    }
    // Thousands of these are kept: no room to grow in.
    text = text.withUnsafeBufferPointer { Array($0) }
  }

  /// A person as one contact described them, and whom that contact says they care for.
  public init(_ person: Person, caredFor: String? = nil, caredForRelation: String? = nil) {
    self.init(
      given: person.given, surname: person.surname, preferred: person.preferred,
      former: person.former, born: person.born, sex: person.sex, upn: person.upn,
      formerUPN: person.formerUPN, nhsNumber: person.nhsNumber, systemID: person.systemID,
      postcode: person.postcode, address: person.address, phone: person.phone,
      school: person.school, caredFor: caredFor, caredForRelation: caredForRelation)
  }

  public var born: Day? { bornNumber == Self.unborn ? nil : Day(number: bornNumber) }

  func range(_ part: Part) -> Range<Int> {
    let start = part.rawValue == 0 ? 0 : Int(ends[part.rawValue - 1])
    return start..<Int(ends[part.rawValue])
  }

  func has(_ part: Part) -> Bool { !range(part).isEmpty }
}

extension Described {
  private mutating func add(_ value: String?, _ part: Part) {
    let start = text.count
    if let value { Text.fold(value, into: &text) }
    if text.count > start + Self.longest { text.removeSubrange((start + Self.longest)...) }
    ends[part.rawValue] = UInt8(text.count)
  }

  private mutating func add(folded value: [UInt8], _ part: Part) {
    text.append(contentsOf: value.prefix(Self.longest))
    ends[part.rawValue] = UInt8(text.count)
  }

  /// Dates that systems write for "not known": the beginnings of their calendars.
  static func isPlaceholder(_ day: Day) -> Bool {
    let (year, month, date) = day.parts
    return year < 1902 && month == 1 && date == 1 || year < 1900 && month == 12 && date >= 30
      || day.number == 0
  }

  private static func sex(_ given: String?) -> UInt8 {
    switch given?.utf8.first(where: { $0 != 32 }) {
    case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "G"), UInt8(ascii: "g"): 1
    case UInt8(ascii: "M"), UInt8(ascii: "m"), UInt8(ascii: "B"), UInt8(ascii: "b"): 2
    default: 0
    }
  }

  private static func packed(upn given: String?) -> UInt64 {
    guard let given, let valid = UPN(given) else { return 0 }
    let bytes = Array(valid.text.utf8)
    return bytes[1...11].reduce(0) { $0 * 10 + UInt64($1 - 48) } << 8 | UInt64(bytes[12])
  }

  static func isPermanent(_ upn: UInt64) -> Bool {
    upn != 0 && UInt8(truncatingIfNeeded: upn) <= 57
  }

  /// The last nine digits, so that +44 and 0 are one; shorter is no number.
  private static func packed(phone: String) -> UInt32 {
    let digits = phone.utf8.filter { $0 >= 48 && $0 <= 57 }.suffix(9)
    return digits.count < 9 ? 0 : digits.reduce(0) { $0 * 10 + UInt32($1 - 48) }
  }
}
