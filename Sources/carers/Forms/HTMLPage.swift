/// A page as one HTML file: no script, nothing from elsewhere.
enum HTMLPage {
  /// `style` is what a page has beside what all have; that of figures unless another is given.
  static func page(_ title: String, _ body: [String], style own: String = figures, points: Int = 14)
    -> String
  {
    let head = [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"robots\" content=\"noindex\">", "<title>\(escaped(title))</title>",
      "<style>\nhtml { font-size: \(points)pt; }\n\(common)\n\(own)\n</style>", "</head>",
      "<body>", "<main>", "<h1>\(escaped(title))</h1>",
    ]
    return (head + body + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  struct Row {
    var cells: [String]
    var isTotal = false
  }

  /// A table with its caption, which is a heading where it is given an id for one. The first `labels`
  /// cells of a row say what it is about; `isWords` says which columns are not figures. `region` tells
  /// it from others with the same caption.
  static func table(
    _ caption: String, _ headings: [String], _ rows: [Row], labels: Int = 1, isWords: [Bool],
    heading id: String? = nil, region: String? = nil
  ) -> String {
    func side(_ place: Int, isLong: Bool = false) -> String {
      let isNumber = place < isWords.count && !isWords[place]
      return isNumber ? " class=\"n\(isLong ? " l" : "")\"" : ""
    }
    let head = headings.enumerated().map { place, heading in
      // Over narrow numbers a heading of many words would be a tower.
      heading.isEmpty
        ? "<td></td>"
        : "<th scope=\"col\"\(side(place, isLong: heading.count > 24))>\(escaped(heading))</th>"
    }.joined()
    let body = rows.map { row in
      let cells = row.cells.enumerated().dropFirst(labels).map { place, cell in
        "<td\(side(place))>\(escaped(cell))</td>"
      }
      return
        "<tr\(row.isTotal ? " class=\"total\"" : "")>\(heads(row.cells.prefix(labels)))\(cells.joined())</tr>"
    }
    let title =
      id.map { "<h3 id=\"\($0)\">\(escaped(caption))</h3>" } ?? "<div>\(escaped(caption))</div>"
    return """
      <div class="wide\(rows.count > 20 ? " long" : "")" tabindex="0" role="region" aria-label="\(escaped(region ?? caption))"><table>
      <caption>\(title)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  /// What a row is about; where the last say nothing, as those of a total, the one before goes on.
  private static func heads(_ cells: ArraySlice<String>) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? cells.startIndex
    return cells.prefix(through: last).enumerated().map { place, cell in
      let wide = place == last ? cells.count - place : 1
      let span = wide > 1 ? " colspan=\"\(wide)\"" : ""
      return "<th scope=\"row\"\(span)>\(escaped(cell))</th>"
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    Visible.lines(text).map { character in
      switch character {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      case "\n": "<br>"
      default: String(character)
      }
    }.joined()
  }

  private static let common = """
    body { font-family: Arial, Helvetica, sans-serif; line-height: 1.5; color: #000; \
    background: #fff; }
    h1 { font-size: 1.6rem; line-height: 1.2; }
    h2 { font-size: 1.25rem; line-height: 1.3; border-top: 3px solid #000; padding-top: .5rem; \
    margin-top: 2rem; break-after: avoid; }
    :focus-visible { outline: 4px solid #1d4ed8; outline-offset: 2px; }
    @page { size: A4; margin: 18mm; }
    """

  private static let figures = """
    body { margin: 1.5rem; }
    main { max-width: 60rem; margin: 0 auto; }
    h1 { font-size: 1.9rem; margin: 0 0 1.5rem; }
    h2 { font-size: 1.4rem; border-top: 2px solid #1d3f72; padding-top: 1rem; margin-top: 3.5rem; }
    h3 { font-size: 1.05rem; line-height: 1.3; break-after: avoid; }
    p, li, dd { max-width: 42rem; }
    nav h2 { font-size: 1.05rem; border: 0; padding: 0; margin: 2rem 0 .5rem; }
    nav ol { margin: 0; padding-left: 1.4rem; }
    a { color: #1a4a8a; }
    .lead { border-left: 6px solid #1d3f72; padding: .4rem 0 .4rem 1rem; }
    .figures { margin: 2.5rem 0; }
    .figures h3 { margin: 0; }
    .figures table { font-size: .85rem; line-height: 1.35; }
    .wide { overflow-x: auto; position: relative; margin: 1rem 0; }
    table { border-collapse: collapse; }
    caption { text-align: left; font-weight: bold; padding-bottom: .6rem; }
    caption > * { position: sticky; left: 0; width: fit-content; max-width: calc(100vw - 3rem); }
    th, td { border-bottom: 1px solid #b1b4b6; padding: .45rem 1rem .45rem 0; text-align: left; \
    vertical-align: top; }
    th:last-child, td:last-child { padding-right: .25rem; }
    .l { min-width: 8rem; }
    thead th, thead td { border-bottom: 2px solid #000; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    tbody th:first-child, tbody td:not(.n) { min-width: 8rem; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    td.n { white-space: nowrap; }
    tr.total th, tr.total td { font-weight: bold; border-top: 1px solid #000; \
    border-bottom-color: #000; }
    .note { font-size: .85rem; color: #3d4549; }
    figure { margin: 0 0 2rem; }
    svg { display: block; width: 100%; max-width: 44rem; margin: 1rem 0; }
    svg[viewBox] { height: auto; }
    figure svg { font-size: .8rem; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin: .8rem 0; \
    padding: 0; font-size: .85rem; }
    .legend li { display: flex; align-items: center; gap: .5rem; }
    .legend svg { width: 1.4em; height: 1.1em; margin: 0; flex: none; }
    dl > div { display: flex; gap: 1rem; margin: .5rem 0; }
    dt { font-weight: bold; min-width: 3rem; }
    dd { margin: 0; }
    @media screen and (max-width: 40rem) { body { margin: 1rem; } h1 { font-size: 1.5rem; } \
    h2 { font-size: 1.25rem; margin-top: 2.5rem; } th, td { padding-right: .5rem; } \
    tr > :first-child { position: sticky; left: 0; \
    background: #fff; } }
    @media print { html { font-size: 11pt; } body { margin: 0; } main { max-width: none; } \
    .wide { overflow: visible; } .wide:not(.long), tr, figure { break-inside: avoid; } \
    .long tbody tr:nth-child(-n+2), .long tbody tr:last-child { break-before: avoid; } \
    .note { break-before: avoid; } a { color: #000; } }
    """
}
