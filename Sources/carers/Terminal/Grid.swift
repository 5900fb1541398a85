/// Rows and columns of text for people. It fits the terminal: the widest columns give way first, then
/// those of the lowest priority go, and what went is said below.
struct Grid {
  enum Alignment { case left, right }

  struct Heading {
    var title: String
    var alignment = Alignment.left
    /// The columns of the screen it is never made narrower than, unless its text is.
    var minimum = 6
    /// The lowest goes first.
    var priority = 1
    /// Whether a text that has no room goes on below, and is not shortened.
    var wraps = false
  }

  var headings: [Heading]
  var rows: [[String]] = []

  private static let gap = 2

  /// Without a width, as wide as it is.
  func text(width: Int? = nil, style: Style = .plain) -> String {
    let shown = rows.map { $0.map(Visible.line) }
    let natural = headings.indices.map { column in
      shown.reduce(Visible.width(headings[column].title)) {
        column < $1.count ? max($0, Visible.width($1[column])) : $0
      }
    }
    let (kept, widths) = fit(natural, in: width)
    func line(_ cells: [String]) -> String {
      let padded = zip(kept, widths).map { column, width in
        pad(column < cells.count ? cells[column] : "", to: width, headings[column].alignment)
      }
      return Visible.trimmed(padded.joined(separator: String(repeating: " ", count: Grid.gap)))
    }
    func lines(_ cells: [String]) -> [String] {
      var parts = cells.map { [$0] }
      for (column, width) in zip(kept, widths) where headings[column].wraps {
        if column < cells.count { parts[column] = Visible.wrapped(cells[column], to: width) }
      }
      let height = parts.map(\.count).max() ?? 1
      return (0..<height).map { place in line(parts.map { place < $0.count ? $0[place] : "" }) }
    }
    var text = [style.bold(line(headings.map(\.title)))] + shown.flatMap(lines)
    let gone = headings.indices.filter { !kept.contains($0) }.map { headings[$0].title }
    if !gone.isEmpty { text.append("(no room for: \(gone.joined(separator: ", ")))") }
    return text.map { $0 + "\n" }.joined()
  }

  /// A pipe table, as GitHub reads it.
  func markdown() -> String {
    let rules = headings.map { $0.alignment == .right ? "---:" : "---" }
    return ([headings.map { Markdown.cell($0.title) }, rules] + rows.map { $0.map(Markdown.cell) })
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// Which columns stay, and how wide each may be.
  private func fit(_ natural: [Int], in limit: Int?) -> (kept: [Int], widths: [Int]) {
    var kept = Array(headings.indices)
    guard let limit else { return (kept, natural) }
    let minimum = headings.indices.map { min(natural[$0], max(1, headings[$0].minimum)) }
    func least() -> Int {
      kept.reduce(Grid.gap * (kept.count - 1)) { $0 + minimum[$1] }
    }
    while kept.count > 1, least() > limit,
      let lowest = kept.reversed().min(by: { headings[$0].priority < headings[$1].priority })
    {
      kept.removeAll { $0 == lowest }
    }
    var widths = natural
    var excess = kept.reduce(Grid.gap * (kept.count - 1) - limit) { $0 + natural[$1] }
    while excess > 0,
      let widest = kept.filter({ widths[$0] > minimum[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
      excess -= 1
    }
    return (kept, kept.map { widths[$0] })
  }

  private func pad(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let text = Visible.fitted(text, to: width)
    let space = String(repeating: " ", count: max(0, width - Visible.width(text)))
    return alignment == .left ? text + space : space + text
  }
}
