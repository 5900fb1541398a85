import GRDB
import YoungCarers

/// What a store was made with.
public struct Settings: Sendable, Equatable {
  public var profile: Profile
  /// The service's own key: digests of senders' rows and tombstones are made under it, so that nobody
  /// without the store can try names against them. Empty in a pipe.
  public var key: [UInt8]

  public init(profile: Profile, key: [UInt8]) {
    self.profile = profile
    self.key = key
  }

  /// Whether nobody made a store: the configuration says what a pipe is.
  public var areNone: Bool { key.isEmpty }

  /// A fresh 256-bit key.
  public static func new(_ profile: Profile, source: RandomSource) -> Settings {
    let words = (0..<4).map { _ in source.next() }
    let key = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    return Settings(profile: profile, key: key)
  }

  init(reading db: GRDB.Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting")
    let values = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    self.init(values)
  }

  init(_ values: [String: String]) {
    profile = values["profile"].flatMap(Profile.init) ?? .plain
    key = Hex.bytes(values["key"] ?? "")
  }

  var values: [String: String] { ["profile": profile.rawValue, "key": Hex.text(key)] }

  func write(_ db: GRDB.Database) throws {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO setting(name, value) VALUES (?, ?)", arguments: [name, value])
    }
  }
}

enum Hex {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nothing where the text is not pairs of hexadecimal digits.
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count % 2 == 0, !digits.contains(nil) else { return [] }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8((digits[$0] ?? 0) * 16 + (digits[$0 + 1] ?? 0))
    }
  }
}
