/// Text as lines of at most 76 characters of ASCII (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The line end behind the last is not the text's: where the text has one, the last line is empty.
  static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .flatMap { folded($0.last == 13 ? $0.dropLast() : $0) }
  }

  static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [61, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func folded(_ line: Substring.UTF8View) -> [String] {
    var lines: [[UInt8]] = [[]]
    let bytes = Array(line)
    for (place, byte) in bytes.enumerated() {
      let isFirst = lines[lines.count - 1].isEmpty
      let isLast = place == bytes.count - 1
      // A dot that begins a line ends the message for some programs, and "From " for others.
      let mustEscape =
        byte == 61 || byte > 126 || (byte < 32 && byte != 9)
        || (isLast && (byte == 32 || byte == 9)) || (isFirst && (byte == 46 || byte == 70))
      let encoded = mustEscape ? escaped(byte) : [byte]
      if lines[lines.count - 1].count + encoded.count > (isLast ? 76 : 75) {
        lines[lines.count - 1].append(61)
        lines.append([])
        lines[lines.count - 1] += byte == 46 || byte == 70 ? escaped(byte) : encoded
      } else {
        lines[lines.count - 1] += encoded
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}
