/// What went wrong, where, and how to mend it. It carries codes, places and ids, never data: an
/// uncaught error prints its payload, and cron mails what is printed. Only the presenter reads the
/// excerpt from the input again, and masks it where a stranger might see it.
public struct Problem: Error, Sendable, Equatable {
  /// Stable, lower case, hyphenated: what `--errors json` prints and scripts compare.
  public var code: String
  public var status: Status
  public var place: Place?
  public var says: Sentence
  public var cure: Sentence?

  public init(
    _ code: String, _ status: Status, at place: Place? = nil, _ says: Sentence,
    cure: Sentence? = nil
  ) {
    self.code = code
    self.status = status
    self.place = place
    self.says = says
    self.cure = cure
  }

  /// The exit statuses of the contract, after `sysexits.h`.
  public enum Status: Int32, Sendable {
    case partial = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case fault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case notAllowed = 77
    case configuration = 78
  }
}

/// Where in the input: the physical line where the record starts, the column by its header's name,
/// and byte ranges into the input as it was read.
public struct Place: Sendable, Equatable {
  public var file: String
  public var line: Int?
  public var column: String?
  /// The bytes of the value that is wrong.
  public var value: Range<Int>?
  /// The bytes of the whole record, its line end included.
  public var record: Range<Int>?

  public init(
    file: String, line: Int? = nil, column: String? = nil, value: Range<Int>? = nil,
    record: Range<Int>? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.record = record
  }
}

/// A sentence that cannot hold a child's data: only numbers, ids, and the names of things that are
/// not people (files, options, columns, fields, codes) can be interpolated. `\(.value)` marks where
/// the presenter may put the excerpt.
public struct Sentence: Sendable, Equatable, ExpressibleByStringInterpolation {
  public enum Hole: Sendable { case value }

  public enum Part: Sendable, Equatable {
    case words(String)
    case value
  }

  public private(set) var parts: [Part]

  public init(stringLiteral value: String) { parts = [.words(value)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    private mutating func add(_ text: String) {
      if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + text)
      } else {
        parts.append(.words(text))
      }
    }

    public mutating func appendLiteral(_ literal: String) { add(literal) }
    public mutating func appendInterpolation(_ number: Int) { add(String(number)) }
    public mutating func appendInterpolation(_ id: ID) { add(id.text) }
    public mutating func appendInterpolation(_ kind: Kind) { add(kind.rawValue) }
    public mutating func appendInterpolation(_ hole: Hole) {
      parts.append(.value)
    }
    /// A file, option, column, field or code: the name of a thing, never of a person.
    public mutating func appendInterpolation(named name: String) { add(name) }
  }

  /// The sentence with each hole filled by what the presenter may show.
  public func text(value: String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .value: value
      }
    }.joined()
  }
}

extension Sentence.StringInterpolation {
  public mutating func appendInterpolation(_ sentence: Sentence) {
    for part in sentence.parts {
      switch part {
      case .words(let words): appendLiteral(words)
      case .value: appendInterpolation(.value as Sentence.Hole)
      }
    }
  }
}
