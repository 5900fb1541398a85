extension [UInt8] {
  /// Adds at most so many bytes, as many as `write` says that it wrote: short values at a fraction of
  /// what the library's append of a collection costs.
  @inlinable @inline(__always)
  public mutating func append(atMost count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { bytes, written in
        if let start = bytes.baseAddress { written = write(start) }
      }
    }
  }

  /// Adds bytes, copied at once.
  @inlinable @inline(__always)
  public mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
    append(atMost: bytes.count) { start in
      if let source = bytes.baseAddress { start.update(from: source, count: bytes.count) }
      return bytes.count
    }
  }
}

/// Eight bytes looked at together. What is asked gives the top bit of each byte for which it is true;
/// above the lowest such byte a mark may also be a false one.
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The first byte lowest.
  private let word: UInt64

  init(_ bytes: UnsafePointer<UInt8>) {
    word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The bytes below `limit`, which is at most 128.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 { Self.below(limit, word) }

  /// The bytes that are this one.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 { Self.below(1, word ^ Self.ones &* UInt64(byte)) }

  /// The bytes that are no ASCII.
  @inline(__always)
  var high: UInt64 { word & Self.ones << 7 }

  @inline(__always)
  private static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & ones << 7
  }
}
