import YoungCarers

/// Writes the rows that were not believed: line, column and reason in front, then the sender's own
/// row, byte for byte, in the sender's encoding, ready to be corrected and fed back.
public struct RejectsWriter {
  private let source: ByteSource
  private let encoding: TextEncoding
  private let mark: Int
  private let header: Range<Int>
  private let values: CSVWriter
  private let lineEnd: [UInt8]

  public init(_ sheet: Sheet) throws {
    source = sheet.division.source
    encoding = sheet.encoding
    mark = sheet.division.encoding.mark
    header = sheet.division.header.record
    values = CSVWriter(lineEnd: .lf, excel: false, delimiter: sheet.division.header.delimiter)
    let ends = ["\r\n", "\n", "\r"].map { sheet.encoding.bytes(of: $0) }
    let bytes = try source.bytes(header)
    lineEnd = ends.first { bytes.suffix($0.count) == $0[...] } ?? ends[1]
  }

  /// The sender's byte order mark and headers, ours in front.
  public func begin(_ out: inout [UInt8]) throws {
    out += try source.bytes(0..<mark)
    front(SheetHeader.rejectColumns, &out)
    out += try source.bytes(header)
  }

  public func add(_ problem: Problem, to out: inout [UInt8]) throws {
    guard let place = problem.place, let record = place.record else { return }
    let cure = problem.cure.map { ". " + $0.text(value: "this") } ?? ""
    front(
      [
        place.line.map(String.init) ?? "", place.column ?? "",
        problem.says.text(value: "this value") + cure,
      ], &out)
    let row = try source.bytes(record)
    out += row
    let isEnded = ["\n", "\r"].map { encoding.bytes(of: $0) }
      .contains { row.suffix($0.count) == $0[...] }
    if !isEnded { out += lineEnd }
  }

  private func front(_ texts: [String], _ out: inout [UInt8]) {
    var line: [UInt8] = []
    for text in texts {
      values.append(text, to: &line)
      line.append(values.delimiter)
    }
    out += encoding.bytes(of: String(decoding: line, as: UTF8.self))
  }
}
