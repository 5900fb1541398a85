import YoungCarers

/// Filled forms in JSON Lines: a sheet a line, `{"id":"…","instrument":"MACA-YC18","answers":{"1":2}}`,
/// or entries, of which each `assessment` gives a sheet for every instrument that its `answers` hold,
/// `"MACA-YC18.1=2"`. Other entries, and the heads and ends of streams, give none.
public struct AnswerReader: FilledSheets {
  public var passedBy: Int { parser.passedBy }
  public var forgiven: Problem? { frame.forgiven }

  private var lines: LineReader
  private var frame: StreamFrame
  private let parser: AnswerParser
  private var isEmpty = true

  /// `code` is the instrument of sheets that do not say theirs. `partial` forgives a stream's missing
  /// end.
  public init(
    file: String, instruments: Instruments, code: String? = nil, partial: Bool = false,
    read: @escaping StreamReader.Read
  ) {
    lines = LineReader(read)
    frame = StreamFrame(file: file, partial: partial)
    parser = AnswerParser(instruments, code: code)
  }

  public mutating func next(_ sheet: inout FilledSheet) throws -> Bool {
    do {
      if parser.pending(&sheet) { return true }
      while let line = try lines.next() {
        if !line.isEnded, frame.isOpen {
          try frame.forgive(.torn, line: line.number)
        } else if try take(line, &sheet) {
          return true
        }
      }
      if isEmpty { throw Problem.nothingCame }
      try frame.finish(line: lines.number)
      return false
    } catch var problem as Problem {
      problem.place = problem.place ?? Place(file: frame.file)
      problem.place?.file = frame.file
      throw problem
    }
  }

  /// A line that is no JSON is one refused sheet where lines were made by hand. Within a stream it is
  /// the end: nobody knows what stood there.
  private mutating func take(_ line: LineReader.Line, _ sheet: inout FilledSheet) throws -> Bool {
    sheet.place = Place(file: frame.file, line: line.number, record: line.place)
    sheet.problem = nil
    sheet.unread.removeAll(keepingCapacity: true)
    do {
      let parser = parser
      let found = try lines.buffer.withUnsafeBufferPointer {
        try parser.read(UnsafeBufferPointer(rebasing: $0[line.bytes]), &sheet)
      }
      isEmpty = isEmpty && found == .blank
      switch found {
      case .blank: return false
      case .head(let version): try frame.open(version: version, line: line.number)
      case .end(let count): try frame.close(said: count)
      case .other: frame.admit()
      case .sheet:
        frame.admit()
        return true
      }
      return false
    } catch let problem as Problem {
      isEmpty = false
      let place = sheet.place.marking(problem.place?.value)
      if frame.isOpen || problem.status != .data || !problem.code.hasPrefix("json") {
        var problem = problem
        problem.place = place
        throw problem
      }
      (sheet.instrument, sheet.id) = (nil, nil)
      sheet.refuse(problem, at: place)
      return true
    }
  }
}

extension Place {
  /// The same place, and in it the value at these bytes of its line.
  func marking(_ value: Range<Int>?) -> Place {
    var place = self
    if let value, let start = record?.lowerBound {
      place.value = start + value.lowerBound..<start + value.upperBound
    }
    return place
  }
}
