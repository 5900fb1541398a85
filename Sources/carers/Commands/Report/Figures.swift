import Interchange

/// Tables of figures with what must be read first.
struct Figures {
  struct Table {
    /// What data call it.
    var code: String
    var caption: String
    var headings: [String]
    /// How many cells at the beginning of a row say what it is about.
    var labels = 1
    var rows: [[String]]
    var note: String?
  }

  var title: String
  /// Plain words, a paragraph each.
  var preface: [String]
  var parts: [(title: String, tables: [Table])]
}

/// Figures in every form in which they are written.
struct FiguresText {
  let figures: Figures

  func text(_ format: ReportOutcomes.Format) -> String {
    switch format {
    case .table: plain
    case .md: markdown
    case .html: html
    case .csv: csv
    case .json: json
    }
  }

  private var plain: String {
    var text = figures.title + "\n" + String(repeating: "=", count: figures.title.count) + "\n"
    for line in figures.preface {
      text += "\n" + Visible.wrapped(line, to: 80).joined(separator: "\n") + "\n"
    }
    for part in figures.parts {
      text += "\n\n\(part.title)\n\(String(repeating: "-", count: part.title.count))\n"
      for table in part.tables {
        text += "\n\(table.caption)\n"
        text += grid(table).text()
        if let note = table.note {
          text += Visible.wrapped(note, to: 80).joined(separator: "\n") + "\n"
        }
      }
    }
    return text
  }

  private func grid(_ table: Figures.Table) -> Grid {
    Grid(
      headings: table.headings.enumerated().map { place, title in
        Grid.Heading(title: title, alignment: place < table.labels ? .left : .right)
      }, rows: table.rows)
  }

  private var markdown: String {
    var text = "# \(figures.title)\n"
    for line in figures.preface { text += "\n\(line)\n" }
    for part in figures.parts {
      text += "\n## \(part.title)\n"
      for table in part.tables {
        text += "\n### \(table.caption)\n\n" + grid(table).markdown()
        if let note = table.note { text += "\n\(note)\n" }
      }
    }
    return text
  }

  private var html: String {
    var body = figures.preface.map { "<p>\(HTMLPage.escaped($0))</p>" }
    for (place, part) in figures.parts.enumerated() {
      body.append("<section aria-labelledby=\"part-\(place + 1)\">")
      body.append("<h2 id=\"part-\(place + 1)\">\(HTMLPage.escaped(part.title))</h2>")
      for table in part.tables {
        body.append(
          HTMLPage.table(table.caption, table.headings, table.rows, labels: table.labels))
        if let note = table.note { body.append("<p>\(HTMLPage.escaped(note))</p>") }
      }
      body.append("</section>")
    }
    return HTMLPage.page(figures.title, body)
  }

  /// A row for each figure: part, table, what it is about, measure, value.
  private var tidy: [[String]] {
    figures.parts.flatMap { part in
      part.tables.flatMap { table in
        table.rows.flatMap { row in
          zip(table.headings, row).dropFirst(table.labels).map { heading, value in
            [
              part.title, table.code, row.prefix(table.labels).joined(separator: " / "), heading,
              value,
            ]
          }
        }
      }
    }
  }

  private static let columns = ["part", "table", "about", "measure", "value"]

  private var csv: String {
    var bytes: [UInt8] = []
    let writer = CSVWriter(excel: false)
    writer.write(Self.columns, to: &bytes)
    for row in tidy { writer.write(row.map { $0.isEmpty ? nil : $0 }, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var json: String {
    let lines = tidy.map { row in
      zip(Self.columns, row).reduce(JSONLine(nil)) { $0.string($1.0, $1.1) }.text.dropLast()
    }
    return lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n"
  }
}
