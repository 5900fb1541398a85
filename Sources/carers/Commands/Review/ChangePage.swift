import YoungCarers

/// What has changed as one HTML file: a chart, and a table that says the same under it.
struct ChangePage {
  let change: Change

  var html: String {
    var body = change.preface.map { "<p>\(HTMLPage.escaped($0))</p>" }
    for (place, child) in change.children.enumerated() {
      let id = "child-\(place + 1)"
      body.append("<section aria-labelledby=\"\(id)\">")
      body.append("<h2 id=\"\(id)\">\(HTMLPage.escaped(child.name))</h2>")
      body += child.notes.map { "<p>\(HTMLPage.escaped($0))</p>" }
      if child.rows.isEmpty {
        body.append("<p>Nothing is scored that may be shown here.</p>")
      } else {
        let table = ChangeTable(child)
        body += [
          chart(child, id),
          HTMLPage.table(
            "Scores of \(child.name)\(table.about)", table.headings,
            table.rows.map { HTMLPage.Row(cells: $0) }, labels: 2,
            isWords: [true, true, false, false, true, true, true]),
        ]
      }
      for (title, lines) in change.lists(child) where !lines.isEmpty {
        body += ["<h3>\(HTMLPage.escaped(title))</h3>", list(lines)]
      }
      body.append("</section>")
    }
    return HTMLPage.page(change.title, body)
  }

  private func list(_ lines: [String]) -> String {
    "<ul>\(lines.map { "<li>\(HTMLPage.escaped($0))</li>" }.joined())</ul>"
  }

  /// A line from the first score, a ring, to the last, a disc: shapes and words say it, not colour. It is
  /// no wider than a telephone shows so that its words can be read, and no higher than a printed page.
  private func chart(_ child: Change.Child, _ id: String) -> String {
    let pairs = child.rows.compactMap { row in row.pair.map { (row, $0) } }
    guard !pairs.isEmpty else { return "" }
    let (left, right, step) = (170, 430, 21)
    func x(_ score: Int, _ scale: Scale) -> Int {
      let reach = max(1, scale.range.upperBound - scale.range.lowerBound)
      return left + (score - scale.range.lowerBound) * (right - left) / reach
    }
    let scales = pairs.map(\.1.scale)
    let one = scales.allSatisfy { $0 == scales[0] } ? scales[0] : nil
    let low = one.map { "\($0.range.lowerBound) \($0.lowestWords)" } ?? "low"
    let high = one.map { "\($0.range.upperBound) \($0.highestWords)" } ?? "high: better"
    // A line each: a service's own words may be long.
    var marks = [
      text(right, 12, high, "text-anchor=\"end\""), text(left, 28, low),
    ]
    var y = 24
    for (place, (row, pair)) in pairs.enumerated() {
      // The area stands once, above those who scored it: long names have room.
      if place == 0 || pairs[place - 1].0.area != row.area {
        y += step
        marks.append(text(0, y + 5, row.area.title, "font-weight=\"bold\""))
      }
      y += step
      let (first, last) = (x(pair.first, pair.scale), x(pair.last, pair.scale))
      marks.append(
        """
        \(text(12, y + 5, Visible.fitted(row.who, to: 21)))\
        <line x1="\(left)" y1="\(y)" x2="\(right)" y2="\(y)" stroke="#767676"/>\
        <line x1="\(first)" y1="\(y)" x2="\(last)" y2="\(y)" stroke="#000" stroke-width="4"/>\
        <circle cx="\(first)" cy="\(y)" r="8" fill="#fff" stroke="#000" stroke-width="3"/>\
        <circle cx="\(last)" cy="\(y)" r="6" fill="#000"/>
        """)
    }
    marks.append(text(left, y + 30, "ring: first; disc: last"))
    let title =
      "First and last scores of \(HTMLPage.escaped(child.name)); the table below says the same"
    return """
      <svg role="img" aria-labelledby="\(id)-chart" viewBox="0 0 440 \(y + 36)" font-size="14" \
      font-family="Arial, Helvetica, sans-serif" style="max-width: 28rem">
      <title id="\(id)-chart">\(title)</title>
      \(marks.joined(separator: "\n"))
      </svg>
      """
  }

  private func text(_ x: Int, _ y: Int, _ words: String, _ look: String = "") -> String {
    "<text x=\"\(x)\" y=\"\(y)\"\(look.isEmpty ? "" : " ")\(look)>\(HTMLPage.escaped(words))</text>"
  }
}
