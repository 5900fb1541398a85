/// How one of several figures is drawn: a colour and a pattern, so that colour never says it alone.
/// Neighbours differ threefold in contrast, as each does from white (WCAG 2.2, 1.4.1 and 1.4.11). None
/// is the red or the green of a judgement (practice P41).
struct Fill {
  let colour: String
  /// Readable on the colour.
  let ink: String
  private let number: Int

  private static let colours = [
    (colour: "#12436d", ink: "#fff"), ("#28a197", "#000"), ("#801650", "#fff"),
    ("#a285d1", "#000"), ("#3d3d3d", "#fff"), ("#d4711c", "#000"),
  ]

  /// Lines and dots in white over the colour; the first has none.
  private static let patterns = [
    "", "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
    "<circle cx=\"4\" cy=\"4\" r=\"1.6\" fill=\"#fff\"/>",
    "<path d=\"M4 0V8\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
    "<path d=\"M4 0V8M0 4H8\" stroke=\"#fff\" stroke-width=\"1\"/>",
    "<path d=\"M0 4H8\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
  ]

  static var count: Int { colours.count }

  /// The fills begin anew after the last.
  init(_ place: Int) {
    number = place % Self.colours.count
    (colour, ink) = Self.colours[number]
  }

  /// What `fill` is, where the pattern's id begins so.
  func paint(_ id: String) -> String {
    Self.patterns[number].isEmpty ? colour : "url(#\(id)-fill-\(number))"
  }

  func pattern(_ id: String) -> String? {
    let shapes = Self.patterns[number]
    guard !shapes.isEmpty else { return nil }
    return """
      <pattern id="\(id)-fill-\(number)" width="8" height="8" patternUnits="userSpaceOnUse">\
      <rect width="8" height="8" fill="\(colour)"/>\(shapes)</pattern>
      """
  }
}
