import YoungCarers

/// A written address as far as two of them can be compared: the flat, the house, the street in full
/// words. The town is dropped, because half of the senders leave it out.
struct Address {
  private(set) var flat: UInt32 = 0
  private(set) var house: UInt32 = 0
  private(set) var street: [UInt8] = []

  init(_ given: String) {
    let words = Array(Text.folded(given).utf8).split(separator: 32).map(Array.init)
    var next = 0
    while next < words.count, street.isEmpty {
      let word = words[next]
      if Self.flats.contains(word), next + 1 < words.count {
        flat = Self.number(words[next + 1])
        next += 2
      } else if let first = word.first, first >= 48, first <= 57 {
        if flat == 0 { flat = house }
        house = Self.number(word)
        next += 1
      } else {
        street = Self.street(words[next...])
      }
    }
  }

  /// The words up to the kind of street, which is spelled out; the first two where there is none.
  private static func street(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    var out: [[UInt8]] = []
    for word in words {
      let full = abbreviations[word]
      out.append(out.isEmpty ? word : full ?? word)
      if !(out.count == 1), full != nil { return Array(out.joined(separator: [32])) }
    }
    return Array(out.prefix(2).joined(separator: [32]))
  }

  private static func number(_ word: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: Stable.hash(word.span)) | 1
  }

  private static let flats = Set(
    ["flat", "apartment", "apt", "unit", "room", "flt", "fl"].map { Array($0.utf8) })

  /// Kinds of street and how they are shortened; a kind written in full stands for itself.
  private static let abbreviations: [[UInt8]: [UInt8]] = {
    var table: [[UInt8]: [UInt8]] = [:]
    let kinds = """
      road rd|street st str|avenue ave av|lane ln la|close cl clo|drive dr drv|grove gr gro grv|\
      crescent cres cr|terrace ter terr tce|court ct crt|place pl|gardens gdns gdn garden|way wy|\
      square sq|mount mt|view vw|walk wlk|rise|row|hill hl|park pk|green grn|fold|croft|mews|gate|\
      parade pde|circuit cct|circle cir|boulevard blvd|yard yd|bank|villas vls|approach|side|ginnel
      """
    for kind in kinds.split(separator: "|") {
      let words = kind.split(separator: " ").map { Array($0.utf8) }
      for word in words { table[word] = words[0] }
    }
    return table
  }()
}
