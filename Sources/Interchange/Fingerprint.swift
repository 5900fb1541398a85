/// 64 bits that tell what was said apart from what else might have been: FNV-1a. Not a secret, and no
/// proof against anybody.
public struct Fingerprint {
  public private(set) var number: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
