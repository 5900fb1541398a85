import YoungCarers

/// The rows of a small table of which nothing is known, ragged or not, with titles above it or not.
public struct PlainRows {
  public struct Row: Sendable, Equatable {
    public var line: Int
    public var values: [String]

    public init(line: Int, values: [String]) {
      self.line = line
      self.values = values
    }
  }

  /// Throws where the bytes are no text, or no CSV.
  public static func read(_ source: ByteSource, named file: String) throws -> [Row] {
    let proved = try EncodingProof(source: source, file: file).prove(asked: nil)
    let head = try source.bytes(0..<4096)
    let delimiter =
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].max { one, other in
        head.count { $0 == one } < head.count { $0 == other }
      } ?? UInt8(ascii: ",")
    try source.rewind()
    var reader = try CSVReader(source, file: file, encoding: proved, delimiter: delimiter)
    var rows: [Row] = []
    while try reader.advance() {
      let values = (0..<reader.count).map { field in
        String(
          String(decoding: reader[field], as: UTF8.self).unicodeScalars
            .filter { !Text.isForbidden($0) })
      }
      rows.append(Row(line: reader.line, values: values))
    }
    return rows
  }
}
