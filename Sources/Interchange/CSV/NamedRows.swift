import YoungCarers

/// A small CSV file whose columns have the names we gave them, however those are written, with any
/// of them left out: a list of agencies, not a sender's export. All of it is believed, or none.
public struct NamedRows {
  public struct Row: Sendable {
    public var line: Int
    /// What the row says, by the column's own name; empty values are left out.
    public var values: [String: String]
  }

  /// Throws where a column is not known or comes twice, `needed` is missing, a row is ragged, or a
  /// value holds what no text may hold.
  public static func read(
    _ source: ByteSource, named file: String, columns: [String], needed: String
  ) throws -> [Row] {
    let proved = try EncodingProof(source: source, file: file).prove(asked: nil)
    var reader = try CSVReader(source, file: file, encoding: proved)
    var names: [String]?
    var rows: [Row] = []
    while try reader.advance() {
      let values = try (0..<reader.count).map { try text(reader[$0], file, reader.line) }
      if values.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
      guard let header = names else {
        names = try heading(values, file, reader.line, columns, needed)
        continue
      }
      guard values.count == header.count, !reader.isMalformed else {
        throw Problem(
          "row-ragged", .data, at: Place(file: file, line: reader.line),
          "the row has \(values.count) values, and the headings are \(header.count)",
          cure: "Put a value with a comma in it in quotation marks.")
      }
      let said = zip(header, values).filter { !$1.allSatisfy(\.isWhitespace) }
      rows.append(
        Row(line: reader.line, values: Dictionary(said.map { ($0, $1) }) { first, _ in first }))
    }
    return rows
  }

  private static func heading(
    _ values: [String], _ file: String, _ line: Int, _ columns: [String], _ needed: String
  ) throws -> [String] {
    let names = try values.map { value in
      guard let name = columns.first(where: { Text.folded($0) == Text.folded(value) }) else {
        throw Problem(
          "column-unknown", .data, at: Place(file: file, line: line),
          "there is no column \"\(named: value)\"", cure: Nearest.cure(value, among: columns))
      }
      return name
    }
    guard Set(names).count == names.count, names.contains(needed) else {
      throw Problem(
        "column-missing", .data, at: Place(file: file, line: line),
        "the column \(named: needed) is missing, or a column comes twice",
        cure: "The columns are \(named: columns.joined(separator: ", ")).")
    }
    return names
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ file: String, _ line: Int) throws
    -> String
  {
    let text = String(decoding: bytes, as: UTF8.self)
    guard Text.forbidden(in: text) == nil else {
      throw Problem(
        "text-forbidden", .data, at: Place(file: file, line: line),
        "a value holds a control character")
    }
    return Text.composed(text)
  }
}
