/// When something was written down: UTC, microseconds. Rising within a command, and never moved by
/// `--today`.
public struct Instant: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  public var microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

  /// A microsecond before: the last that is earlier.
  public var before: Instant { Instant(microseconds: microseconds - 1) }

  /// `2026-11-22T06:08:15.123456Z`, always 27 bytes, so that text sorts as time does.
  public var text: String {
    String(unsafeUninitializedCapacity: Instant.length) { out in
      write(to: out.baseAddress)
      return Instant.length
    }
  }

  /// The bytes of `text`.
  public static let length = 27

  /// Writes the `length` bytes of `text`.
  public func write(to start: UnsafeMutablePointer<UInt8>?) {
    guard let out = start else { return }
    let (days, within) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
    let time = within < 0 ? within + 86_400_000_000 : within
    Day(number: Int32(within < 0 ? days - 1 : days)).write(to: out)
    func put(_ number: Int64, _ digits: Int, at place: Int) {
      var rest = number
      for offset in stride(from: digits - 1, through: 0, by: -1) {
        out[place + offset] = 48 + UInt8(rest % 10)
        rest /= 10
      }
    }
    (out[10], out[13], out[16]) = (UInt8(ascii: "T"), 58, 58)
    (out[19], out[26]) = (UInt8(ascii: "."), UInt8(ascii: "Z"))
    put(time / 3_600_000_000, 2, at: 11)
    put(time / 60_000_000 % 60, 2, at: 14)
    put(time / 1_000_000 % 60, 2, at: 17)
    put(time % 1_000_000, 6, at: 20)
  }

  /// Reads what `text` writes; seconds or any number of decimals will do.
  public init?(_ text: String) {
    var copy = text
    guard let read = copy.withUTF8({ Instant(utf8: $0) }) else { return nil }
    self = read
  }

  /// The same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let read = Instant.microseconds(bytes) else { return nil }
    microseconds = read
  }

  private static func microseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == 58, bytes[16] == 58,
      let day = Day(utf8: UnsafeBufferPointer(rebasing: bytes[..<10]))
    else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int64(byte - 48)
      }
      return value
    }
    guard let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
      let second = number(17..<19), second < 60
    else { return nil }
    var fraction: Int64 = 0
    if bytes.count > 20 {
      guard bytes[19] == UInt8(ascii: "."), bytes.count <= 27, bytes.count > 21,
        let read = number(20..<bytes.count - 1)
      else { return nil }
      fraction = read
      for _ in bytes.count..<27 { fraction *= 10 }
    }
    return ((Int64(day.number) * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000
      + fraction
  }
}
