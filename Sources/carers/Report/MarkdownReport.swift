import Reports

/// A report as GitHub's Markdown.
struct MarkdownReport {
  let report: Report

  var text: String {
    var blocks = ["# \(Markdown.escaped(report.title))"] + report.preface.map(Markdown.paragraph)
    for section in report.sections {
      blocks.append("## \(Markdown.escaped(section.title))")
      blocks += section.preface.map(Markdown.paragraph)
      for table in section.tables {
        blocks += ["### \(Markdown.escaped(table.caption))", rows(table)]
        if let note = table.note { blocks.append(Markdown.paragraph(note)) }
      }
    }
    if !report.symbols.isEmpty {
      blocks += ["## Symbols"]
      blocks += [
        report.symbols.map {
          "- \(Markdown.escaped($0.symbol)) \(Markdown.escaped($0.meaning))"
        }.joined(separator: "\n")
      ]
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Totals are bold.
  private func rows(_ table: Report.Table) -> String {
    let heads = table.headings.map(Markdown.cell)
    let rules = table.isWords.map { $0 ? "---" : "---:" }
    let rows = zip(table.rows, table.texts).map { row, texts in
      texts.map { text in
        row.isTotal && !text.isEmpty ? "**\(Markdown.cell(text))**" : Markdown.cell(text)
      }
    }
    return ([heads, rules] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
