/// A Unique Pupil Number: a check letter, local authority, establishment, year and serial; a
/// temporary one ends in a letter. Source: DfE's UPN rules as coded in the children-in-need
/// validator, rules 1510–1560 (field notes §4.1).
public struct UPN: Hashable, Sendable {
  public let text: String
  /// Only a permanent number can say that two children are two.
  public let isPermanent: Bool

  /// 23 letters: no I, O or S.
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// Nil where the shape or the check letter is wrong: such a number is kept as given and never
  /// used to recognise anybody.
  public init?(_ given: String) {
    let text = given.uppercased()
    let bytes = Array(text.utf8)
    guard bytes.count == 13, bytes[1...11].allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    func value(_ byte: UInt8) -> Int? {
      byte >= 48 && byte <= 57 ? Int(byte - 48) : Self.letters.firstIndex(of: byte)
    }
    guard let last = value(bytes[12]) else { return nil }
    var sum = last * 13
    for place in 1...11 { sum += Int(bytes[place] - 48) * (place + 1) }
    guard bytes[0] == Self.letters[sum % 23] else { return nil }
    self.text = text
    isPermanent = bytes[12] <= 57
  }
}
