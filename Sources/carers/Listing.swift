import Foundation
import Interchange
import Storage
import YoungCarers

/// Rows of named values, and every form in which they are written. The values are whole; only the
/// table shortens.
struct Listing {
  struct Column {
    /// What `--fields` and data call it.
    var name: String
    /// What people read above it.
    var title: String
    /// Whether it is shown when nobody says which.
    var isUsual = true
    var isNumber = false
    /// The columns of the screen it is never made narrower than.
    var minimum = 6
    /// The lowest gives way first on a narrow terminal.
    var priority = 1
    /// Whether a long value goes on below on a narrow terminal, and is not shortened.
    var wraps = false
  }

  var columns: [Column]
  /// A value for each column; nil is absent.
  var rows: [[String?]] = []

  /// Only the columns asked for, in the order asked; for people, unasked, the usual ones that say
  /// anything.
  func choosing(_ fields: String?, forPeople: Bool) throws -> Listing {
    guard let fields else {
      guard forPeople else { return self }
      return picking(
        columns.indices.filter { place in
          columns[place].isUsual && rows.contains { !($0[place] ?? "").isEmpty }
        })
    }
    let names = fields.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return picking(
      try names.map { name in
        guard let place = columns.firstIndex(where: { $0.name == name }) else {
          throw Problem(
            "field-unknown", .usage, "there is no field \"\(named: name)\" here",
            cure: Nearest.cure(name, among: columns.map(\.name)))
        }
        return place
      })
  }

  private func picking(_ places: [Int]) -> Listing {
    Listing(columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}

extension Session {
  /// Writes a listing in the form asked for; at a terminal that is a table.
  func write(_ listing: Disclosed<Listing>, _ output: OutputOptions, empty: String) throws {
    if try explained(output, listing.content.columns) { return }
    let format = output.format ?? .table
    let chosen = try listing.map {
      try $0.choosing(output.fields, forPeople: format == .table || format == .md)
    }
    let file = try AtomicFile(output.file.output ?? "-", mode: output.file.permissions(), world)
    switch format {
    case .table:
      if chosen.content.rows.isEmpty {
        try file.output.write(empty + "\n")
      } else {
        try file.output.write(grid(chosen.content).text(width: width(output), style: style))
      }
    case .md: try file.output.write(grid(chosen.content).markdown())
    case .csv, .tsv: try separated(chosen.content, output, file.output)
    case .json, .jsonl: try objects(chosen.content, format, file.output)
    }
    try file.commit()
  }

  /// At a terminal, or where a form was asked for, the listing. In a pipe nothing personal that was
  /// not asked for: references from a store, and without one all that was read.
  func write(
    _ listing: Disclosed<Listing>, _ references: [Reference], _ entries: Entries,
    _ output: OutputOptions, empty: String
  ) throws {
    if output.isAsked || world.stdout.isTerminal {
      return try write(listing, output, empty: empty)
    }
    try give(references, entries)
  }

  /// The references, or in a pipe without a store all that was read.
  func give(_ references: [Reference], _ entries: Entries) throws {
    guard !entries.isPipe else { return try emit(entries, nil) }
    let out = Output(world.stdout)
    var stream = StreamWriter { try out.write($0) }
    for reference in references { try stream.add(reference) }
    try stream.finish()
    try out.finish()
  }

  /// Says what `--fields` takes, where that was asked.
  func explained(_ output: OutputOptions, _ columns: [Listing.Column]) throws -> Bool {
    guard output.fields == "help" else { return false }
    for column in columns { try line("\(column.name)  \(column.title)") }
    return true
  }

  private func line(_ text: String) throws {
    let output = Output(world.stdout)
    try output.write(text + "\n")
    try output.finish()
  }

  private func width(_ output: OutputOptions) -> Int? {
    output.file.output == nil && world.stdout.isTerminal ? world.width : nil
  }

  private func grid(_ listing: Listing) -> Grid {
    Grid(
      headings: listing.columns.map {
        Grid.Heading(
          title: $0.title, alignment: $0.isNumber ? .right : .left, minimum: $0.minimum,
          priority: $0.priority, wraps: $0.wraps)
      }, rows: listing.rows.map { $0.map { $0 ?? "" } })
  }

  private func separated(_ listing: Listing, _ options: OutputOptions, _ output: Output) throws {
    let writer = CSVWriter(
      excel: options.excel, delimiter: UInt8(ascii: options.format == .tsv ? "\t" : ","))
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    // The mark by which import knows whose guards to take off.
    let mark = options.excel ? "carers_" : ""
    let names = listing.columns.enumerated().map { ($0.offset == 0 ? mark : "") + $0.element.name }
    writer.write(names, to: &bytes)
    for row in listing.rows { writer.write(row, to: &bytes) }
    try output.write(bytes)
  }

  private func objects(_ listing: Listing, _ format: OutputOptions.Format, _ output: Output) throws
  {
    let lines = listing.rows.map { row in
      zip(listing.columns, row).reduce(JSONLine(nil)) { line, cell in
        cell.0.isNumber
          ? line.number(cell.0.name, cell.1.flatMap { Int($0) }) : line.string(cell.0.name, cell.1)
      }.text.dropLast()
    }
    if format == .jsonl {
      for line in lines { try output.write(line + "\n") }
    } else {
      try output.write(lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n")
    }
  }
}
