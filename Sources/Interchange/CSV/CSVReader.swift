import YoungCarers

/// RFC 4180, read as a stream of records. Fields are offsets into a buffer until they are asked
/// for: the scan changes nothing, so a record that the buffer cut in two is simply scanned again,
/// and doubled quotes are folded only when the record is whole. LF, CRLF and CR each end a line.
public struct CSVReader: ~Copyable {
  /// The physical line where the record starts.
  public private(set) var line = 1
  /// How many physical lines it spans.
  public private(set) var lines = 1
  /// Its bytes in the input, line end included.
  public private(set) var record = 0..<0
  public private(set) var count = 0
  /// Text stands after a closing quote: where one value ends and the next begins is not sure.
  public private(set) var isMalformed = false

  private struct Slot {
    var start: Int32
    var end: Int32
    /// Where the value stands with its doubled quotes folded; -1 where it needs none.
    var folded: Int32
  }

  private enum Outcome { case record, more, end, openQuote }

  let file: String
  private let delimiter: UInt8
  private let limit: Int
  private var input: InputBuffer
  private var start = 0
  private var next = 0
  private var nextLine = 1
  private var quoteLine = 1
  private var slots: UnsafeMutablePointer<Slot>
  private var slotCapacity = 64
  private var hasDoubled = false
  private var fold: [UInt8] = []

  /// `limit` is the longest record in bytes: a quote that is never closed must not eat the memory.
  public init(
    _ source: ByteSource, file: String, encoding: ProvedEncoding, delimiter: UInt8 = 44,
    limit: Int = 1 << 20, buffer: Int = 1 << 18
  ) throws {
    self.file = file
    self.delimiter = delimiter
    self.limit = limit
    input = try InputBuffer(source, encoding, capacity: buffer)
    slots = .allocate(capacity: slotCapacity)
    record = encoding.mark..<encoding.mark
  }

  deinit { slots.deallocate() }

  /// The value, without its quotes; good until the next record is read.
  public subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    let slot = slots[field]
    guard slot.folded >= 0 else {
      return UnsafeBufferPointer(
        start: input.base + Int(slot.start), count: Int(slot.end - slot.start))
    }
    let length = fold.withUnsafeBufferPointer { $0.baseAddress.map { $0 + Int(slot.folded) } }
    return UnsafeBufferPointer(start: length, count: foldedCount(slot))
  }

  /// The value's bytes in the input.
  public func range(of field: Int) -> Range<Int> {
    let slot = slots[field]
    let from = record.lowerBound + input.originalCount(start..<Int(slot.start))
    return from..<(from + input.originalCount(Int(slot.start)..<Int(slot.end)))
  }

  /// Where the field begins in the input, its quotation mark included.
  func start(of field: Int) -> Int {
    let from = Int(slots[field].start)
    let isQuoted = from > start && input.base[from - 1] == 34
    return record.lowerBound + input.originalCount(start..<(isQuoted ? from - 1 : from))
  }

  /// The whole record as it stands in the buffer.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: input.base + start, count: next - start)
  }

  /// Reads the next record; false at the end of the input.
  public mutating func advance() throws -> Bool {
    start = next
    line = nextLine
    while true {
      switch scan() {
      case .end:
        return false
      case .record:
        guard next - start <= limit else { throw tooLong() }
        let from = record.upperBound
        record = from..<(from + input.originalCount(start..<next))
        if isMalformed { try refuseIfOpen() }
        if hasDoubled { foldDoubled() }
        return true
      case .openQuote:
        throw openQuote(at: quoteLine)
      case .more:
        guard input.end - start <= limit else { throw tooLong() }
        try input.refill(keeping: start)
        next -= start
        start = 0
      }
    }
  }

  private mutating func append(_ from: Int, _ to: Int, doubled: Bool) {
    if count == slotCapacity {
      let larger = UnsafeMutablePointer<Slot>.allocate(capacity: slotCapacity * 2)
      larger.update(from: slots, count: count)
      slots.deallocate()
      slots = larger
      slotCapacity *= 2
    }
    slots[count] = Slot(start: Int32(from), end: Int32(to), folded: doubled ? 0 : -1)
    count += 1
  }

  private mutating func scan() -> Outcome {
    let (base, end, isAtEnd) = (input.base, input.end, input.isAtEnd)
    guard start < end || !isAtEnd else { return .end }
    (count, lines, isMalformed, hasDoubled) = (0, 1, false, false)
    var place = start
    while true {
      guard place < end || isAtEnd else { return .more }
      var from = place
      var value: Int?
      var doubled = false
      if place < end, base[place] == 34 {
        quoteLine = line + lines - 1
        from += 1
        place += 1
        while true {
          guard place < end else { return isAtEnd ? .openQuote : .more }
          let byte = base[place]
          place += 1
          if byte == 34 {
            guard place < end || isAtEnd else { return .more }
            guard place < end, base[place] == 34 else { break }
            doubled = true
            place += 1
          } else if byte == 10 || (byte == 13 && (place == end || base[place] != 10)) {
            lines += 1
          }
        }
        value = place - 1
      }
      let rest = place
      place = base.firstStop(delimiter, from: place, to: end)
      guard place < end || isAtEnd else { return .more }
      if value != nil, place > rest {
        isMalformed = true
        (from, value, doubled) = (from - 1, nil, false)
      }
      append(from, value ?? place, doubled: doubled)
      hasDoubled = hasDoubled || doubled
      guard place < end, base[place] == delimiter else { break }
      place += 1
    }
    if place < end {
      let byte = base[place]
      place += 1
      if byte == 13 {
        guard place < end || isAtEnd else { return .more }
        if place < end, base[place] == 10 { place += 1 }
      }
    }
    next = place
    nextLine = line + lines
    return .record
  }

  private func foldedCount(_ slot: Slot) -> Int {
    var count = Int(slot.end - slot.start)
    var place = Int(slot.start)
    while place < Int(slot.end) {
      if input.base[place] == 34 {
        count -= 1
        place += 1
      }
      place += 1
    }
    return count
  }

  private mutating func foldDoubled() {
    fold.removeAll(keepingCapacity: true)
    for field in 0..<count where slots[field].folded >= 0 {
      slots[field].folded = Int32(fold.count)
      var place = Int(slots[field].start)
      while place < Int(slots[field].end) {
        fold.append(input.base[place])
        place += input.base[place] == 34 ? 2 : 1
      }
    }
  }
}

extension CSVReader {
  /// A malformed record is one bad row only where every quote that it opens it also closes, on its
  /// own line. Otherwise a quote has swallowed or shifted the rows that follow.
  private func refuseIfOpen() throws {
    guard lines > 1 || bytes.count(where: { $0 == 34 }) % 2 == 1 else { return }
    throw openQuote(at: line)
  }

  func openQuote(at line: Int) -> Problem {
    Problem(
      "quote-open", .data, at: Place(file: file, line: line),
      """
      a quotation mark is opened on this line and not closed where its value ends: rows after it \
      are swallowed or shifted
      """,
      cure: "Close or remove the quotation mark; one inside a value is written twice.")
  }

  private func tooLong() -> Problem {
    Problem(
      "record-too-long", .data, at: Place(file: file, line: line),
      "the row that begins on this line is longer than \(limit) bytes",
      cure: """
        A quotation mark that is opened and never closed does this: look on line \(quoteLine).
        """)
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Where the next delimiter or line end stands, or `end`: eight bytes at a time.
  @inline(__always)
  fileprivate func firstStop(_ delimiter: UInt8, from start: Int, to end: Int) -> Int {
    var place = start
    while place &+ 8 <= end {
      let bytes = EightBytes(self + place)
      let stops = bytes.equal(to: delimiter) | bytes.equal(to: 10) | bytes.equal(to: 13)
      if stops != 0 { return place &+ stops.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end, self[place] != delimiter, self[place] != 10, self[place] != 13 {
      place &+= 1
    }
    return place
  }
}
