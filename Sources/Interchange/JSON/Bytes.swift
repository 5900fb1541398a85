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
