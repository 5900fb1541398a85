import YoungCarers

extension JSONToken {
  /// A text's bytes between its quotes.
  var inner: Range<Int> { range.lowerBound + 1..<range.upperBound - 1 }
}

extension JSONScanner {
  /// A text: UTF-8 after table 3-7 of the Unicode Standard, no control characters, whole escapes.
  mutating func text() throws -> JSONToken {
    var token = JSONToken(shape: .text, range: at..<at)
    at += 1
    while true {
      skipPlain()
      guard at < bytes.count else { break }
      switch bytes[at] {
      case 0x22:
        at += 1
        token.range = token.range.lowerBound..<at
        return token
      case 0x5C:
        token.isEscaped = true
        token.isPlain = false
        try escape()
      case 0..<0x20:
        throw fault("a control character must be escaped in a text")
      case 0x7F:
        token.isPlain = false
        at += 1
      default:
        token.isPlain = false
        at += try scalarLength()
      }
    }
    throw fault("a text has no closing quote", token.range.lowerBound..<at)
  }

  private mutating func skipPlain() {
    var place = at
    while place < bytes.count {
      let byte = bytes[place]
      guard byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C else { break }
      place += 1
    }
    at = place
  }

  private mutating func escape() throws {
    let start = at
    at += 1
    guard at < bytes.count else { throw fault("a text has no closing quote") }
    switch bytes[at] {
    case UInt8(ascii: "u"):
      guard let unit = bytes.hexadecimal(at: at + 1) else { throw fault("\\u needs four digits") }
      at += 5
      guard (0xD800...0xDFFF).contains(unit) else { return }
      guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75,
        let low = bytes.hexadecimal(at: at + 2), (0xDC00...0xDFFF).contains(low)
      else { throw fault("half a surrogate pair is no character", start..<at) }
      at += 6
    case 0x22, 0x5C, 0x2F, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    default: throw fault("no such escape", start..<at + 1)
    }
  }

  /// The count of bytes of the character that begins here.
  private func scalarLength() throws -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[at] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: (length, second) = (Int.max, 0x80...0xBF)
    }
    guard length <= bytes.count - at, second.contains(bytes[at + 1]),
      bytes[at + 2..<max(at + length, at + 2)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw fault("a text is not UTF-8", code: "json-utf8") }
    return length
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Four hexadecimal digits.
  fileprivate func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= count else { return nil }
    var unit: UInt32 = 0
    for byte in self[start..<start + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return unit
  }

  /// Whether a proved text says this name.
  func says(_ token: JSONToken, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if token.isEscaped { return text(token).utf8.elementsEqual(name) }
    guard token.inner.count == name.count else { return false }
    for offset in 0..<name.count where self[token.inner.lowerBound + offset] != name[offset] {
      return false
    }
    return true
  }

  /// Whether the same bytes stand in two places.
  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where self[a.lowerBound + offset] != self[b.lowerBound + offset] {
      return false
    }
    return true
  }

  /// What a text that the scanner has proved says.
  func text(_ token: JSONToken) -> String {
    guard token.isEscaped else {
      return String(decoding: UnsafeBufferPointer(rebasing: self[token.inner]), as: UTF8.self)
    }
    var out: [UInt8] = []
    out.reserveCapacity(token.inner.count)
    var at = token.inner.lowerBound
    while at < token.inner.upperBound {
      guard self[at] == 0x5C else {
        out.append(self[at])
        at += 1
        continue
      }
      let letter = self[at + 1]
      at += 2
      if letter != UInt8(ascii: "u") {
        out.append(JSONEscape.meaning(of: letter))
      } else if var unit = hexadecimal(at: at) {
        at += 4
        if unit >= 0xD800, unit < 0xE000, let low = hexadecimal(at: at + 2) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
          at += 6
        }
        if let scalar = Unicode.Scalar(unit) {
          out.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The escapes of RFC 8259 §7. Only what must be escaped is: quotes, backslashes and controls.
enum JSONEscape {
  static func meaning(of letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Whether nothing must be escaped, which is nearly always: eight bytes at a time, the last eight
  /// perhaps in part for the second time.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 8, let start = bytes.baseAddress else {
      return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    }
    let last = bytes.count - 8
    var found = escaped(EightBytes(start + last))
    for offset in stride(from: 0, to: last, by: 8) { found |= escaped(EightBytes(start + offset)) }
    return found == 0
  }

  private static func escaped(_ bytes: EightBytes) -> UInt64 {
    bytes.below(0x20) | bytes.equal(to: 0x22) | bytes.equal(to: 0x5C)
  }

  static func write(_ byte: UInt8, into out: inout [UInt8]) {
    out.append(0x5C)
    switch byte {
    case 0x08: out.append(UInt8(ascii: "b"))
    case 0x0C: out.append(UInt8(ascii: "f"))
    case 0x0A: out.append(UInt8(ascii: "n"))
    case 0x0D: out.append(UInt8(ascii: "r"))
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x22, 0x5C: out.append(byte)
    default:
      out.append(contentsOf: "u00".utf8)
      out.append(hexadecimal[Int(byte >> 4)])
      out.append(hexadecimal[Int(byte & 15)])
    }
  }

  /// A text in its quotes: the runs between escapes are copied whole.
  static func write(_ text: String, into out: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, into: &out) }
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    if isPlain(bytes) {
      return out.append(atMost: bytes.count + 2) { start in
        start[0] = 0x22
        if let source = bytes.baseAddress { (start + 1).update(from: source, count: bytes.count) }
        start[bytes.count + 1] = 0x22
        return bytes.count + 2
      }
    }
    out.append(0x22)
    var start = 0
    for place in 0..<bytes.count {
      let byte = bytes[place]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
      write(byte, into: &out)
      start = place + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    out.append(0x22)
  }
}
