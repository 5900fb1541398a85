import YoungCarers

/// The keys of one kind as they stand in its lines, sorted: `,"day":` and so on, in one run of
/// bytes, with `"record"` and its value among them.
final class LineKeys: Sendable {
  struct Key: Sendable {
    /// The field's place in the layout; nil for `record`.
    let place: Int?
    let type: FieldType
    /// The comma, the quoted name and the colon; of `record` its value too.
    let written: Range<Int>
    /// The name alone.
    let name: Range<Int>
  }

  let layout: Layout
  let bytes: [UInt8]
  let keys: [Key]

  static func of(_ kind: Kind) -> LineKeys { all[kind.rank] }
  private static let all = Kind.allCases.map(LineKeys.init)

  private init(_ kind: Kind) {
    layout = kind.layout
    var bytes: [UInt8] = []
    var keys: [Key] = []
    for place in layout.sorted {
      let isField = place < layout.fields.count
      let start = bytes.count
      bytes.append(contentsOf: ",\"".utf8)
      bytes.append(contentsOf: (isField ? layout.fields[place].name : "record").utf8)
      let name = start + 2..<bytes.count
      bytes.append(contentsOf: (isField ? "\":" : "\":\"\(kind.rawValue)\"").utf8)
      let type = isField ? layout.fields[place].type : .text
      keys.append(
        Key(place: isField ? place : nil, type: type, written: start..<bytes.count, name: name))
    }
    self.bytes = bytes
    self.keys = keys
  }

  /// The key with this name. Lines are sorted as the keys are, so the search goes on from the last
  /// one found and seldom looks at two.
  func find(_ name: JSONToken, in line: UnsafeBufferPointer<UInt8>, from next: inout Int) -> Key? {
    bytes.withUnsafeBufferPointer { bytes in
      for step in 0..<keys.count {
        let place = next + step < keys.count ? next + step : next + step - keys.count
        let key = keys[place]
        if line.says(name, UnsafeBufferPointer(rebasing: bytes[key.name])) {
          next = place + 1 == keys.count ? 0 : place + 1
          return key
        }
      }
      return nil
    }
  }
}
