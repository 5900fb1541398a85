/// The stretch of a byte source that a reader looks at, always as ASCII-compatible bytes: UTF-16 is
/// transcoded to UTF-8 on the way in, the other encodings stay as they are.
struct InputBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var end = 0
  private(set) var isAtEnd = false
  private var capacity: Int
  private let source: ByteSource
  /// Nil where bytes are taken as they are.
  private var transcoder: UTF16Transcoder?

  init(_ source: ByteSource, _ proved: ProvedEncoding, capacity: Int) throws {
    self.source = source
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    if proved.encoding.isUTF16 {
      transcoder = UTF16Transcoder(bigEndian: proved.encoding == .utf16BE)
    }
    try source.rewind()
    if proved.mark > 0 {
      _ = try source.fill(UnsafeMutableRawBufferPointer(start: base, count: proved.mark))
    }
  }

  deinit { base.deallocate() }

  /// Moves what is kept to the front, makes room if there is none, and reads on.
  mutating func refill(keeping start: Int) throws {
    if start > 0 {
      base.update(from: base + start, count: end - start)
      end -= start
    }
    if capacity - end < 64 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: end)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    let room = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
    let count: Int
    if transcoder == nil {
      count = try source.fill(room)
      isAtEnd = count < room.count
    } else {
      (count, isAtEnd) = try transcoder?.fill(room, from: source) ?? (0, true)
    }
    end += count
  }

  /// How many bytes of the input these bytes of the buffer were.
  func originalCount(_ range: Range<Int>) -> Int {
    guard transcoder != nil else { return range.count }
    var units = 0
    for place in range {
      let byte = base[place]
      units += byte >= 0xF0 ? 2 : byte & 0xC0 == 0x80 ? 0 : 1
    }
    return units * 2
  }
}

/// UTF-16 to UTF-8, keeping an odd byte or the first half of a pair for the next piece.
struct UTF16Transcoder {
  let bigEndian: Bool
  private var kept: [UInt8] = []

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Two bytes of UTF-16 become at most three of UTF-8.
  mutating func fill(
    _ room: UnsafeMutableRawBufferPointer, from source: ByteSource
  ) throws -> (count: Int, isAtEnd: Bool) {
    let wanted = max(room.count / 3 * 2 - 4, 0)
    var raw = [UInt8](repeating: 0, count: wanted)
    let count = try raw.withUnsafeMutableBytes { try source.fill($0) }
    raw.removeLast(wanted - count)
    raw.insert(contentsOf: kept, at: 0)
    let isAtEnd = count < wanted
    var written = 0
    var place = 0
    while let unit = unit(raw, at: place) {
      var value = UInt32(unit)
      var length = 2
      if unit & 0xFC00 == 0xD800 {
        let low = self.unit(raw, at: place + 2)
        if low == nil, !isAtEnd { break }
        if let low, low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
          length = 4
        }
      }
      for byte in String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8 {
        room[written] = byte
        written += 1
      }
      place += length
    }
    kept = Array(raw[place...])
    return (written, isAtEnd)
  }

  private func unit(_ raw: [UInt8], at place: Int) -> UInt16? {
    guard place + 1 < raw.count else { return nil }
    let (first, second) = (UInt16(raw[place]), UInt16(raw[place + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }
}
