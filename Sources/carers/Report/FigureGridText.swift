import Reports

extension FigureGrid {
  /// With small bars to its right, where a drawing is given and there is room.
  func lines(_ bars: FigureBars? = nil) -> [String] {
    let (strips, isTurned) = layout
    return strips.enumerated().flatMap { place, strip in
      let room = strips.count == 1 && !isTurned ? width - used(strip) - 2 * Self.gap : 0
      let drawn = bars?.drawn(in: room)
      return (place > 0 ? [""] : [])
        + lines(strip, totals: isTurned ? [] : totals, drawn?.bars ?? [:])
        + (drawn?.legend ?? []).flatMap { Visible.broken($0, to: width) }
    }
  }

  private func used(_ strip: Strip) -> Int {
    strip.reduce(Self.gap * (strip.count - 1)) { $0 + $1.width }
  }

  private func lines(_ strip: Strip, totals: Set<Int>, _ bars: [Int: String]) -> [String] {
    let rule = line(strip.map { String(repeating: "-", count: $0.width) }, strip)
    var lines = aligned(strip.map { $0.column.heading }, strip, isHeading: true).map(style.bold)
    lines.append(rule)
    let count = strip.map(\.column.cells.count).max() ?? 0
    for row in 0..<count {
      if totals.count == 1, totals.contains(row) {
        lines.append(
          line(
            strip.map { $0.column.isWords ? "" : String(repeating: "-", count: $0.width) }, strip))
      }
      var written = aligned(
        strip.map { row < $0.column.cells.count ? $0.column.cells[row] : "" }, strip)
      if let bar = bars[row], let first = written.first {
        let space = used(strip) + 2 * Self.gap - Visible.width(first)
        written[0] = first + String(repeating: " ", count: max(1, space)) + bar
      }
      lines += totals.contains(row) ? written.map(style.bold) : written
      // Several totals: each ends a group.
      if totals.count > 1, totals.contains(row), row < count - 1 { lines.append("") }
    }
    return lines
  }

  /// A row over as many lines as it needs; headings stand on the last of theirs.
  private func aligned(_ cells: [String], _ strip: Strip, isHeading: Bool = false) -> [String] {
    let parts = zip(cells, strip).map { cell, place in
      Visible.broken(
        cell, to: place.width, hanging: isHeading || !place.column.isWords ? 0 : 2)
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { at in
      line(
        parts.map { part in
          let place = isHeading ? at - (height - part.count) : at
          return part.indices.contains(place) ? part[place] : ""
        }, strip)
    }
  }

  private func line(_ cells: [String], _ strip: Strip) -> String {
    let padded = zip(cells, strip).map { cell, place in
      let space = String(repeating: " ", count: max(0, place.width - Visible.width(cell)))
      return place.column.isWords ? cell + space : space + cell
    }
    return Visible.trimmed(
      padded.joined(separator: String(repeating: " ", count: Self.gap))
        .replacing(Self.blank, with: " "))
  }
}

extension Visible {
  /// Lines no wider than so many columns, those after the first indented by `hanging`. A word that is
  /// wider is broken.
  static func broken(_ text: String, to width: Int, hanging: Int = 0) -> [String] {
    let indent = String(repeating: " ", count: width >= 8 ? hanging : 0)
    var lines: [String] = []
    var line = ""
    func end() {
      lines.append(line)
      line = indent
    }
    for word in text.split(separator: " ") {
      let isBegun = !line.allSatisfy { $0 == " " }
      let joined = line + (isBegun ? " " : "") + word
      if Visible.width(joined) <= width {
        line = joined
        continue
      }
      if isBegun { end() }
      for character in word {
        if line != indent, Visible.width(line) + Visible.width(of: character) > width { end() }
        line.append(character)
      }
    }
    end()
    return lines
  }

  static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
