import Foundation

/// What may stand in a value that somebody wrote: no NUL, no control but tab, line feed and carriage
/// return, no direction override; NFC. Nothing is trimmed in silence, empty is absent.
public enum Text {
  /// The first scalar that no value may hold. A NUL would cut the value short in SQLite; controls and
  /// overrides would act on the terminal of whoever reads it.
  public static func forbidden(in text: String) -> Unicode.Scalar? {
    var copy = text
    let suspicious = copy.withUTF8 { bytes in
      bytes.contains { ($0 < 32 && $0 != 9 && $0 != 10 && $0 != 13) || $0 == 127 || $0 >= 0xC2 }
    }
    guard suspicious else { return nil }
    return text.unicodeScalars.first(where: isForbidden)
  }

  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 127..<160: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Canonical composition. Below U+0300 nothing combines, so most names cost one look.
  public static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0xCC } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The key a name is looked up by: lower case, marks and hyphens gone, the letters that Unicode
  /// does not decompose spelled out. Runs of anything else become one space.
  public static func folded(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    fold(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  public static func fold(_ text: String, into out: inout [UInt8]) {
    var copy = text
    let start = out.count
    let ascii = copy.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case 65...90: out.append(byte + 32)
        case 97...122, 48...57: out.append(byte)
        case 39, 96: break
        case 128...: return false
        default: if out.count > start, out.last != 32 { out.append(32) }
        }
      }
      return true
    }
    if !ascii {
      out.removeSubrange(start...)
      foldAny(text, from: start, into: &out)
    }
    if out.count > start, out.last == 32 { out.removeLast() }
  }

  private static let spelled: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ħ": "h", "ŋ": "n",
  ]

  private static func foldAny(_ text: String, from start: Int, into out: inout [UInt8]) {
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      let properties = scalar.properties
      if let letters = spelled[scalar] {
        out.append(contentsOf: letters.utf8)
      } else if properties.isAlphabetic || properties.numericType != nil {
        if properties.generalCategory != .nonspacingMark {
          out.append(contentsOf: String(scalar).utf8)
        }
      } else if [.nonspacingMark, .spacingMark, .enclosingMark, .format]
        .contains(properties.generalCategory) || "'’ʼ‘`".unicodeScalars.contains(scalar)
      {
        continue
      } else if out.count > start, out.last != 32 {
        out.append(32)
      }
    }
  }
}

extension String {
  /// With a large first letter, and with a small one.
  public var capitalised: String { prefix(1).uppercased() + dropFirst() }
  public var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
