/// Where bytes come from: a file, or standard input spooled by the caller, so that two passes are
/// always possible. The module that reads them opens nothing itself.
public struct ByteSource {
  /// Fills the buffer from the front and says with how many bytes; 0 is the end.
  public var read: (UnsafeMutableRawBufferPointer) throws -> Int
  /// Back to the first byte.
  public var rewind: () throws -> Void
  /// A range of the input as it was sent, as far as there is one, without moving the reader.
  public var bytes: (_ range: Range<Int>) throws -> [UInt8]

  public init(
    read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
    rewind: @escaping () throws -> Void,
    bytes: @escaping (_ range: Range<Int>) throws -> [UInt8]
  ) {
    self.read = read
    self.rewind = rewind
    self.bytes = bytes
  }

  /// Bytes already in memory, given out at most `chunk` at a time.
  public init(bytes all: [UInt8], chunk: Int = .max) {
    var position = 0
    self.init(
      read: { buffer in
        let count = min(chunk, buffer.count, all.count - position)
        all.withUnsafeBytes {
          buffer.copyMemory(from: .init(rebasing: $0[position...].prefix(count)))
        }
        position += count
        return count
      },
      rewind: { position = 0 },
      bytes: { Array(all[$0.clamped(to: 0..<all.count)]) })
  }

  /// Reads until the buffer is full or the input ends.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(.init(rebasing: buffer[filled...]))
      if count <= 0 { break }
      filled += count
    }
    return filled
  }

  /// Shows the whole input piece by piece, from the first byte, until `body` has seen enough.
  func scan(_ body: (_ piece: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool) throws {
    try rewind()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 8)
    defer { buffer.deallocate() }
    var offset = 0
    while case let count = try fill(buffer), count > 0 {
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      guard body(piece.assumingMemoryBound(to: UInt8.self), offset) else { return }
      offset += count
    }
  }

  /// The physical line of a byte, for a problem found without reading lines.
  func line(of target: Int, unit: Int = 1, bigEndian: Bool = false) throws -> Int {
    var line = 1
    var previous: UInt8 = 0
    try scan { piece, offset in
      let low = unit == 2 && bigEndian ? 1 : 0
      var place = unit == 1 ? 0 : (low - offset % 2 + 2) % 2
      while place < piece.count, offset + place < target {
        let byte = piece[place]
        if byte == 13 || (byte == 10 && previous != 13) { line += 1 }
        previous = byte
        place += unit
      }
      return offset + piece.count < target
    }
    return line
  }
}
