import Reports

/// A chart on the screen: a small bar for each row, beside its figures, which say the same.
struct FigureBars {
  private let drawing: Drawing
  private let needsLegend: Bool

  init?(_ table: Report.Table) {
    guard let drawing = Drawing(table), drawing.reach > 0 else { return nil }
    self.drawing = drawing
    needsLegend = table.columns.count > 1
  }

  private static let least = 12
  private static let most = 30
  private static let fills = [
    "\u{2588}", "\u{2591}", "\u{2593}", "\u{2592}", "\u{256B}", "\u{2551}",
  ]
  /// One to seven eighths.
  private static let eighths = [
    "", "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}",
  ]

  /// By the rows' places; nil where there is no room.
  func drawn(in room: Int) -> (bars: [Int: String], legend: [String])? {
    let names = drawing.isStacked ? drawing.names : Array(drawing.names.prefix(1))
    let marked = drawing.bars.map { bar in
      bar.figures.prefix(names.count).reduce(0) { $0 + Visible.width(Self.mark($1)) }
    }
    let width = min(room, Self.most) - (marked.max() ?? 0)
    guard width >= Self.least, names.count <= Self.fills.count else { return nil }
    let bars = drawing.bars.map { bar in
      (bar.row, drawing.isStacked ? stack(bar, width) : single(bar, width))
    }
    let legend = zip(Self.fills, names).map { "\($0) \($1)" }.joined(separator: ", ")
    return (
      Dictionary(bars) { first, _ in first }, needsLegend ? ["", legend] : []
    )
  }

  private static func mark(_ figure: Figure) -> String { figure.stand?.text ?? "" }

  /// In eighths of a column: what is not nothing has one at least.
  private func single(_ bar: Drawing.Bar, _ width: Int) -> String {
    guard let figure = bar.figures.first, let length = figure.length else {
      return Self.mark(bar.figures.first ?? .none)
    }
    let eighths = Int((length / drawing.reach * Double(8 * width)).rounded())
    let shown = length > 0 ? max(1, eighths) : 0
    return String(repeating: Self.fills[0], count: shown / 8) + Self.eighths[shown % 8]
  }

  /// Each part ends where the sum of it and those before it does.
  private func stack(_ bar: Drawing.Bar, _ width: Int) -> String {
    var text = ""
    var (sum, end) = (0.0, 0)
    for (figure, fill) in zip(bar.figures, Self.fills) {
      guard let length = figure.length else {
        text += Self.mark(figure)
        continue
      }
      sum += length
      let next = Int((sum / drawing.reach * Double(width)).rounded())
      text += String(repeating: fill, count: next - end)
      end = next
    }
    return text
  }
}
