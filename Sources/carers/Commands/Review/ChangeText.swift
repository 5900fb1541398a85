import YoungCarers

/// What has changed as text, 80 columns wide: numbers and words, and a small chart beside them.
struct ChangeText {
  let change: Change
  private static let width = 80

  var text: String {
    var lines = [change.title, String(repeating: "=", count: Visible.width(change.title)), ""]
    for line in change.preface { lines += Visible.wrapped(line, to: Self.width) }
    for child in change.children {
      let name = change.isForWorkers ? "\(child.name)  \(child.id.text)" : child.name
      lines += ["", name, String(repeating: "-", count: Visible.width(name))]
      for note in child.notes { lines += Visible.wrapped(note, to: Self.width) }
      if child.rows.isEmpty { lines.append("Nothing is scored that may be shown here.") }
      lines += chart(child)
      for (title, said) in change.lists(child) { lines += list(title, said) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func list(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    return ["", title]
      + lines.flatMap { line in
        Visible.wrapped(line, to: Self.width - 4).enumerated().map {
          ($0.offset == 0 ? "  " : "    ") + $0.element
        }
      }
  }

  private func chart(_ child: Change.Child) -> [String] {
    var lines: [String] = []
    var scale: Scale?
    for area in Area.allCases {
      let rows = child.rows.filter { $0.area == area }
      guard !rows.isEmpty else { continue }
      for row in rows where row.scale != nil && row.scale != scale {
        scale = row.scale
        lines += [""] + (row.scale.map { ["From \($0.text); \u{25CB} first, \u{25CF} last"] } ?? [])
      }
      lines.append(area.title)
      lines += rows.map(line)
    }
    return lines
  }

  private func line(_ row: Change.Row) -> String {
    let who = padded(row.who, 28)
    let numbers = [row.first, row.last].map { $0.map(String.init) ?? "-" }
    let move = padded("\(numbers[0]) \u{2192} \(numbers[1])", 9)
    guard let pair = row.pair else { return "  \(who)\(move)\(row.words)" }
    return "  \(who)\(move)\(padded(row.words, 19))\(Self.track(pair))"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let fitted = Visible.fitted(Visible.line(text), to: width - 1)
    return fitted + String(repeating: " ", count: max(0, width - Visible.width(fitted)))
  }

  /// `··○━━━●··`: a place for each score, or for several where the scale is long.
  static func track(_ pair: Distance.Pair) -> String {
    let range = pair.scale.range
    let places = min(range.count, 21)
    func place(_ score: Int) -> Int {
      (score - range.lowerBound) * (places - 1) / max(1, range.upperBound - range.lowerBound)
    }
    let (first, last) = (place(pair.first), place(pair.last))
    return (0..<places).map { at in
      if at == last { return "\u{25CF}" }
      if at == first { return "\u{25CB}" }
      return (min(first, last)...max(first, last)).contains(at) ? "\u{2501}" : "\u{00B7}"
    }.joined()
  }

  var markdown: String {
    var text = "# \(Markdown.escaped(change.title))\n\n\(change.preface.joined(separator: "\n"))\n"
    for child in change.children {
      text += "\n## \(Markdown.escaped(child.name))\n\n"
      text += child.notes.map { $0 + "\n\n" }.joined()
      let table = ChangeTable(child)
      text += table.about.isEmpty ? "" : "Scores\(Markdown.escaped(table.about))\n\n"
      text += Grid(
        headings: table.headings.map { Grid.Heading(title: $0) }, rows: table.rows
      ).markdown()
      for (title, lines) in change.lists(child) where !lines.isEmpty {
        text += "\n\(Markdown.escaped(title)):\n\n"
        text += lines.map { "- \(Markdown.escaped($0))\n" }.joined()
      }
    }
    return text
  }
}
