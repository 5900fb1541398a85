/// What every entry has.
public struct Header: Sendable, Equatable {
  public var id = ID("")
  /// The case it was filed under when it was written; who is who today is derived, never re-filed.
  public var family: ID?
  /// When it happened.
  public var day = Day(number: 0)
  /// When it was written down.
  public var recorded = Instant(microseconds: 0)
  public var worker: String?
  /// The entry of the same kind whose place this one takes.
  public var replaces: ID?
  /// What a later version wrote that this one has no name for.
  public var extra: [Extra] = []

  public init() {}
}

/// A key this version has no name for, and its value as JSON text, kept byte for byte.
public struct Extra: Sendable, Equatable {
  public var key: String
  public var json: String

  public init(key: String, json: String) {
    self.key = key
    self.json = json
  }
}

/// An entry of a kind that this version does not know.
public struct UnknownEntry: Sendable, Equatable {
  public var record: String
  public var header: Header
  /// The whole line as it was read.
  public var line: String

  public init(record: String, header: Header, line: String) {
    self.record = record
    self.header = header
    self.line = line
  }
}
