import YoungCarers

/// Finds the header and proves the delimiter together: the one whose records hold known names.
struct HeaderSearch {
  let source: ByteSource
  let file: String
  let encoding: ProvedEncoding
  let profile: SheetProfile
  /// Look at the columns even where none is known.
  let anyColumns: Bool

  private static let reach = 20

  private struct Candidate {
    var header: SheetHeader
    var known: Int
    var consistent: Int
  }

  func find() throws -> SheetHeader {
    var best: Candidate?
    var failure: Problem?
    for delimiter in delimiters {
      let (records, problem) = try firstRecords(delimiter)
      if failure == nil { failure = problem }
      guard let found = candidate(records, delimiter) else { continue }
      if let best, (best.known, best.consistent) >= (found.known, found.consistent) { continue }
      best = found
    }
    if let best { return best.header }
    throw try failure ?? noHeader()
  }

  private var delimiters: [UInt8] {
    if let given = profile.delimiter?.asciiValue { return [given] }
    return [44, 59, 9, 124]
  }

  private struct Seen {
    var cells: [String] = []
    var line: Int
    var record: Range<Int>
    var starts: [Int] = []
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  private func firstRecords(_ delimiter: UInt8) throws -> ([Seen], Problem?) {
    let decoder = UTF8Decoder(encoding.encoding)
    var seen: [Seen] = []
    do {
      var reader = try CSVReader(source, file: file, encoding: encoding, delimiter: delimiter)
      while seen.count < Self.reach, try reader.advance() {
        var record = Seen(line: reader.line, record: reader.record)
        for field in 0..<reader.count {
          record.cells.append(Text.composed(Blanks.trimmed(decoder.text(reader[field]))))
          record.starts.append(reader.start(of: field))
        }
        seen.append(record)
      }
    } catch let problem as Problem where problem.status == .data {
      return (seen, problem)
    }
    return (seen, nil)
  }

  private func candidate(_ records: [Seen], _ delimiter: UInt8) -> Candidate? {
    var best: Candidate?
    for (index, record) in records.enumerated() {
      let offset = record.cells.starts(with: SheetHeader.rejectColumns) ? 3 : 0
      let names = Array(record.cells.dropFirst(offset))
      let known = known(names)
      guard known > (best?.known ?? 0), !SheetHeader.looksLikeChild(names) else { continue }
      let header = SheetHeader(
        delimiter: delimiter, index: index, line: record.line,
        record: record.starts[offset]..<record.record.upperBound, names: names,
        titleLines: records[..<index].filter { !$0.isBlank }.map(\.line), offset: offset)
      let width = record.cells.count
      best = Candidate(
        header: header, known: known,
        consistent: records[index...].count { $0.cells.count == width })
    }
    return best
  }

  /// How many columns of a record are known; 0 where it is no header.
  private func known(_ names: [String]) -> Int {
    let folded = names.map(SheetHeader.fold)
    var fields: Set<SheetField> = []
    var further: [SheetFurther] = []
    for (place, name) in folded.enumerated() where !name.isEmpty {
      let mapped = profile.columns.first {
        $0.number == place + 1 || ($0.number == nil && SheetHeader.fold($0.header) == name)
      }
      let own = mapped == nil ? profile.further.first { $0.names.contains(name) } : mapped?.further
      if let own { further.append(own) }
      if let field = mapped.map(\.field) ?? SheetField.known[name]?.field { fields.insert(field) }
    }
    let known = fields.count + further.count
    if known >= 2, fields.contains(where: \.tellsWho) || further.contains(where: \.tellsWho) {
      return 1 + known
    }
    return anyColumns && folded.count(where: { !$0.isEmpty }) >= 2 ? 1 : 0
  }

  /// Never quotes the row: it may be a child.
  private func noHeader() throws -> Problem {
    let (records, _) = try firstRecords(delimiters[0])
    let first = records.first { !$0.isBlank }
    let place = Place(file: file, line: first?.line ?? 1)
    guard let first else {
      return Problem(
        "no-rows", .data, at: place, "this file holds blank lines only",
        cure: "Whatever made it has failed: ask for it to be exported again.")
    }
    let widths = try delimiters.map { delimiter in
      try firstRecords(delimiter).0.first { !$0.isBlank }?.cells ?? []
    }
    if ([first.cells] + widths).contains(where: SheetHeader.looksLikeChild) {
      return Problem(
        "no-header", .data, at: place, "the first row is a child, not the names of the columns",
        cure: "Export again with column headings, or put a line of headings in front.")
    }
    return Problem(
      "no-header", .data, at: place,
      "none of the first \(Self.reach) rows names columns that are known",
      cure: """
        See carers refer columns \(named: file), and name them: --map "HEADER=given".
        """)
  }
}
