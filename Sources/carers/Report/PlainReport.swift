import Reports

/// A report as text for people, 80 columns wide or as wide as the terminal.
struct PlainReport {
  let report: Report
  var width = 80
  var style = Style.plain
  /// Small bars beside the tables that have a chart.
  var hasBars = false

  /// Prose is no wider than is read easily.
  private var measure: Int { min(width, 80) }

  var text: String {
    var lines = heading(report.title, "=")
    for line in report.preface { lines += [""] + prose(line) }
    for section in report.sections {
      lines += ["", ""] + heading(section.title, "-")
      for line in section.preface { lines += [""] + prose(line) }
      for table in section.tables { lines += [""] + self.lines(table) }
    }
    if !report.symbols.isEmpty {
      lines += ["", ""] + heading("Symbols", "-") + [""]
      lines += report.symbols.flatMap { prose("\($0.symbol) \($0.meaning)", hanging: 4) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ table: Report.Table) -> [String] {
    prose(table.caption).map(style.bold) + [""]
      + FigureGrid(table, width: width, style: style).lines(hasBars ? FigureBars(table) : nil)
      + (table.note.map { [""] + prose($0) } ?? [])
  }

  private func heading(_ title: String, _ mark: Character) -> [String] {
    let lines = prose(title)
    let widest = lines.map(Visible.width).max() ?? 0
    return lines.map(style.bold) + [String(repeating: mark, count: widest)]
  }

  private func prose(_ text: String, hanging: Int = 0) -> [String] {
    Visible.broken(Visible.line(text), to: measure, hanging: hanging)
  }
}
