import YoungCarers

/// A written address as far as two of them can be compared: the flat, the house, the street in full
/// words. The town is dropped, because half of the senders leave it out.
struct Address {
  private(set) var flat: UInt32 = 0
  private(set) var house: UInt32 = 0
  private(set) var street: [UInt8] = []

  init(_ given: String) {
    var folded: [UInt8] = []
    Text.fold(given, into: &folded)
    let text = folded.span
    let words = Words.ranges(text)
    var next = 0
    while next < words.count, street.isEmpty {
      let word = text.extracting(words[next])
      if Self.flats.contains(Stable.hash(word)), next + 1 < words.count {
        flat = Self.number(text.extracting(words[next + 1]))
        next += 1
      } else if word[0] >= 48, word[0] <= 57 {
        if flat == 0 { flat = house }
        house = Self.number(word)
      } else {
        street = Self.street(text, words[next...])
      }
      next += 1
    }
  }

  /// The words up to the kind of street, which is spelled out; the first two where there is none.
  private static func street(_ text: Span<UInt8>, _ words: ArraySlice<Range<Int>>) -> [UInt8] {
    var out: [UInt8] = []
    var two = 0
    for (count, range) in words.enumerated() {
      let word = text.extracting(range)
      let kind = count > 0 ? kinds[Stable.hash(word)] : nil
      if count > 0 { out.append(32) }
      if let kind { return out + kind }
      for index in word.indices { out.append(word[index]) }
      if count < 2 { two = out.count }
    }
    return Array(out.prefix(two))
  }

  private static func number(_ word: Span<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: Stable.hash(word)) | 1
  }

  private static let flats = Set(
    ["flat", "apartment", "apt", "unit", "room", "flt", "fl"].map { Stable.hash($0) })

  /// Kinds of street, each in full and shortened, by the hash of the word.
  private static let kinds: [UInt64: [UInt8]] = {
    let kinds = """
      road rd|street st str|avenue ave av|lane ln la|close cl clo|drive dr drv|grove gr gro grv
      crescent cres cr|terrace ter terr tce|court ct crt|place pl|gardens gdns gdn garden|way wy
      square sq|mount mt|view vw|walk wlk|rise|row|hill hl|park pk|green grn|fold|croft|mews|gate
      parade pde|circuit cct|circle cir|boulevard blvd|yard yd|bank|villas vls|approach|side|ginnel
      """
    var table: [UInt64: [UInt8]] = [:]
    for kind in kinds.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = kind.split(separator: " ").map(String.init)
      for word in words { table[Stable.hash(word)] = Array(words[0].utf8) }
    }
    return table
  }()
}
