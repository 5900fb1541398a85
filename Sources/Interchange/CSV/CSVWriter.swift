/// Writes RFC 4180 in UTF-8, without a byte order mark. For a spreadsheet it adds the mark, and a
/// guard before what would run as a formula; `unguarded` takes that off again, exactly.
public struct CSVWriter: Sendable {
  public enum LineEnd: Sendable { case crlf, lf }

  public var lineEnd: LineEnd
  public var excel: Bool
  let delimiter: UInt8

  public init(
    lineEnd: LineEnd = .crlf, excel: Bool = false, delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    self.lineEnd = lineEnd
    self.excel = excel
    self.delimiter = delimiter
  }

  /// What stands before the first record.
  public func begin(_ out: inout [UInt8]) {
    if excel { out += [0xEF, 0xBB, 0xBF] }
  }

  public func write(_ values: [String?], to out: inout [UInt8]) {
    for (place, value) in values.enumerated() {
      if place > 0 { out.append(delimiter) }
      // A lone empty value would be a blank line, which is no record.
      if values.count == 1, value?.isEmpty ?? true { out += [34, 34] }
      if let value { append(value, to: &out) }
    }
    out += lineEnd == .crlf ? [13, 10] : [10]
  }

  /// One value, guarded and quoted where it must be.
  func append(_ value: String, to out: inout [UInt8]) {
    var text = excel && Self.isFormula(value.utf8) ? "'" + value : value
    text.withUTF8 { bytes in
      guard needsQuotes(bytes) else {
        out += bytes
        return
      }
      out.append(34)
      for byte in bytes {
        if byte == 34 { out.append(34) }
        out.append(byte)
      }
      out.append(34)
    }
  }

  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first == 32 || last == 32 || first == 9 || last == 9
      || first == 0xEF && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      || bytes.contains { $0 == delimiter || $0 == 34 || $0 == 10 || $0 == 13 }
  }

  /// The value as it was before the guard. Only for files that this writer made.
  public static func unguarded(_ value: String) -> String {
    value.utf8.first == 39 && isFormula(value.utf8) ? String(value.dropFirst()) : value
  }

  /// True also of a value that has guards already, so that taking one off is exact.
  /// OWASP's leads, and the full-width forms that Excel reads as the same.
  private static func isFormula(_ value: String.UTF8View) -> Bool {
    let bare = value.drop { $0 == 39 }
    return switch bare.first {
    case 61, 43, 45, 64, 9, 13: true
    case 0xEF: ["＝", "＋", "－", "＠"].contains { bare.starts(with: $0.utf8) }
    default: false
    }
  }
}
