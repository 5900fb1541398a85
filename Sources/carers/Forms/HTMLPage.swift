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

  /// A table with its caption; the first `labels` cells of a row are its headings.
  static func table(
    _ caption: String, _ headings: [String], _ rows: [[String]], labels: Int = 1
  ) -> String {
    let head = headings.map {
      $0.isEmpty ? "<td></td>" : "<th scope=\"col\">\(escaped($0))</th>"
    }.joined()
    let body = rows.map { row in
      let cells = row.enumerated().map { place, cell in
        place < labels
          ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td>\(escaped(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <div class="wide" tabindex="0" role="region" aria-label="\(escaped(caption))"><table>
      <caption>\(escaped(caption))</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
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
    p, li { max-width: 42rem; }
    .wide { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; }
    caption { text-align: left; font-weight: bold; padding-bottom: .25rem; }
    th, td { border: 1px solid #000; padding: .25rem .5rem; text-align: left; \
    vertical-align: top; }
    svg { display: block; width: 100%; max-width: 44rem; height: auto; margin: 1rem 0; }
    @media print { body { margin: 0; font-size: 11pt; } main { max-width: none; } \
    tr, svg { break-inside: avoid; } }
    """
}
