import Reports

/// A report as one HTML file: a table under every chart, and what its symbols mean.
struct ReportPage {
  let report: Report
  /// Mail programs draw none.
  var hasCharts = true

  /// A report of fewer sections needs no list of them.
  private static let listed = 3

  var html: String {
    var body = report.preface.enumerated().map { place, line in
      "<p\(place == 0 ? " class=\"lead\"" : "")>\(HTMLPage.escaped(line))</p>"
    }
    if report.sections.count >= Self.listed { body.append(contents) }
    var number = 0
    for (place, section) in report.sections.enumerated() {
      body.append("<section aria-labelledby=\"part-\(place + 1)\">")
      body.append("<h2 id=\"part-\(place + 1)\">\(HTMLPage.escaped(section.title))</h2>")
      body += section.preface.map(paragraph)
      for table in section.tables {
        number += 1
        body += lines(table, number, in: section)
      }
      body.append("</section>")
    }
    return HTMLPage.page(report.title, body + symbols)
  }

  private func paragraph(_ text: String) -> String { "<p>\(HTMLPage.escaped(text))</p>" }

  private var contents: String {
    let items = report.sections.enumerated().map { place, section in
      "<li><a href=\"#part-\(place + 1)\">\(HTMLPage.escaped(section.title))</a></li>"
    }
    return "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Contents</h2>\n"
      + "<ol>\n\(items.joined(separator: "\n"))\n</ol></nav>"
  }

  private func lines(_ table: Report.Table, _ number: Int, in section: Report.Section) -> [String] {
    let id = "table-\(number)"
    let chart = hasCharts ? ReportChart(table, id: id) : nil
    let rows = zip(table.rows, table.texts).map {
      HTMLPage.Row(cells: $1, isTotal: $0.isTotal)
    }
    return [
      "<div class=\"figures\">", chart?.html,
      HTMLPage.table(
        chart == nil ? table.caption : "\(table.caption), in figures", table.headings, rows,
        labels: table.labels.count, isWords: table.isWords, heading: chart == nil ? id : nil,
        region: "\(section.title): \(table.caption)"),
      table.note.map { "<p class=\"note\">\(HTMLPage.escaped($0))</p>" }, "</div>",
    ].compactMap { $0 }
  }

  private var symbols: [String] {
    let symbols = report.symbols
    if symbols.isEmpty { return [] }
    let items = symbols.map {
      "<div><dt>\(HTMLPage.escaped($0.symbol))</dt><dd>\(HTMLPage.escaped($0.meaning))</dd></div>"
    }
    return [
      "<section aria-labelledby=\"symbols\">", "<h2 id=\"symbols\">Symbols</h2>",
      "<dl>\n\(items.joined(separator: "\n"))\n</dl>", "</section>",
    ]
  }
}
