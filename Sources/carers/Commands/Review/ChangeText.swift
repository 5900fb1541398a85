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
      lines += list("Child and parent see it otherwise", child.differences)
      let whose = change.reader == .child ? "you do" : "\(child.name) does"
      lines += list("What \(whose) for others", child.caring)
      lines += list("School", child.school)
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
      text += Grid(
        headings: ChangePage.headings.map { Grid.Heading(title: $0) },
        rows: child.rows.map(ChangePage.cells)
      ).markdown()
      if !child.differences.isEmpty {
        text += "\nChild and parent see it otherwise:\n\n"
        text += child.differences.map { "- \(Markdown.escaped($0))\n" }.joined()
      }
      for lines in [child.caring, child.school] where !lines.isEmpty {
        text += "\n" + lines.map { "- \(Markdown.escaped($0))\n" }.joined()
      }
    }
    return text
  }
}
