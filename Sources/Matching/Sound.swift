/// How a name sounds, roughly, after Russell's Soundex with a kinder first letter: what is spelled
/// differently but said alike usually gets one code. For finding candidates, not for deciding.
enum Sound {
  /// Six symbols at most, three bits each, above the class of the first letter; zero for no letters.
  static func code(_ word: Span<UInt8>) -> UInt64 {
    guard word.count > 0 else { return 0 }
    let first = word[0]
    guard first >= 97, first <= 122 else { return Stable.hash(word) | 1 << 63 }
    var code = initial(word)
    var last = classes[Int(first) - 97]
    var count = 0
    var index = 1
    while index < word.count, count < 4 {
      let byte = word[index]
      index += 1
      guard byte >= 97, byte <= 122 else { continue }
      var kind = classes[Int(byte) - 97]
      if byte == UInt8(ascii: "p"), index < word.count, word[index] == UInt8(ascii: "h") {
        kind = 1
      }
      if kind != 0, kind != last {
        code = code << 3 | UInt64(kind)
        count += 1
      }
      if byte != UInt8(ascii: "h"), byte != UInt8(ascii: "w") { last = kind }
    }
    return code
  }

  /// Vowels are one, and so are letters that begin the same names: c, k and q; f, ph and v; s and z;
  /// g and j.
  private static func initial(_ word: Span<UInt8>) -> UInt64 {
    let second = word.count > 1 ? word[1] : 0
    return switch (word[0], second) {
    case (UInt8(ascii: "p"), UInt8(ascii: "h")), (UInt8(ascii: "v"), _): UInt64(UInt8(ascii: "f"))
    case (UInt8(ascii: "c"), _), (UInt8(ascii: "q"), _): UInt64(UInt8(ascii: "k"))
    case (UInt8(ascii: "z"), _): UInt64(UInt8(ascii: "s"))
    case (UInt8(ascii: "g"), _): UInt64(UInt8(ascii: "j"))
    case (UInt8(ascii: "e"), _), (UInt8(ascii: "i"), _), (UInt8(ascii: "o"), _),
      (UInt8(ascii: "u"), _), (UInt8(ascii: "y"), _):
      UInt64(UInt8(ascii: "a"))
    default: UInt64(word[0])
    }
  }

  /// a…z; zero is a vowel or silent.
  private static let classes: [UInt8] = [
    0, 1, 2, 3, 0, 1, 2, 0, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 0, 2, 0, 2,
  ]
}
