import YoungCarers

/// An encoding shown to fit every byte of a file, and the length of its byte order mark.
public struct ProvedEncoding: Sendable, Equatable {
  public let encoding: TextEncoding
  public let mark: Int
}

/// Proves the encoding of a whole file before a byte of it is believed. UTF-8 proves itself;
/// Windows-1252 only where nothing else is likelier; the rest must be marked or named.
struct EncodingProof {
  let source: ByteSource
  let file: String

  func prove(asked: TextEncoding?) throws -> ProvedEncoding {
    let head = try source.bytes(0..<512)
    try refuseOtherFormats(head)
    let mark = try mark(head, asked: asked)
    switch asked ?? mark.encoding {
    case .utf16, .utf16LE, .utf16BE:
      try checkUTF16(mark)
      return mark
    case .windows1252, .latin1, .macRoman:
      let encoding = asked ?? .windows1252
      guard mark.mark == 0 else {
        throw refusal(at: 1, "this file is marked as \(named: mark.encoding.name)")
      }
      try checkSingleBytes(encoding)
      return ProvedEncoding(encoding: encoding, mark: 0)
    case .utf8:
      guard let (offset, mixed) = try firstFault() else { return mark }
      let wasNamed = asked == .utf8 || mark.mark > 0
      if !wasNamed, !mixed, try isPlausibleWindows1252() {
        return ProvedEncoding(encoding: .windows1252, mark: 0)
      }
      throw refusal(
        at: try source.line(of: offset),
        mixed
          ? "this file mixes UTF-8 with another encoding: the bytes of this line are not UTF-8"
          : "this file is not UTF-8, and what else it is cannot be proved from its bytes")
    }
  }

  private func refusal(at line: Int?, _ says: Sentence) -> Problem {
    Problem(
      "encoding", .data, at: Place(file: file, line: line), says,
      cure: """
        Save it again as "CSV UTF-8", or name the encoding: --encoding windows-1252 \
        (or utf-8, utf-16, utf-16le, utf-16be, iso-8859-1, macintosh).
        """)
  }

  private func mark(_ head: [UInt8], asked: TextEncoding?) throws -> ProvedEncoding {
    let marked: ProvedEncoding? =
      if head.starts(with: [0xEF, 0xBB, 0xBF]) {
        ProvedEncoding(encoding: .utf8, mark: 3)
      } else if head.starts(with: [0xFF, 0xFE]) {
        ProvedEncoding(encoding: .utf16LE, mark: 2)
      } else if head.starts(with: [0xFE, 0xFF]) {
        ProvedEncoding(encoding: .utf16BE, mark: 2)
      } else { nil }
    if let asked, asked.isUTF16 {
      if let marked, asked == .utf16 || asked == marked.encoding { return marked }
      if asked != .utf16 { return ProvedEncoding(encoding: asked, mark: 0) }
      throw refusal(at: nil, "this file has no byte order mark, so which UTF-16 it is is not known")
    }
    if marked == nil, asked == nil,
      head.prefix(64).count(where: { $0 == 0 }) * 4 > min(head.count, 64)
    {
      throw refusal(at: 1, "this looks like UTF-16 without its byte order mark")
    }
    return marked ?? ProvedEncoding(encoding: .utf8, mark: 0)
  }

  /// The first byte that is not UTF-8, and whether true multibyte characters stand beside it.
  private func firstFault() throws -> (offset: Int, mixed: Bool)? {
    var check = UTF8Check()
    try source.scan { piece, offset in
      check.read(piece, at: offset)
      return !check.isMixed
    }
    check.finish()
    return check.fault.map { ($0, check.isMixed) }
  }

  private func checkSingleBytes(_ encoding: TextEncoding) throws {
    let high = encoding.highScalars ?? []
    var fault: Int?
    try source.scan { piece, offset in
      if let place = piece.firstIndex(where: { $0 >= 0x80 && high[Int($0) - 0x80] == nil }) {
        fault = offset + place
      }
      return fault == nil
    }
    if let fault {
      throw refusal(
        at: try source.line(of: fault),
        "this line has a byte for which \(named: encoding.name) has no character")
    }
  }

  private func isPlausibleWindows1252() throws -> Bool {
    var previous: UInt8 = 10
    var plausible = true
    try source.scan { piece, _ in
      for byte in piece {
        if byte >= 0x80 || previous >= 0x80 {
          plausible = plausible && Windows1252.isPlausible(byte, after: previous)
        }
        previous = byte
      }
      return plausible
    }
    return plausible
  }

  /// Whole units, and each half of a pair beside the other.
  private func checkUTF16(_ proved: ProvedEncoding) throws {
    let big = proved.encoding == .utf16BE
    var first: UInt8?
    var opened: Int?
    var fault: Int?
    var end = 0
    try source.scan { piece, offset in
      end = offset + piece.count
      for (place, byte) in piece.enumerated() {
        guard let one = first else {
          first = byte
          continue
        }
        first = nil
        let leading = big ? one : byte
        let isLow = leading & 0xFC == 0xDC
        if isLow != (opened != nil) { fault = fault ?? opened ?? offset + place - 1 }
        opened = leading & 0xFC == 0xD8 ? offset + place - 1 : nil
      }
      return fault == nil
    }
    if let fault = fault ?? opened ?? (first == nil ? nil : end - 1) {
      let line = try source.line(of: fault, unit: 2, bigEndian: big)
      throw refusal(at: line, "this line is not whole in \(named: proved.encoding.name)")
    }
  }
}

/// What a high byte is likely to be when a person on Windows typed a British school's sheet.
enum Windows1252 {
  private static let capitals: Set<UInt8> = Set(0xC0...0xDE).union([0x8A, 0x8C, 0x8E, 0x9F])
  private static let letters = capitals.union(0xDF...0xFF).union([0x9A, 0x9C, 0x9E])
    .subtracting([0xD7, 0xF7])
  /// € … ‘ ’ “ ” • – — ™ no-break space £ § © « ® ° ² ³ · » ¼ ½ ¾
  private static let punctuation: Set<UInt8> = [
    0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE,
    0xB0, 0xB7, 0xBB, 0xBC, 0xBD, 0xBE,
  ]

  /// False for what other encodings look like when read as this one: a capital accented letter
  /// after a small one, an opening quotation mark after a letter, a closing one before it.
  static func isPlausible(_ byte: UInt8, after previous: UInt8) -> Bool {
    let isLetter = letters.contains(byte) || isASCIILetter(byte)
    if previous == 0x94, isLetter { return false }
    if byte < 0x80 { return true }
    let afterLetter = isASCIILetter(previous) || letters.contains(previous)
    if capitals.contains(byte) { return !(previous >= 97 && previous <= 122) }
    if byte == 0x91 || byte == 0x93 { return !afterLetter }
    return isLetter || punctuation.contains(byte)
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }
}
