import YoungCarers

/// One line that is one object, proved whole. It points into the caller's bytes and must not
/// outlive them.
struct JSONObject {
  let bytes: UnsafeBufferPointer<UInt8>
  let members: [JSONMember]

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var scanner = JSONScanner(bytes: bytes)
    scanner.skipSpace()
    guard scanner.at < bytes.count, bytes[scanner.at] == UInt8(ascii: "{") else {
      throw scanner.fault("an object in braces should stand here")
    }
    members = try scanner.object()
    try scanner.end()
    self.bytes = bytes
  }

  func value(of name: StaticString) -> JSONToken? {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    for member in members where bytes.says(member.key, name) { return member.value }
    return nil
  }

  /// What the line says it is.
  func record() throws -> String {
    guard let token = value(of: "record"), token.shape == .text else {
      throw Problem(
        "record-missing", .data, "the line does not say what it is: it has no \"record\"",
        cure: "See carers schema for the kinds of entry.")
    }
    return bytes.text(token)
  }

  func integer(_ name: StaticString) -> Int64? { value(of: name).flatMap(bytes.integer) }

  /// A field that every kind has, whatever the kind of this line.
  func header<Value: FieldValue>(_ name: StaticString, of record: String) throws -> Value? {
    guard let token = value(of: name) else { return nil }
    do {
      return Value(try bytes.cell(token, as: Value.type))
    } catch let misfit as Misfit {
      throw misfit.problem(named: name.description, type: Value.type, of: record)
    }
  }
}

/// Proves that a text is one JSON object by the strict reader's rules, for whoever decodes it by other
/// means: Foundation takes a key twice.
public func proveJSONObject(_ text: [UInt8]) throws {
  _ = try text.withUnsafeBufferPointer { try JSONObject($0) }
}

/// Why a value is not what its field takes: whoever knows the field names it.
enum Misfit: Error {
  case type(Range<Int>)
  case forbidden(Unicode.Scalar, Range<Int>)

  func problem(named name: String, type: FieldType, of record: String) -> Problem {
    switch self {
    case .type(let range):
      return Problem(
        "field-type", .data, at: Place(file: "", value: range),
        "\"\(named: name)\" of a \(named: record) entry is not \(named: type.article)",
        cure: "See carers schema \(named: record).")
    case .forbidden(let scalar, let range):
      let code = String(scalar.value, radix: 16, uppercase: true)
      return Problem(
        "text-forbidden", .data, at: Place(file: "", value: range),
        "\"\(named: name)\" of a \(named: record) entry holds U+\(named: code), which no text may",
        cure: "Take out control characters and direction overrides.")
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func integer(_ token: JSONToken) -> Int64? {
    guard token.shape == .number else { return nil }
    return Int64(String(decoding: UnsafeBufferPointer(rebasing: self[token.range]), as: UTF8.self))
  }

  /// The value as JSON text, byte for byte. A line break can only stand between values, where it
  /// means nothing, and would break the line it is put in.
  func raw(_ range: Range<Int>) -> String {
    let raw = UnsafeBufferPointer(rebasing: self[range])
    guard raw.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return String(decoding: raw, as: UTF8.self)
    }
    return String(decoding: raw.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The value as a field of this type has it: null and the empty text are absent, texts are NFC.
  func cell(_ token: JSONToken, as type: FieldType) throws -> Cell {
    switch (token.shape, type) {
    case (.null, _): return .absent
    case (.truth, .truth): return .truth(self[token.range.lowerBound] == UInt8(ascii: "t"))
    case (.number, .integer):
      if let number = integer(token) { return .integer(number) }
    case (.list, .list): return .list(try texts(token))
    case (.text, .text), (.text, .id), (.text, .day), (.text, .instant):
      if let cell = Cell(try composed(token), as: type) { return cell }
    default: break
    }
    throw Misfit.type(token.range)
  }

  private func composed(_ token: JSONToken) throws -> String {
    let text = text(token)
    if token.isPlain { return text }
    if let scalar = Text.forbidden(in: text) { throw Misfit.forbidden(scalar, token.range) }
    return Text.composed(text)
  }

  private func texts(_ token: JSONToken) throws -> [String] {
    var texts: [String] = []
    var scanner = JSONScanner(bytes: self, at: token.range.lowerBound)
    try scanner.list { item in
      guard item.shape == .text else { throw Misfit.type(item.range) }
      texts.append(try composed(item))
    }
    return texts
  }
}
