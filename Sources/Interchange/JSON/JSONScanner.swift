import YoungCarers

/// A value where it stands in the bytes.
struct JSONToken {
  enum Shape { case null, truth, number, text, list, object }

  var shape: Shape
  /// The value's own bytes, the quotes of a text included.
  var range: Range<Int>
  /// A text with a backslash in it.
  var isEscaped = false
  /// A text of printable ASCII alone.
  var isPlain = true
}

struct JSONMember {
  var key: JSONToken
  var value: JSONToken
}

/// A strict reader of RFC 8259 over bytes. It refuses besides: a key twice in one object, half a
/// surrogate pair, a byte order mark, and what lies deeper than 512 brackets.
struct JSONScanner {
  static let deepest = 512

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  /// The byte at a place; past the end a NUL, which no JSON holds.
  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  mutating func end() throws {
    skipSpace()
    guard at == bytes.count else { throw fault("there is more after the end of the value") }
  }

  /// One value, whatever it is, proved to its last byte.
  mutating func value(depth: Int = 0) throws -> JSONToken {
    let start = at
    func token(_ shape: JSONToken.Shape) -> JSONToken { JSONToken(shape: shape, range: start..<at) }
    switch byte(at) {
    case UInt8(ascii: "\""): return try text()
    case UInt8(ascii: "{"):
      _ = try object(depth: depth)
      return token(.object)
    case UInt8(ascii: "["):
      try list(depth: depth) { _ in }
      return token(.list)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
      return token(.number)
    case UInt8(ascii: "n"):
      try word("null")
      return token(.null)
    case UInt8(ascii: "t"):
      try word("true")
      return token(.truth)
    case UInt8(ascii: "f"):
      try word("false")
      return token(.truth)
    default: throw fault(at < bytes.count ? "a value should stand here" : "a value is missing")
    }
  }

  /// The members of an object, each key once.
  mutating func object(depth: Int = 0) throws -> [JSONMember] {
    try enter(depth)
    var members: [JSONMember] = []
    if depth == 0 { members.reserveCapacity(32) }
    if close(UInt8(ascii: "}")) { return members }
    var isAscending = true
    repeat {
      let key = try key()
      if isAscending {
        isAscending = !key.isEscaped && members.last.map { precedes($0.key, key) } ?? true
      }
      members.append(JSONMember(key: key, value: try value(depth: depth + 1)))
    } while try goesOn(until: UInt8(ascii: "}"))
    if !isAscending { try refuseTwice(members) }
    return members
  }

  /// The members of an object one after another: `take` is given the key and reads the value. Whether
  /// a key stands twice is left to whoever knows what keys there may be.
  mutating func eachMember(
    depth: Int = 0, _ take: (inout JSONScanner, JSONToken) throws -> Void
  ) throws {
    try enter(depth)
    if close(UInt8(ascii: "}")) { return }
    repeat {
      let key = try key()
      try take(&self, key)
    } while try goesOn(until: UInt8(ascii: "}"))
  }

  mutating func list(depth: Int = 0, _ take: (JSONToken) throws -> Void) throws {
    try enter(depth)
    if close(UInt8(ascii: "]")) { return }
    repeat { try take(try value(depth: depth + 1)) } while try goesOn(until: UInt8(ascii: "]"))
  }

  /// A key, its colon, and on to the value.
  @inline(__always)
  private mutating func key() throws -> JSONToken {
    guard byte(at) == UInt8(ascii: "\"") else { throw fault("a key in quotes should stand here") }
    let key = try text()
    skipSpace()
    guard byte(at) == UInt8(ascii: ":") else { throw fault("a colon should stand here") }
    at += 1
    skipSpace()
    return key
  }

  private mutating func enter(_ depth: Int) throws {
    guard depth < Self.deepest else {
      throw fault("more than 512 brackets stand inside each other", code: "json-deep")
    }
    at += 1
    skipSpace()
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    guard byte(at) == bracket else { return false }
    at += 1
    return true
  }

  /// Past a comma to the next value, or past the bracket.
  private mutating func goesOn(until bracket: UInt8) throws -> Bool {
    skipSpace()
    if close(bracket) { return false }
    guard byte(at) == UInt8(ascii: ",") else {
      throw fault("a comma or the closing bracket should stand here")
    }
    at += 1
    skipSpace()
    return true
  }

  private mutating func word(_ word: StaticString) throws {
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte(at + offset) == word.utf8Start[offset] else {
        throw fault("only true, false and null may stand without quotes")
      }
    }
    at += word.utf8CodeUnitCount
  }

  private mutating func number() throws {
    if byte(at) == UInt8(ascii: "-") { at += 1 }
    if byte(at) == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if byte(at) == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      at += 1
      if byte(at) == UInt8(ascii: "+") || byte(at) == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
  }

  private mutating func digits() throws {
    let start = at
    while byte(at) >= 0x30, byte(at) <= 0x39 { at += 1 }
    guard at > start else { throw fault("a digit should stand here") }
  }

  /// Bytewise; sorted keys cannot be twice the same, and our own lines are sorted.
  private func precedes(_ a: JSONToken, _ b: JSONToken) -> Bool {
    bytes[a.inner].lexicographicallyPrecedes(bytes[b.inner])
  }

  /// A few keys are compared as they stand; many, or escaped ones, by what they say.
  func refuseTwice(_ members: [JSONMember]) throws {
    if members.count <= 16, !members.contains(where: \.key.isEscaped) {
      for (place, member) in members.enumerated() {
        for other in members[..<place] where bytes.isSame(other.key.inner, member.key.inner) {
          throw fault("a key stands twice in one object", member.key.range, code: "json-twice")
        }
      }
      return
    }
    var seen: Set<[UInt8]> = []
    for member in members where !seen.insert(Array(bytes.text(member.key).utf8)).inserted {
      throw fault("a key stands twice in one object", member.key.range, code: "json-twice")
    }
  }

  /// What is wrong, at the line and bytes where it is wrong.
  func fault(_ says: StaticString, _ range: Range<Int>? = nil, code: String = "json") -> Problem {
    let start = range?.lowerBound ?? min(at, bytes.count)
    let before = bytes[..<start]
    let column = start - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return Problem(
      code, .data,
      at: Place(
        file: "", line: before.count { $0 == 0x0A } + 1,
        value: range ?? start..<min(start + 1, bytes.count)),
      "the line is not JSON at byte \(column): \(named: says.description)")
  }
}
