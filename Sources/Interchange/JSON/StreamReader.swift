import YoungCarers

/// An entry by name, as a command on a store writes it: no child's data leaves with it.
public struct Reference: Sendable, Equatable {
  public var id: ID
  public var kind: String
  public var family: ID?

  public init(id: ID, kind: String, family: ID?) {
    self.id = id
    self.kind = kind
    self.family = family
  }
}

/// A stream of entries, or of references: `{"record":"stream","version":1}`, the lines, and
/// `{"record":"end","count":2}`. Streams may follow one another, and lines made by hand need neither
/// head nor end; a head without its end says that the stage before died, and nothing is to be kept.
public struct StreamReader {
  /// Fills the start of the buffer and says how much; 0 at the end. It throws where reading fails:
  /// a failure is never taken for the end.
  public typealias Read = (UnsafeMutableRawBufferPointer) throws -> Int

  public enum Item: Sendable, Equatable {
    /// The entry, and its line as it was read, without its line end.
    case entry(Entry, line: [UInt8])
    case reference(Reference)
  }

  /// The version of the stream that this reader knows.
  public static let version = 1

  /// What was forgiven because the stream may be partial: to be told, not to stop at.
  public var forgiven: Problem? { frame.forgiven }

  private var lines: LineReader
  private var frame: StreamFrame
  private var isEmpty = true
  /// Whether the items are references; nil before the first.
  private var hasReferences: Bool?

  /// `partial` forgives a missing end, and drops the torn line before it.
  public init(file: String, partial: Bool = false, read: @escaping Read) {
    frame = StreamFrame(file: file, partial: partial)
    lines = LineReader(read)
  }

  /// The next item; nil at the end of the input.
  public mutating func next() throws -> Item? {
    do {
      while let line = try lines.next() {
        if let item = try take(line) { return item }
      }
      try finish()
      return nil
    } catch var problem as Problem {
      problem.place = problem.place ?? Place(file: frame.file)
      problem.place?.file = frame.file
      throw problem
    }
  }

  private mutating func take(_ line: LineReader.Line) throws -> Item? {
    if !line.isEnded, frame.isOpen {
      try frame.forgive(.torn, line: lines.number)
      return nil
    }
    do {
      return try item(Array(lines.buffer[line.bytes]))
    } catch var problem as Problem {
      let value = problem.place?.value
      let start = line.place.lowerBound
      problem.place = Place(
        file: frame.file, line: line.number,
        value: value.map { start + $0.lowerBound..<start + $0.upperBound }, record: line.place)
      throw problem
    }
  }

  private mutating func item(_ line: [UInt8]) throws -> Item? {
    try line.withUnsafeBufferPointer { bytes in
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
      isEmpty = false
      let object = try JSONObject(bytes)
      switch try object.record() {
      case "stream":
        try frame.open(version: object.integer("version"), line: lines.number)
        return nil
      case "end":
        try frame.close(said: object.integer("count"))
        return nil
      case "reference":
        try admit(reference: true)
        return .reference(try Reference(object))
      case let record:
        try admit(reference: false)
        return .entry(try EntryLine.entry(object, record: record), line: line)
      }
    }
  }

  private mutating func admit(reference: Bool) throws {
    guard hasReferences ?? reference == reference else { throw Problem.mixed }
    hasReferences = reference
    frame.admit()
  }

  private mutating func finish() throws {
    if isEmpty { throw Problem.nothingCame }
    try frame.finish(line: lines.number)
  }
}

extension Reference {
  fileprivate init(_ object: JSONObject) throws {
    guard let id: ID = try object.header("id", of: "reference"),
      let kind = object.value(of: "kind"), kind.shape == .text, kind.isPlain
    else { throw Problem("reference", .data, "a reference needs \"id\" and \"kind\"") }
    self.init(
      id: id, kind: object.bytes.text(kind),
      family: try object.header("family", of: "reference"))
  }
}
