/// The name of an entry. A case (`YC-`) or a person (`YP-`) has eight random symbols and a check
/// symbol, drawn again on collision; any other entry has 128 bits, time first. Random, never counted
/// and never made from personal data.
public struct ID: Hashable, Sendable, Comparable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func < (a: ID, b: ID) -> Bool { a.text < b.text }
}

extension ID {
  public enum Shape: String, Sendable, CaseIterable {
    case family = "YC"
    case person = "YP"
  }

  /// 23 symbols, a prime: no vowels, so no words; none that looks or sounds like another in the set
  /// (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V W are one symbol each or none).
  static let symbols: [UInt8] = Array("23456789CDFHJKMNPQRTWXY".utf8)

  /// The value of each byte in `symbols`, either case; 255 where it is none.
  static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, symbol) in symbols.enumerated() {
      table[Int(symbol)] = UInt8(value)
      if symbol >= 65 { table[Int(symbol) + 32] = UInt8(value) }
    }
    return table
  }()

  /// How many names a case or a person may have: 23 to the eighth.
  public static let count: UInt64 = 78_310_985_281

  /// The name of a case or a person with this number, which is below `count`.
  public init(_ shape: Shape, number: UInt64) {
    var rest = number
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { drawn in
      for place in 0..<8 {
        drawn[place] = UInt8(rest % 23)
        rest /= 23
      }
      return ID(shape, drawn)
    }
  }

  init(_ shape: Shape, _ drawn: some Collection<UInt8>) {
    let check = Self.check(shape, drawn)
    text = String(unsafeUninitializedCapacity: 14) { out in
      var at = 0
      func put(_ byte: UInt8) {
        out[at] = byte
        at += 1
      }
      for byte in shape.rawValue.utf8 { put(byte) }
      for (index, value) in drawn.enumerated() {
        if index % 4 == 0 { put(UInt8(ascii: "-")) }
        put(Self.symbols[Int(value)])
      }
      put(UInt8(ascii: "-"))
      put(Self.symbols[Int(check)])
      return at
    }
  }

  /// Σ value × place, places 2…9, plus one for a person: modulo the prime 23 every wrong symbol,
  /// every swap of two and a case's id in a person's place change it.
  static func check(_ shape: Shape, _ drawn: some Collection<UInt8>) -> UInt8 {
    var sum = shape == .person ? 1 : 0
    for (index, value) in drawn.enumerated() { sum += (index + 2) * Int(value) }
    return UInt8(sum % 23)
  }

  /// A new name for any other entry: microseconds since 1970, then 64 random bits, in 26 symbols of
  /// Crockford's base 32, so that names sort by time and an index of them grows at its end.
  public static func entry(at instant: Instant, using generator: inout some RandomNumberGenerator)
    -> ID
  {
    var high = UInt64(bitPattern: instant.microseconds)
    var low = generator.next()
    return ID(
      String(unsafeUninitializedCapacity: 26) { out in
        for at in stride(from: 25, through: 0, by: -1) {
          out[at] = crockford[Int(low & 31)]
          low = low >> 5 | high << 59
          high >>= 5
        }
        return 26
      })
  }

  static let crockford: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

extension ID {
  public var shape: Shape? {
    Shape(rawValue: String(text.prefix(2))).flatMap { text.count == 14 ? $0 : nil }
  }

  /// What somebody typed, read as an id or the beginning of one.
  public enum Typed: Equatable, Sendable {
    case whole(ID)
    /// A beginning of four symbols or more, good for reading only; in the form ids are kept in.
    case beginning(String)
    /// All the symbols are there and the check symbol disagrees.
    case mistyped(Shape, symbols: String)
    case notAnID
  }

  /// Any case, with or without hyphens, with or without its `YC` or `YP`.
  public static func typed(_ text: String) -> Typed {
    var letters = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != 32 })
    let shape = Shape.allCases.first { letters.starts(with: Array($0.rawValue.utf8)) }
    guard let shape else { return entryTyped(letters) }
    letters.removeFirst(2)
    let values = letters.map { Self.values[Int($0)] }
    guard !values.contains(255), values.count <= 9 else { return .notAnID }
    if values.count == 9 {
      let drawn = Array(values.prefix(8))
      let id = ID(shape, drawn)
      return check(shape, drawn) == values[8]
        ? .whole(id) : .mistyped(shape, symbols: String(decoding: letters, as: UTF8.self))
    }
    guard values.count >= 4 else { return .notAnID }
    var kept = shape.rawValue
    for (index, letter) in letters.enumerated() {
      if index % 4 == 0 { kept += "-" }
      kept.unicodeScalars.append(Unicode.Scalar(letter))
    }
    return .beginning(kept)
  }

  private static func entryTyped(_ letters: [UInt8]) -> Typed {
    guard letters.count >= 4, letters.count <= 26, letters.allSatisfy(crockford.contains) else {
      return .notAnID
    }
    let text = String(decoding: letters, as: UTF8.self)
    return letters.count == 26 ? .whole(ID(text)) : .beginning(text)
  }

  /// The ids that one slip away from what was typed: one symbol wrong, or two neighbours swapped.
  public static func near(_ shape: Shape, symbols: String) -> [ID] {
    let typed = symbols.utf8.map { values[Int($0)] }
    guard typed.count == 9 else { return [] }
    var found: Set<ID> = []
    func keep(_ candidate: [UInt8]) {
      let drawn = Array(candidate.prefix(8))
      if check(shape, drawn) == candidate[8] { found.insert(ID(shape, drawn)) }
    }
    for place in 0..<9 {
      for value in UInt8(0)..<23 {
        var candidate = typed
        candidate[place] = value
        keep(candidate)
      }
      if place < 8 {
        var candidate = typed
        candidate.swapAt(place, place + 1)
        keep(candidate)
      }
    }
    return found.sorted()
  }
}
