import YoungCarers

/// What one line says, as places in its bytes. Made once and read into again, so that a hundred
/// thousand lines cost no memory.
struct AnswerLine {
  enum Answers { case none, byItem, inOrder, other }

  private(set) var members: [JSONMember] = []
  private(set) var answers = Answers.none
  /// The whole value of `answers`.
  private(set) var answersToken: JSONToken?
  /// The answers by item, the key being the item.
  private(set) var byItem: [JSONMember] = []
  private(set) var inOrder: [JSONToken] = []
  private(set) var record: JSONToken?
  private(set) var id: JSONToken?
  private(set) var instrument: JSONToken?
  /// Whether results stand in it already: a line that was scored before.
  private(set) var hasResults = false

  /// Proves the line whole: one object, each key once. Items that stand twice in `answers` are left to
  /// whoever puts them down.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    members.removeAll(keepingCapacity: true)
    byItem.removeAll(keepingCapacity: true)
    inOrder.removeAll(keepingCapacity: true)
    (answers, hasResults) = (.none, false)
    (answersToken, record, id, instrument) = (nil, nil, nil, nil)
    var scanner = JSONScanner(bytes: bytes)
    scanner.skipSpace()
    guard scanner.at < bytes.count, bytes[scanner.at] == UInt8(ascii: "{") else {
      throw scanner.fault("an object in braces should stand here")
    }
    try scanner.eachMember { scanner, key in
      let isAnswers = bytes.says(key, "answers")
      let value = isAnswers ? try answers(&scanner) : try scanner.value(depth: 1)
      members.append(JSONMember(key: key, value: value))
      if !isAnswers { know(key, value, bytes) }
    }
    try scanner.end()
    try scanner.refuseTwice(members)
  }

  /// The value of a key that only entries have.
  func value(of name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> JSONToken? {
    members.first { bytes.says($0.key, name) }?.value
  }

  private mutating func know(
    _ key: JSONToken, _ value: JSONToken, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    if bytes.says(key, "id") {
      id = value
    } else if bytes.says(key, "instrument") {
      instrument = value
    } else if bytes.says(key, "record") {
      record = value
    } else if ScoreLine.isResult(key, in: bytes) {
      hasResults = true
    }
  }

  private mutating func answers(_ scanner: inout JSONScanner) throws -> JSONToken {
    let start = scanner.at
    var token = JSONToken(shape: .object, range: start..<start)
    switch start < scanner.bytes.count ? scanner.bytes[start] : 0 {
    case UInt8(ascii: "{"):
      answers = .byItem
      try scanner.eachMember(depth: 1) { scanner, key in
        byItem.append(JSONMember(key: key, value: try scanner.value(depth: 2)))
      }
    case UInt8(ascii: "["):
      answers = .inOrder
      token.shape = .list
      try scanner.list(depth: 1) { inOrder.append($0) }
    default:
      answers = .other
      token = try scanner.value(depth: 1)
    }
    token.range = start..<scanner.at
    answersToken = token
    return token
  }
}

extension UnsafeBufferPointer<UInt8> {
  func says(_ token: JSONToken, _ name: StaticString) -> Bool {
    says(token, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}
