import Reports
import YoungCarers

/// A table's chart as SVG: bars that begin at nothing on one line. Places across are parts of the
/// width and places down follow the letters, so that it is read on a telephone as on a sheet.
struct ReportChart {
  private let drawing: Drawing
  private let caption: String
  private let id: String

  /// More bars than a page of paper holds are no picture.
  private static let most = 20

  /// `id` begins the ids of its parts; that itself is its heading's.
  init?(_ table: Report.Table, id: String) {
    guard let drawing = Drawing(table), drawing.bars.count <= Self.most else { return nil }
    self.drawing = drawing
    caption = table.caption
    self.id = id
  }

  /// With its heading, and the names of its fills where there are several.
  var html: String {
    let svg = svg
    return """
      <figure>
      <figcaption><h3 id="\(id)">\(HTMLPage.escaped(caption))</h3></figcaption>
      \(drawing.names.count > 1 ? legend : "")\(svg)
      </figure>
      """
  }

  private var legend: String {
    let items = drawing.names.enumerated().map { place, name in
      "<li><svg aria-hidden=\"true\">\(rect(0, 100, top: 0, height: 1.1, Fill(place)))</svg>"
        + "\(HTMLPage.escaped(name))</li>"
    }
    return "<ul class=\"legend\">\(items.joined())</ul>\n"
  }

  var svg: String {
    var top = 0.0
    var marks: [String] = []
    for bar in drawing.bars {
      marks += labels(bar, &top)
      marks += drawing.isStacked ? [stack(bar, &top)] : singles(bar, &top)
      top += 0.9
    }
    let patterns = drawing.names.indices.compactMap { Fill($0).pattern(id) }
    let others = drawing.hasGaps ? " What is not shown has a broken outline." : ""
    return """
      <svg role="img" aria-labelledby="\(id)-title \(id)-about" width="100%" \
      height="\(Self.number(top))em" font-family="Arial, Helvetica, sans-serif">
      <title id="\(id)-title">\(HTMLPage.escaped(caption))</title>
      <desc id="\(id)-about">Bars from nothing: \
      \(HTMLPage.escaped(drawing.names.joined(separator: ", "))). The table below says the same.\
      \(others)</desc>
      <defs>\(patterns.joined())</defs>
      \(marks.joined(separator: "\n"))
      </svg>
      """
  }

  /// Characters of a line that a telephone has room for.
  private static let measure = 36
  /// A character's part of a telephone's width, and of a mark's outline with what stands in it.
  private static let character = 3.0
  private static let outline = 9.0

  private func labels(_ bar: Drawing.Bar, _ top: inout Double) -> [String] {
    let text = Visible.line(bar.labels.filter { !$0.isEmpty }.joined(separator: ", "))
    return Visible.broken(text, to: Self.measure).map { line in
      top += 1.3
      return "<text x=\"0\" y=\"\(Self.number(top - 0.3))em\">\(HTMLPage.escaped(line))</text>"
    }
  }

  /// A bar of its own for each figure, and the figure behind it.
  private func singles(_ bar: Drawing.Bar, _ top: inout Double) -> [String] {
    let longest = drawing.bars.flatMap(\.figures).map { $0.text.count }.max() ?? 0
    let room = max(30, 98 - Self.character * Double(longest))
    return bar.figures.enumerated().map { place, figure in
      defer { top += 1.35 }
      if figure.isGap { return outlined(0, figure, top: top) + baseline(top) }
      let end = (figure.length ?? 0) / max(1, drawing.reach) * room
      let shape = rect(0, end, top: top, height: 1.2, Fill(place))
      let beside = """
        <text x="\(Self.number(end))%" dx=".4em" y="\(Self.number(top + 0.95))em" \
        font-weight="bold">\(HTMLPage.escaped(figure.text))</text>
        """
      return shape + beside + baseline(top)
    }
  }

  /// The figures one after another, each in its part where it has room there.
  private func stack(_ bar: Drawing.Bar, _ top: inout Double) -> String {
    defer { top += 1.6 }
    let outlines = drawing.bars.map { $0.figures.filter(\.isGap).count }.max() ?? 0
    let room = max(30, 100 - Self.outline * Double(outlines))
    var (left, text) = (0.0, "")
    for (place, figure) in bar.figures.enumerated() {
      if figure.isGap {
        text += outlined(left, figure, top: top)
        left += Self.outline
      } else if let length = figure.length, length > 0 {
        let width = length / max(1, drawing.reach) * room
        text += rect(left, width, top: top, height: 1.5, Fill(place))
        if width >= Self.character * Double(figure.text.count) + 2 {
          text += inside(left + width / 2, figure, top: top, Fill(place))
        }
        left += width
      }
    }
    return text + baseline(top)
  }

  private func inside(_ middle: Double, _ figure: Figure, top: Double, _ fill: Fill) -> String {
    """
    <text x="\(Self.number(middle))%" y="\(Self.number(top + 1.1))em" text-anchor="middle" \
    fill="\(fill.ink)" stroke="\(fill.colour)" stroke-width="5" paint-order="stroke" \
    font-weight="bold">\(HTMLPage.escaped(figure.text))</text>
    """
  }

  /// A gap in which the mark stands: as long as the mark needs, whatever is not shown.
  private func outlined(_ left: Double, _ figure: Figure, top: Double) -> String {
    """
    <rect x="\(Self.number(left))%" y="\(Self.number(top + 0.1))em" \
    width="\(Self.number(Self.outline))%" height="1.2em" fill="#fff" stroke="#3d3d3d" \
    stroke-width="1.5" stroke-dasharray="4 3"/>\
    <text x="\(Self.number(left + Self.outline / 2))%" y="\(Self.number(top + 1))em" \
    text-anchor="middle">\(HTMLPage.escaped(figure.text))</text>
    """
  }

  private func rect(_ left: Double, _ width: Double, top: Double, height: Double, _ fill: Fill)
    -> String
  {
    """
    <rect x="\(Self.number(left))%" y="\(Self.number(top))em" width="\(Self.number(width))%" \
    height="\(Self.number(height))em" fill="\(fill.paint(id))" stroke="#fff" stroke-width="2"/>
    """
  }

  private func baseline(_ top: Double) -> String {
    """
    <line x1="0" x2="0" y1="\(Self.number(top - 0.1))em" y2="\(Self.number(top + 1.6))em" \
    stroke="#000" stroke-width="2"/>
    """
  }

  /// Three decimals at most, and none that say nothing.
  static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(String(rest + 1000).dropFirst().reversed().drop { $0 == "0" }.reversed())
    return (thousandths < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }
}
