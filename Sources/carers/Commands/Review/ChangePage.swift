import YoungCarers

/// What has changed as one HTML file: a chart, and a table that says the same under it.
struct ChangePage {
  let change: Change

  static let headings = [
    "Area", "Scored by", "First", "Last", "What became of it", "When", "Scale",
  ]

  static func cells(_ row: Change.Row) -> [String] {
    [
      row.area.title, row.who,
      row.first.map(String.init) ?? "", row.last.map(String.init) ?? "", row.words, row.days,
      row.scale?.text ?? "not said",
    ]
  }

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
        body += [
          chart(child, id),
          HTMLPage.table(
            "Scores of \(child.name)", Self.headings,
            child.rows.map { HTMLPage.Row(cells: Self.cells($0)) }, labels: 2,
            isWords: [true, true, false, false, true, true, true]),
        ]
      }
      if !child.differences.isEmpty {
        body.append("<h3>Child and parent see it otherwise</h3>")
        body.append(list(child.differences))
      }
      if !child.caring.isEmpty {
        body.append(
          "<h3>What \(change.reader == .child ? "you do" : "\(HTMLPage.escaped(child.name)) does") for others</h3>"
        )
        body.append(list(child.caring))
      }
      if !child.school.isEmpty {
        body.append("<h3>School</h3>")
        body.append(list(child.school))
      }
      body.append("</section>")
    }
    return HTMLPage.page(change.title, body)
  }

  private func list(_ lines: [String]) -> String {
    "<ul>\(lines.map { "<li>\(HTMLPage.escaped($0))</li>" }.joined())</ul>"
  }

  /// A line from the first score, a ring, to the last, a disc: shapes and words say it, not colour.
  private func chart(_ child: Change.Child, _ id: String) -> String {
    let pairs = child.rows.compactMap { row in row.pair.map { (row, $0) } }
    guard !pairs.isEmpty else { return "" }
    let (left, right, step) = (240, 680, 28)
    let areas = Set(pairs.map(\.0.area)).count
    let height = (pairs.count + areas) * step + 56
    func x(_ score: Int, _ scale: Scale) -> Int {
      let reach = max(1, scale.range.upperBound - scale.range.lowerBound)
      return left + (score - scale.range.lowerBound) * (right - left) / reach
    }
    let scales = pairs.map(\.1.scale)
    let one = scales.allSatisfy { $0 == scales[0] } ? scales[0] : nil
    let low = one.map { "\($0.range.lowerBound) \($0.lowestWords)" } ?? "low"
    let high = one.map { "\($0.range.upperBound) \($0.highestWords)" } ?? "high: better"
    var y = 16
    var marks: [String] = []
    for (place, (row, pair)) in pairs.enumerated() {
      // The area stands once, above those who scored it: long names have room.
      if place == 0 || pairs[place - 1].0.area != row.area {
        y += step
        let title = HTMLPage.escaped(row.area.title)
        marks.append("<text x=\"0\" y=\"\(y + 5)\" font-weight=\"bold\">\(title)</text>")
      }
      y += step
      let (first, last) = (x(pair.first, pair.scale), x(pair.last, pair.scale))
      marks.append(
        """
        <text x="16" y="\(y + 5)">\(HTMLPage.escaped(Visible.fitted(row.who, to: 28)))</text>\
        <line x1="\(left)" y1="\(y)" x2="\(right)" y2="\(y)" stroke="#767676"/>\
        <line x1="\(first)" y1="\(y)" x2="\(last)" y2="\(y)" stroke="#000" stroke-width="4"/>\
        <circle cx="\(first)" cy="\(y)" r="8" fill="#fff" stroke="#000" stroke-width="3"/>\
        <circle cx="\(last)" cy="\(y)" r="6" fill="#000"/>
        """)
    }
    return """
      <svg role="img" aria-labelledby="\(id)-chart" viewBox="0 0 700 \(height)" font-size="14" \
      font-family="Arial, Helvetica, sans-serif">
      <title id="\(id)-chart">First and last scores of \(HTMLPage.escaped(child.name)); the table below says the same</title>
      <text x="\(left)" y="14">\(HTMLPage.escaped(low))</text><text x="\(right)" y="14" text-anchor="end">\(HTMLPage.escaped(high))</text>
      \(marks.joined(separator: "\n"))
      <text x="\(left)" y="\(height - 4)">ring: first; disc: last</text>
      </svg>
      """
  }
}
