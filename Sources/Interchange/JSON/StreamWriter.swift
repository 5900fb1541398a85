import YoungCarers

/// Bytes on their way out, handed on from 64 KiB.
struct Outlet {
  static let full = 1 << 16

  var bytes: [UInt8] = []
  private let write: ([UInt8]) throws -> Void

  init(_ write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
    bytes.reserveCapacity(Self.full * 2)
  }

  mutating func settle() throws {
    if bytes.count >= Self.full { try flush() }
  }

  mutating func flush() throws {
    if bytes.isEmpty { return }
    try write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Writes a stream: its head, the lines, and with `finish` the end that says that all of them came.
public struct StreamWriter {
  public private(set) var count = 0
  private var outlet: Outlet

  public init(_ write: @escaping ([UInt8]) throws -> Void) {
    outlet = Outlet(write)
    outlet.bytes.append(
      contentsOf: "{\"record\":\"stream\",\"version\":\(StreamReader.version)}\n".utf8)
  }

  public mutating func add(_ entry: Entry) throws {
    EntryLine.encode(entry, into: &outlet.bytes)
    try end()
  }

  /// A line as it was read, without its line end.
  public mutating func add(line: some Sequence<UInt8>) throws {
    outlet.bytes.append(contentsOf: line)
    try end()
  }

  public mutating func add(_ reference: Reference) throws {
    outlet.bytes.append(UInt8(ascii: "{"))
    if let family = reference.family {
      outlet.bytes.append(contentsOf: "\"family\":".utf8)
      JSONEscape.write(family.text, into: &outlet.bytes)
      outlet.bytes.append(UInt8(ascii: ","))
    }
    outlet.bytes.append(contentsOf: "\"id\":".utf8)
    JSONEscape.write(reference.id.text, into: &outlet.bytes)
    outlet.bytes.append(contentsOf: ",\"kind\":".utf8)
    JSONEscape.write(reference.kind, into: &outlet.bytes)
    outlet.bytes.append(contentsOf: ",\"record\":\"reference\"}".utf8)
    try end()
  }

  /// What came so far goes out: a reader need not wait for the buffer to fill.
  public mutating func flush() throws { try outlet.flush() }

  public mutating func finish() throws {
    outlet.bytes.append(contentsOf: "{\"record\":\"end\",\"count\":\(count)}\n".utf8)
    try outlet.flush()
  }

  private mutating func end() throws {
    outlet.bytes.append(0x0A)
    count += 1
    try outlet.settle()
  }
}

/// Writes entries as one JSON document: an array, an entry a line.
public struct EntryDocument {
  private var outlet: Outlet
  private var mark = "[\n"

  public init(_ write: @escaping ([UInt8]) throws -> Void) { outlet = Outlet(write) }

  public mutating func add(_ entry: Entry) throws {
    outlet.bytes.append(contentsOf: mark.utf8)
    mark = ",\n"
    EntryLine.encode(entry, into: &outlet.bytes)
    try outlet.settle()
  }

  public mutating func finish() throws {
    outlet.bytes.append(contentsOf: (mark == "[\n" ? "[]\n" : "\n]\n").utf8)
    try outlet.flush()
  }
}
