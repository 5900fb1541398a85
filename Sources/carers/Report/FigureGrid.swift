import Reports

/// A table of a report as lines that fit a screen. Headings go over several lines, then words; what is
/// still too wide is turned, so that rows are columns, or goes on below with its labels once more.
/// Nothing is left out.
struct FigureGrid {
  struct Column {
    let heading: String
    let cells: [String]
    /// Left-aligned, and may go over several lines.
    let isWords: Bool
    /// The widest of its figures, which are never broken.
    let whole: Int
    /// As wide as it is on one line.
    let natural: Int
    /// The narrowest at which no word is broken.
    let least: Int

    init(_ heading: String, _ cells: [String], isWords: Bool, whole: Int = 0) {
      self.heading = heading
      self.cells = cells
      self.isWords = isWords
      self.whole = whole
      let words = ([heading] + cells).flatMap { $0.split(separator: " ") }
      least = words.map { Visible.width(String($0)) }.max() ?? 0
      natural = ([heading] + cells).map(Visible.width).max() ?? 0
    }

    /// The narrowest at which its heading has no more lines than so many.
    func least(lines: Int) -> Int {
      let start = max(least, (Visible.width(heading) + lines - 1) / lines)
      return (start...max(start, natural)).first {
        Visible.broken(heading, to: $0).count <= lines
      } ?? natural
    }
  }

  /// Columns that stand beside each other, each with its width.
  typealias Strip = [(column: Column, width: Int)]

  let labels: [Column]
  let figures: [Column]
  /// The places of the totals among the rows.
  let totals: Set<Int>
  let width: Int
  var style = Style.plain

  init(_ table: Report.Table, width: Int, style: Style = .plain) {
    let columns = zip(table.headings, table.isWords).enumerated().map { place, heading in
      Column(
        Visible.line(heading.0), table.rows.map { Self.cell($0, place) }, isWords: heading.1,
        whole: table.rows.map { row in
          let place = place - row.labels.count
          guard row.cells.indices.contains(place), !row.cells[place].isText else { return 0 }
          return Visible.width(row.cells[place].text)
        }.max() ?? 0)
    }
    labels = Array(columns.prefix(table.labels.count))
    figures = Array(columns.dropFirst(table.labels.count))
    totals = Set(table.rows.indices.filter { table.rows[$0].isTotal })
    self.width = max(1, width)
    self.style = style
  }

  /// A figure is never broken: its blanks do not end a line, and are blanks again when it is written.
  private static func cell(_ row: Report.Row, _ place: Int) -> String {
    if place < row.labels.count { return Visible.line(row.labels[place]) }
    guard place - row.labels.count < row.cells.count else { return "" }
    let figure = row.cells[place - row.labels.count]
    return figure.isText
      ? Visible.line(figure.text) : figure.text.replacing(" ", with: FigureGrid.blank)
  }

  static let blank = "\u{A0}"

  private var rows: Int { (labels + figures).map(\.cells.count).max() ?? 0 }

  /// The strips of which it is made, top to bottom.
  var layout: (strips: [Strip], isTurned: Bool) {
    if let strip = fitted(labels + figures) { return ([strip], false) }
    if rows <= 3, rows < figures.count, let strip = fitted(turned) { return ([strip], true) }
    return (folded, false)
  }

  private var folded: [Strip] {
    for count in 2...max(2, figures.count) {
      let size = (figures.count + count - 1) / count
      let parts = stride(from: 0, to: figures.count, by: size).map {
        labels + figures[$0..<min($0 + size, figures.count)]
      }
      let strips = parts.compactMap(fitted)
      if strips.count == parts.count { return strips }
    }
    return figures.isEmpty ? [forced(labels)] : figures.map { forced(labels + [$0]) }
  }

  /// Its rows as columns: for one to three rows of many figures.
  private var turned: [Column] {
    let headings = (labels + figures).map(\.heading)
    let names = Column(
      headings.first ?? "", Array(headings.dropFirst()), isWords: true)
    return [names]
      + (0..<rows).map { row in
        let cells = (labels + figures).map { row < $0.cells.count ? $0.cells[row] : "" }
        return Column(
          cells.first ?? "", Array(cells.dropFirst()),
          isWords: figures.contains(where: \.isWords), whole: figures.map(\.whole).max() ?? 0)
      }
  }

  static let gap = 2
  /// Words are read easily down to this width.
  private static let words = 20

  /// Widths at which no word and no figure is broken: the headings of figures give way first, to two
  /// lines, then words. Nil where there are none.
  private func fitted(_ columns: [Column]) -> Strip? {
    var widths = columns.map(\.natural)
    guard total(widths) > width else { return Array(zip(columns, widths)).map { ($0, $1) } }
    guard total(columns.map(\.least)) <= width else { return nil }
    narrow(&widths, to: columns.map { $0.isWords ? .max : $0.least(lines: 2) })
    for (place, column) in columns.enumerated() where !column.isWords {
      widths[place] = column.least(lines: Visible.broken(column.heading, to: widths[place]).count)
    }
    narrow(&widths, to: columns.map { $0.isWords ? max($0.least, Self.words) : .max })
    narrow(&widths, to: columns.map { $0.isWords ? .max : $0.least })
    narrow(&widths, to: columns.map(\.least))
    return Array(zip(columns, widths)).map { ($0, $1) }
  }

  /// Widths at which words are broken too.
  private func forced(_ columns: [Column]) -> Strip {
    var widths = columns.map(\.natural)
    narrow(&widths, to: columns.map { $0.isWords ? max(2, $0.whole) : .max })
    narrow(&widths, to: columns.map { max(2, $0.whole) })
    narrow(&widths, to: columns.map { _ in 2 })
    return Array(zip(columns, widths)).map { ($0, $1) }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(Self.gap * (widths.count - 1), +)
  }

  /// Takes from the widest, none below its least, until all fit.
  private func narrow(_ widths: inout [Int], to least: [Int]) {
    while total(widths) > width,
      let widest = widths.indices.filter({ widths[$0] > least[$0] })
        .max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
  }
}
