/// Text made safe for a terminal and counted in its columns: what would act on the terminal, or
/// deceive who reads it, is shown by name instead.
enum Visible {
  /// One mark on the screen, and how many columns it takes.
  struct Glyph: Equatable {
    var text: String
    var width: Int
  }

  /// One line, whatever the text holds: line feeds become ⏎, tabs ⇥, other controls `\x1b` or
  /// `<U+202E>`.
  static func line(_ text: String) -> String {
    isPlain(text) ? text : text.map(shown).joined()
  }

  /// The same, with line feeds kept.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { line(String($0)) }.joined(separator: "\n")
  }

  /// In columns, of text that is already visible.
  static func width(_ text: String) -> Int {
    isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
  }

  /// The beginning that fits, with `…` where anything was cut off.
  static func fitted(_ text: String, to columns: Int) -> String {
    if text.utf8.count <= columns || width(text) <= columns { return text }
    return fitted(text.map { Glyph(text: String($0), width: width(of: $0)) }, to: columns).text
  }

  static func fitted(_ glyphs: [Glyph], to columns: Int) -> Glyph {
    if glyphs.width <= columns { return glyphs.joined }
    guard columns > 0 else { return Glyph(text: "", width: 0) }
    var kept = Glyph(text: "", width: 0)
    for glyph in glyphs {
      guard kept.width + glyph.width < columns else { break }
      kept.text += glyph.text
      kept.width += glyph.width
    }
    return Glyph(text: kept.text + "…", width: kept.width + 1)
  }

  /// Bytes as they came; those that are not UTF-8 are shown as `\xeb`.
  static func glyphs(_ bytes: [UInt8]) -> [Glyph] {
    if let text = String(validating: bytes, as: UTF8.self) { return glyphs(text) }
    var glyphs: [Glyph] = []
    var pending = String.UnicodeScalarView()
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    parsing: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        pending.append(UTF8.decode(encoded))
        place += encoded.count
      case .error(let length):
        glyphs += Visible.glyphs(String(pending))
        pending.removeAll()
        glyphs += bytes[place..<place + length].map { Glyph(text: hexadecimal($0), width: 4) }
        place += length
      case .emptyInput: break parsing
      }
    }
    return glyphs + Visible.glyphs(String(pending))
  }

  private static func glyphs(_ text: String) -> [Glyph] {
    text.map { character in
      let text = shown(character)
      return Glyph(text: text, width: width(text))
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 32 && $0 < 127 }
  }

  private static func shown(_ character: Character) -> String {
    if character == "\r\n" { return "⏎" }
    let scalars = character.unicodeScalars
    guard scalars.contains(where: { isHidden($0, in: scalars) }) else { return String(character) }
    return scalars.map { isHidden($0, in: scalars) ? name($0) : String($0) }.joined()
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "⏎"
    case "\t": "⇥"
    case _ where scalar.value < 128: hexadecimal(UInt8(scalar.value))
    default:
      "<U+" + String(repeating: "0", count: max(0, 4 - hex(scalar.value).count))
        + hex(scalar.value) + ">"
    }
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
  }

  /// Controls, direction overrides and what else has no mark of its own. Joiners belong to some
  /// scripts, direction marks to names in others, and tags to the flags of England, Scotland, Wales.
  private static func isHidden(
    _ scalar: Unicode.Scalar, in cluster: String.UnicodeScalarView
  ) -> Bool {
    switch scalar.value {
    case 32..<127, 0xA0..<0xAD: false
    case 0x200C...0x200F: false
    case 0xE0020...0xE007F: cluster.first?.value != 0x1F3F4
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

extension [Visible.Glyph] {
  var width: Int { reduce(0) { $0 + $1.width } }

  var joined: Visible.Glyph { Visible.Glyph(text: map(\.text).joined(), width: width) }
}

extension Visible {
  /// A line broken at blanks, so that each is no wider; a longer word has a line of its own.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if Visible.width(last) + 1 + Visible.width(String(word)) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
