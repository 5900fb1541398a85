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
  }

  var columns: [Column]
  /// A value for each column; nil is absent.
  var rows: [[String?]] = []

  /// Only the columns asked for, in the order asked.
  func choosing(_ fields: String?, usual: Bool) throws -> Listing {
    guard let fields else {
      return usual ? picking(columns.indices.filter { columns[$0].isUsual }) : self
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
    if output.fields == "help" {
      for column in listing.content.columns { try line("\(column.name)  \(column.title)") }
      return
    }
    let format = output.format ?? .table
    let chosen = try listing.map {
      try $0.choosing(output.fields, usual: format == .table || format == .md)
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
          priority: $0.priority)
      }, rows: listing.rows.map { $0.map { $0 ?? "" } })
  }

  private func separated(_ listing: Listing, _ options: OutputOptions, _ output: Output) throws {
    let writer = CSVWriter(
      excel: options.excel, delimiter: UInt8(ascii: options.format == .tsv ? "\t" : ","))
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    writer.write(listing.columns.map(\.name), to: &bytes)
    for row in listing.rows { writer.write(row, to: &bytes) }
    try output.write(bytes)
  }

  private func objects(_ listing: Listing, _ format: OutputOptions.Format, _ output: Output) throws
  {
    let lines = listing.rows.map { row in
      zip(listing.columns, row).reduce(JSONLine(nil)) { line, cell in
        cell.0.isNumber
          ? line.number(cell.0.name, cell.1.flatMap { Int($0) }) : line.string(cell.0.name, cell.1)
      }.text
    }
    if format == .jsonl {
      for line in lines { try output.write(line) }
    } else {
      try output.write(lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",") + "]\n")
    }
  }
}
