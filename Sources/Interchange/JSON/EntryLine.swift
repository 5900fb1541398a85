import YoungCarers

/// An entry as one line of JSON: a flat object, keys sorted by their bytes, absent values left out,
/// slashes and everything above U+001F as it is. What a later version wrote and this one cannot name
/// stands in its sorted place, byte for byte.
public enum EntryLine {
  /// Appends the line, without its line feed.
  public static func encode(_ entry: Entry, into out: inout [UInt8]) {
    guard let kind = entry.kind else {
      if case .unknown(let unknown) = entry { out.append(contentsOf: unknown.line.utf8) }
      return
    }
    let cells = entry.cells
    compose(kind, entry.header.extra, into: &out) { place in
      if case .absent = cells[place] { false } else { true }
    } write: { place, _, out in
      write(cells[place], into: &out)
    }
  }

  /// A value as a row has it: a number, or bytes; those of a list are its JSON already.
  public enum Raw {
    case integer(Int64)
    case bytes(UnsafeBufferPointer<UInt8>)
  }

  /// The same line from the values of a row, in the order of the layout.
  public static func encode(
    _ kind: Kind, _ values: UnsafeBufferPointer<Raw?>, _ extra: [Extra], into out: inout [UInt8]
  ) {
    compose(kind, extra, into: &out) { place in
      if case .some = values[place] { true } else { false }
    } write: { place, type, out in
      if let value = values[place] { write(value, type, into: &out) }
    }
  }

  @inline(__always)
  private static func compose(
    _ kind: Kind, _ extra: [Extra], into out: inout [UInt8], isThere: (Int) -> Bool,
    write value: (Int, FieldType, inout [UInt8]) -> Void
  ) {
    let keys = LineKeys.of(kind)
    var extra = extra[...]
    let start = out.count
    keys.bytes.withUnsafeBufferPointer { bytes in
      for key in keys.keys {
        while let first = extra.first, first.key.utf8.lexicographicallyPrecedes(bytes[key.name]) {
          write(first, into: &out)
          extra.removeFirst()
        }
        if let place = key.place, !isThere(place) { continue }
        out.append(copying: UnsafeBufferPointer(rebasing: bytes[key.written]))
        if let place = key.place { value(place, key.type, &out) }
      }
    }
    for last in extra { write(last, into: &out) }
    out[start] = UInt8(ascii: "{")
    out.append(UInt8(ascii: "}"))
  }

  private static func write(_ value: Raw, _ type: FieldType, into out: inout [UInt8]) {
    switch (value, type) {
    case (.integer(let number), .truth):
      out.append(contentsOf: (number == 0 ? "false" : "true").utf8)
    case (.integer(let number), _): out.append(contentsOf: String(number).utf8)
    case (.bytes(let bytes), .list): out.append(copying: bytes)
    case (.bytes(let bytes), _): JSONEscape.write(bytes, into: &out)
    }
  }

  private static func write(_ extra: Extra, into out: inout [UInt8]) {
    out.append(UInt8(ascii: ","))
    JSONEscape.write(extra.key, into: &out)
    out.append(UInt8(ascii: ":"))
    out.append(contentsOf: extra.json.utf8)
  }

  private static func write(_ cell: Cell, into out: inout [UInt8]) {
    switch cell {
    case .absent: out.append(contentsOf: "null".utf8)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .truth(let truth): out.append(contentsOf: (truth ? "true" : "false").utf8)
    case .text(let text): JSONEscape.write(text, into: &out)
    case .day(let day): quoted(Day.length, into: &out) { day.write(to: $0) }
    case .instant(let instant): quoted(Instant.length, into: &out) { instant.write(to: $0) }
    case .list(let texts): ListText.write(texts, into: &out)
    }
  }
}

extension EntryLine {
  /// So many bytes that need no escape, in quotes.
  private static func quoted(
    _ length: Int, into out: inout [UInt8], _ write: (UnsafeMutablePointer<UInt8>) -> Void
  ) {
    out.append(atMost: length + 2) { start in
      start[0] = 0x22
      write(start + 1)
      start[length + 1] = 0x22
      return length + 2
    }
  }
}

extension EntryLine {
  /// Reads a line. Its problems name keys and kinds, and places within the line; whoever read the
  /// line knows the file.
  public static func decode(_ line: [UInt8]) throws -> Entry {
    try line.withUnsafeBufferPointer(decode)
  }

  public static func decode(_ line: UnsafeBufferPointer<UInt8>) throws -> Entry {
    let object = try JSONObject(line)
    return try entry(object, record: object.record())
  }

  /// Reads a line so that writing gives the same keys the same values byte for byte: a value that
  /// would be spelled otherwise stands among `extra`, as though its key had no name here. For lines
  /// sealed by a version that had none.
  public static func decode(asSpelled line: [UInt8]) throws -> Entry {
    try line.withUnsafeBufferPointer {
      let object = try JSONObject($0)
      return try entry(object, record: object.record(), asSpelled: true)
    }
  }

  /// Reads no more of a line than what every entry has, whatever its kind.
  public static func unread(_ line: [UInt8]) throws -> UnknownEntry {
    try line.withUnsafeBufferPointer {
      let object = try JSONObject($0)
      return try unread(object, record: object.record())
    }
  }

  static func entry(_ object: JSONObject, record: String, asSpelled: Bool = false) throws -> Entry {
    guard let kind = Kind(rawValue: record) else {
      return .unknown(try unread(object, record: record))
    }
    let keys = LineKeys.of(kind)
    var cells = [Cell](repeating: .absent, count: keys.layout.fields.count)
    var extra: [Extra] = []
    var next = 0
    for member in object.members {
      if let key = keys.find(member.key, in: object.bytes, from: &next) {
        guard let place = key.place else { continue }
        if asSpelled, !isSpelled(member.value, as: key.type, in: object.bytes) {
          let name = keys.layout.fields[place].name
          extra.append(Extra(key: name, json: object.bytes.raw(member.value.range)))
          continue
        }
        do {
          cells[place] = try object.bytes.cell(member.value, as: key.type)
        } catch let misfit as Misfit {
          let name = keys.layout.fields[place].name
          throw misfit.problem(named: name, type: key.type, of: record)
        }
      } else {
        extra.append(
          Extra(key: object.bytes.text(member.key), json: object.bytes.raw(member.value.range)))
      }
    }
    extra.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return try Entry(kind, cells: cells, extra: extra)
  }

  /// Whether a value stands in a line as it would be written.
  private static func isSpelled(
    _ value: JSONToken, as type: FieldType, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let cell = try? bytes.cell(value, as: type), cell != .absent else { return false }
    var written: [UInt8] = []
    write(cell, into: &written)
    return written.elementsEqual(bytes[value.range])
  }

  private static func unread(_ object: JSONObject, record: String) throws -> UnknownEntry {
    guard let id: ID = try object.header("id", of: record),
      let day: Day = try object.header("day", of: record),
      let recorded: Instant = try object.header("recorded", of: record)
    else {
      throw Problem(
        "field-missing", .data, "an entry needs \"id\", \"day\" and \"recorded\" of any kind")
    }
    var header = Header()
    header.id = id
    header.day = day
    header.recorded = recorded
    header.family = try object.header("family", of: record)
    header.replaces = try object.header("replaces", of: record)
    header.worker = try object.header("worker", of: record)
    return UnknownEntry(
      record: record, header: header, line: object.bytes.raw(0..<object.bytes.count))
  }
}
