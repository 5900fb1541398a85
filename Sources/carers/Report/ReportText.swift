import Interchange
import Reports
import YoungCarers

/// A report in every form in which it is written.
struct ReportText {
  let report: Report

  func text(_ format: ReportOptions.Format, excel: Bool = false) -> String {
    switch format {
    case .table: plain
    case .md: markdown
    case .html: html
    case .csv: separated(by: ",", excel: excel)
    case .tsv: separated(by: "\t", excel: excel)
    case .json: lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n"
    case .jsonl: lines.map { $0 + "\n" }.joined()
    }
  }

  private var plain: String {
    var text = report.title + "\n" + String(repeating: "=", count: report.title.count) + "\n"
    for line in report.preface { text += "\n" + Self.wrapped(line) }
    for section in report.sections {
      text += "\n\n\(section.title)\n\(String(repeating: "-", count: section.title.count))\n"
      for line in section.preface { text += "\n" + Self.wrapped(line) }
      for table in section.tables {
        text += "\n\(table.caption)\n" + grid(table).text()
        if let note = table.note { text += Self.wrapped(note) }
      }
    }
    return text
  }

  private static func wrapped(_ text: String) -> String {
    Visible.wrapped(text, to: 80).joined(separator: "\n") + "\n"
  }

  private func grid(_ table: Report.Table) -> Grid {
    Grid(
      headings: table.headings.enumerated().map { place, title in
        Grid.Heading(title: title, alignment: place < table.labels.count ? .left : .right)
      }, rows: table.texts)
  }

  private var markdown: String {
    var text = "# \(report.title)\n"
    for line in report.preface { text += "\n\(line)\n" }
    for section in report.sections {
      text += "\n## \(section.title)\n"
      for line in section.preface { text += "\n\(line)\n" }
      for table in section.tables {
        text += "\n### \(table.caption)\n\n" + grid(table).markdown()
        if let note = table.note { text += "\n\(note)\n" }
      }
    }
    return text
  }

  private var html: String {
    func paragraphs(_ lines: [String]) -> [String] {
      lines.map { "<p>\(HTMLPage.escaped($0))</p>" }
    }
    var body = paragraphs(report.preface)
    for (place, section) in report.sections.enumerated() {
      body.append("<section aria-labelledby=\"part-\(place + 1)\">")
      body.append("<h2 id=\"part-\(place + 1)\">\(HTMLPage.escaped(section.title))</h2>")
      body += paragraphs(section.preface)
      for table in section.tables {
        body.append(
          HTMLPage.table(table.caption, table.headings, table.texts, labels: table.labels.count))
        if let note = table.note { body += paragraphs([note]) }
      }
      body.append("</section>")
    }
    return HTMLPage.page(report.title, body)
  }

  /// A row for each figure: part, table, what it is about, measure, value.
  private var tidy: [[String]] {
    report.sections.flatMap { section in
      section.tables.flatMap { table in
        table.rows.flatMap { row in
          zip(table.columns, row.cells).map { column, figure in
            [section.title, table.code, row.labels.joined(separator: " / "), column, figure.text]
          }
        }
      }
    }
  }

  private static let columns = ["part", "table", "about", "measure", "value"]

  private func separated(by delimiter: Unicode.Scalar, excel: Bool) -> String {
    var bytes: [UInt8] = []
    let writer = CSVWriter(excel: excel, delimiter: UInt8(ascii: delimiter))
    writer.write(Self.columns, to: &bytes)
    for row in tidy { writer.write(row.map { $0.isEmpty ? nil : $0 }, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var lines: [Substring] {
    tidy.map { row in
      zip(Self.columns, row).reduce(JSONLine(nil)) { $0.string($1.0, $1.1) }.text.dropLast()
    }
  }
}

extension Report.Table {
  var headings: [String] { labels + columns }

  /// The rows as they are read.
  var texts: [[String]] { rows.map { $0.labels + $0.cells.map(\.text) } }
}

extension Figure {
  /// As it is read: `12`, `37 %`, `6 (3 to 9)`, `[c]`.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .count(let count): String(count.value)
    case .share(let part, let whole):
      whole.value > 0
        ? "\((200 * part.value + whole.value) / (2 * whole.value))%" : Mark.notApplicable.text
    case .middle(let spread): spread.words ?? ""
    case .longest(let spread): spread.highest.map(String.init) ?? ""
    case .mark(let mark): mark.text
    case .revised(let figure): "\(figure.text) \(Mark.revised)"
    case .none: ""
    }
  }
}
