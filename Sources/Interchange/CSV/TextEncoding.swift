/// How the bytes of a sheet stand for characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  /// With a byte order mark, which says which of the next two it is.
  case utf16 = "utf-16"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case latin1 = "iso-8859-1"
  case macRoman = "macintosh"

  /// What people call it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .utf16: "UTF-16"
    case .utf16LE: "UTF-16 (little-endian)"
    case .utf16BE: "UTF-16 (big-endian)"
    case .latin1: "ISO 8859-1"
    case .macRoman: "Mac OS Roman"
    }
  }

  var isUTF16: Bool { self == .utf16 || self == .utf16LE || self == .utf16BE }

  /// The scalars of the bytes 0x80 to 0xFF where each byte is a character; nil for the others.
  var highScalars: [Unicode.Scalar?]? {
    switch self {
    case .windows1252: Self.windows1252High
    case .latin1: Self.latin1High
    case .macRoman: Self.macRomanHigh
    case .utf8, .utf16, .utf16LE, .utf16BE: nil
    }
  }

  /// 0x80 to 0x9F are controls there: no text holds them.
  private static let latin1High = (0x80...0xFF).map { $0 < 0xA0 ? nil : Unicode.Scalar(UInt32($0)) }

  /// U+FFFD stands for the five bytes that Windows-1252 leaves out.
  private static let windows1252High: [Unicode.Scalar?] =
    "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars.map { $0 == "\u{FFFD}" ? nil : $0 }
    + latin1High[0x20...]

  private static let macRomanHigh: [Unicode.Scalar?] = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars)

  /// The bytes of a text in this encoding; a character it does not have becomes `?`.
  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16, .utf16LE: return text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16BE: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .windows1252, .latin1, .macRoman:
      let high = highScalars ?? []
      return text.unicodeScalars.map { scalar in
        if scalar.isASCII { return UInt8(scalar.value) }
        return high.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? 63
      }
    }
  }
}

extension TextEncoding {
  /// What bytes of this encoding say, for people to look at; nil where they say nothing in it.
  public func text(of bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16, .utf16LE, .utf16BE:
      let (first, second) = self == .utf16BE ? (0, 1) : (1, 0)
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + first]) << 8 | UInt16(bytes[$0 + second])
      }
      return String(validating: units, as: UTF16.self)
    case .windows1252, .latin1, .macRoman:
      return bytes.withUnsafeBufferPointer { UTF8Decoder(self).text($0) }
    }
  }
}

/// Turns bytes of an encoding into UTF-8.
struct UTF8Decoder {
  /// Each high byte as UTF-8; nil where the bytes are UTF-8 already.
  private let high: [[UInt8]]?

  init(_ encoding: TextEncoding) {
    high = encoding.highScalars?.map { Array(String($0 ?? "\u{FFFD}").utf8) }
  }

  /// Nothing to do for ASCII, UTF-8 and what the reader has transcoded.
  func needsDecoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    high != nil && bytes.contains { $0 >= 0x80 }
  }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let high else { return Array(bytes) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { out.append(byte) } else { out += high[Int(byte) - 0x80] }
    }
    return out
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    needsDecoding(bytes)
      ? String(decoding: decode(bytes), as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
  }
}
