/// A postcode in upper case with its one space. The shape is looser than BS 7666's, which refuses
/// outward codes such as N1P that exist (field notes §4.3).
public struct Postcode: Hashable, Sendable {
  public let text: String

  public init?(_ given: String) {
    var letters: [UInt8] = []
    for byte in given.utf8 where byte != 32 {
      letters.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
    }
    guard letters.count >= 5, letters.count <= 7 else { return nil }
    func digit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    func letter(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
    let inward = letters.suffix(3)
    let notInward = Array("CIKMOV".utf8)
    guard let sector = inward.first, digit(sector),
      inward.dropFirst().allSatisfy({ letter($0) && !notInward.contains($0) })
    else { return nil }
    let outward = Array(letters.dropLast(3))
    let area = outward.prefix(while: letter)
    let district = outward.dropFirst(area.count)
    guard (1...2).contains(area.count), (1...2).contains(district.count),
      let first = district.first, digit(first),
      district.allSatisfy({ digit($0) || letter($0) })
    else { return nil }
    text = String(decoding: outward + [32] + inward, as: UTF8.self)
  }

  /// The outward code, the space and the sector's digit: as much as may leave in an export.
  public var sector: String { String(text.dropLast(2)) }
}
