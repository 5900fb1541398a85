import YoungCarers

/// Lines of bytes from whatever gives bytes, in memory bounded by the longest line. A byte order mark
/// before the first is dropped.
struct LineReader {
  struct Line {
    /// The bytes in the buffer without their line end, LF or CR LF; good until the next line.
    var bytes: Range<Int>
    /// From 1.
    var number: Int
    /// The bytes in the input, the line end included.
    var place: Range<Int>
    /// False where the input ends without a line feed.
    var isEnded: Bool
  }

  /// 4 MiB: no entry is near it, and what is not lines stops here.
  static let longest = 4 << 20

  private(set) var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// The lines taken so far.
  private(set) var number = 0
  private let read: StreamReader.Read
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Where in the input the buffer begins.
  private var origin = 0

  init(_ read: @escaping StreamReader.Read) { self.read = read }

  mutating func next() throws -> Line? {
    if number == 0 { try skipMark() }
    var searched = 0
    while true {
      if let feed = lineFeed(from: start + searched) { return try take(until: feed, feed + 1) }
      searched = end - start
      guard searched <= Self.longest else { return try take(until: end, end) }
      guard try fill() else { return searched > 0 ? try take(until: end, end) : nil }
    }
  }

  private mutating func take(until last: Int, _ next: Int) throws -> Line {
    number += 1
    let hasReturn = last > start && buffer[last - 1] == 0x0D
    let line = Line(
      bytes: start..<(hasReturn ? last - 1 : last), number: number,
      place: origin + start..<origin + next, isEnded: next > last)
    guard last - start <= Self.longest else {
      throw Problem(
        "line-too-long", .data, at: Place(file: "", line: number, record: line.place),
        "the line is longer than \(Self.longest >> 20) MiB",
        cure: "An entry is one line: check that this is a stream of entries.")
    }
    start = next
    return line
  }

  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      var at = start
      while at < end {
        if bytes[at] == 0x0A { return at }
        at += 1
      }
      return nil
    }
  }

  private mutating func skipMark() throws {
    while end < 3, try fill() {}
    if buffer[0..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  /// Moves what is left to the front and reads on; false at the end.
  private mutating func fill() throws -> Bool {
    if isAtEnd { return false }
    let kept = start..<end
    buffer.withUnsafeMutableBytes {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[kept]))
    }
    origin += start
    (start, end) = (0, kept.count)
    if end == buffer.count { buffer += repeatElement(0, count: end) }
    let (read, filled) = (read, end)
    let count = try buffer.withUnsafeMutableBytes {
      try read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
    }
    end += count
    isAtEnd = count == 0
    return count > 0
  }
}
