/// 64-bit hashes that are the same on every machine and in every version, because stores keep them:
/// FNV-1a over bytes, splitmix64's finaliser over numbers. Changing one means indexing stores anew.
enum Stable {
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }

  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// The letters and digits of a short text, eight at most, as one number; zero for none.
  static func packed(_ text: String) -> UInt64 {
    var packed: UInt64 = 0
    var count = 0
    for byte in text.utf8 where count < 8 {
      switch byte {
      case 48...57, 65...90: packed = packed << 8 | UInt64(byte)
      case 97...122: packed = packed << 8 | UInt64(byte - 32)
      default: continue
      }
      count += 1
    }
    return packed
  }
}
