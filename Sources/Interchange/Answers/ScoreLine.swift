import YoungCarers

/// The line of results: what the sheet said of itself, and then its scores.
public final class ScoreLine: Sendable {
  static let results: [StaticString] = ["scores", "range", "bands", "missing", "flags"]

  /// What was scored before is scored anew: its results are replaced.
  static func isResult(_ key: JSONToken, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    results.contains { bytes.says(key, $0) }
  }

  /// Each sum's name as a key, with its colon.
  private let keys: [[UInt8]]
  /// Each sum's bands as texts.
  private let bands: [[[UInt8]]]

  public init(_ instrument: Instrument) {
    func quoted(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      JSONEscape.write(text, into: &bytes)
      return bytes
    }
    keys = instrument.sums.map { quoted($0.name) + [UInt8(ascii: ":")] }
    bands = instrument.sums.map { $0.bands.map { quoted($0.name) } }
  }

  /// Appends the line with its line feed. `scores` are those of this line's instrument.
  public func write(
    _ opening: [UInt8], _ scores: Scores, flags: [String], into out: inout [UInt8]
  ) {
    out.append(contentsOf: opening)
    put(",\"scores\":", &out)
    object(scores, &out) { _ in
      true
    } write: { place, out in
      if let value = scores.sums[place].value {
        number(value, &out)
      } else {
        put("null", &out)
      }
    }
    if scores.sums.contains(where: { $0.standing == .partial }) {
      put(",\"range\":", &out)
      object(scores, &out) {
        scores.sums[$0].standing == .partial
      } write: { place, out in
        let range = scores.sums[place].range
        list([range.lowerBound, range.upperBound], &out, write: number)
      }
    }
    put(",\"bands\":", &out)
    object(scores, &out) {
      !bands[$0].isEmpty
    } write: { place, out in
      list(bands[place][scores.sums[place].bands], &out) { $1.append(contentsOf: $0) }
    }
    put(",\"missing\":", &out)
    list(scores.missing, &out, write: number)
    put(",\"flags\":", &out)
    list(flags, &out) { JSONEscape.write($0, into: &$1) }
    put("}\n", &out)
  }

  private func put(_ text: StaticString, _ out: inout [UInt8]) {
    out.append(
      copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func object(
    _ scores: Scores, _ out: inout [UInt8], isThere: (Int) -> Bool,
    write: (Int, inout [UInt8]) -> Void
  ) {
    var mark = UInt8(ascii: "{")
    for place in scores.sums.indices where isThere(place) {
      out.append(mark)
      mark = UInt8(ascii: ",")
      out.append(contentsOf: keys[place])
      write(place, &out)
    }
    if mark == UInt8(ascii: "{") { out.append(mark) }
    out.append(UInt8(ascii: "}"))
  }

  private func list<Items: Sequence>(
    _ items: Items, _ out: inout [UInt8], write: (Items.Element, inout [UInt8]) -> Void
  ) {
    var mark = UInt8(ascii: "[")
    for item in items {
      out.append(mark)
      mark = UInt8(ascii: ",")
      write(item, &out)
    }
    if mark == UInt8(ascii: "[") { out.append(mark) }
    out.append(UInt8(ascii: "]"))
  }

  private func number(_ number: Int, _ out: inout [UInt8]) {
    guard 0..<10 ~= number else { return out.append(contentsOf: String(number).utf8) }
    out.append(0x30 + UInt8(number))
  }
}
