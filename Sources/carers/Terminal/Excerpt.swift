/// A record with the wrong value marked under it, cut to the terminal around the value.
struct Excerpt {
  var text: String
  /// Spaces and carets, in the terminal's columns.
  var carets: String

  init(before: [UInt8], value: [UInt8]?, after: [UInt8], columns: Int) {
    let columns = max(8, columns)
    let before = Visible.glyphs(before)
    let after = Visible.glyphs(Excerpt.withoutLineEnd(after))
    let marked = Visible.fitted(Visible.glyphs(value ?? []), to: columns - 2)
    let room = columns - marked.width
    let start = min(before.width, max(room / 2, room - after.width))
    let head = Excerpt.tail(of: before, columns: start)
    let rest = Visible.fitted(after, to: room - head.width)
    text = head.text + marked.text + rest.text
    carets =
      value == nil
      ? ""
      : String(repeating: " ", count: head.width)
        + String(repeating: "^", count: max(1, marked.width))
  }

  /// The end that fits, with `…` where anything was cut off before it.
  private static func tail(of glyphs: [Visible.Glyph], columns: Int) -> Visible.Glyph {
    let reversed = Visible.fitted(
      glyphs.reversed().map { Visible.Glyph(text: String($0.text.reversed()), width: $0.width) },
      to: columns)
    return Visible.Glyph(text: String(reversed.text.reversed()), width: reversed.width)
  }

  private static func withoutLineEnd(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if bytes.last == 10 { bytes.removeLast() }
    if bytes.last == 13 { bytes.removeLast() }
    return bytes
  }
}
