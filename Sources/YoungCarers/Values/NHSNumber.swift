/// An NHS number: nine digits and a check digit, shown 3 3 4. Source: the NHS Data Dictionary's
/// modulus 11 (field notes §4.2). 999… are for tests and never issued.
public struct NHSNumber: Hashable, Sendable {
  /// Ten digits, without spaces.
  public let text: String

  /// Takes spaces and hyphens between the groups; nil where the check digit is wrong.
  public init?(_ given: String) {
    var digits: [UInt8] = []
    for byte in given.utf8 where byte != 32 && byte != 45 {
      guard byte >= 48, byte <= 57, digits.count < 10 else { return nil }
      digits.append(byte - 48)
    }
    guard digits.count == 10 else { return nil }
    var sum = 0
    for place in 0..<9 { sum += Int(digits[place]) * (10 - place) }
    let check = (11 - sum % 11) % 11
    guard check != 10, check == Int(digits[9]), digits.contains(where: { $0 != digits[0] }) else {
      return nil
    }
    text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// `999 000 0018`.
  public var spaced: String {
    let digits = Array(text)
    return "\(String(digits[0..<3])) \(String(digits[3..<6])) \(String(digits[6..<10]))"
  }
}
