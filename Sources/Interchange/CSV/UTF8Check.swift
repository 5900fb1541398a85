/// Checks UTF-8 piece by piece (Unicode 15, table 3-7: no overlong forms, no surrogates).
struct UTF8Check {
  /// The first byte of the first sequence that is none.
  private(set) var fault: Int?
  /// Characters of more than one byte, well formed.
  private(set) var hasCharacters = false
  var isMixed: Bool { fault != nil && hasCharacters }

  private var missing = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF
  private var begin = 0

  mutating func read(_ piece: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let raw = UnsafeRawBufferPointer(piece)
    var place = 0
    while place < piece.count {
      if missing == 0 {
        while place + 8 <= piece.count,
          raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { place += 8 }
        guard place < piece.count else { return }
      }
      take(piece[place], at: offset + place)
      place += 1
    }
  }

  /// A sequence that the end of the input cuts short is none.
  mutating func finish() {
    if missing > 0 { fail() }
  }

  private mutating func fail() {
    fault = fault ?? begin
    missing = 0
  }

  private mutating func take(_ byte: UInt8, at offset: Int) {
    if missing > 0 {
      if byte >= lowest, byte <= highest {
        missing -= 1
        (lowest, highest) = (0x80, 0xBF)
        if missing == 0 { hasCharacters = true }
        return
      }
      fail()
    }
    guard byte >= 0x80 else { return }
    begin = offset
    (lowest, highest) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF:
      missing = 2
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      missing = 3
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: fail()
    }
  }
}
