/// A kind's fields, named once. One `visit` gives the JSON keys, the SQLite columns, the JSON Schema
/// and their documentation, so no two of them can drift apart.
public protocol Payload: Sendable, Equatable {
  static var kind: Kind { get }
  static var about: String { get }
  var header: Header { get set }
  var entry: Entry { get }
  init()
  /// Names every field of the kind's own, in alphabetical order or not: the layout sorts them.
  mutating func visit(_ fields: inout some Fields) throws
}

/// Something that is shown each field of an entry in turn: a reader, a writer, or a scribe of names.
public protocol Fields {
  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String)
    throws
}

/// A value as it stands in a line or a row.
public enum Cell: Sendable, Equatable {
  case absent
  case integer(Int64)
  case truth(Bool)
  case text(String)
  case day(Day)
  case instant(Instant)
  case list([String])
}

public enum FieldType: String, Sendable {
  case text, id, day, instant, integer, truth, list
}

extension Cell {
  /// A text as a field of this type has it: empty is absent; nil where it is no such thing.
  public init?(_ text: String, as type: FieldType) {
    if text.isEmpty {
      self = .absent
    } else if type == .day {
      guard let day = Day(text) else { return nil }
      self = .day(day)
    } else if type == .instant {
      guard let instant = Instant(text) else { return nil }
      self = .instant(instant)
    } else {
      self = .text(text)
    }
  }
}

/// A type that a field may have.
public protocol FieldValue {
  static var type: FieldType { get }
  static var isRequired: Bool { get }
  var cell: Cell { get }
  /// Nil where the cell is not of this type.
  init?(_ cell: Cell)
}

extension FieldValue {
  public static var isRequired: Bool { true }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static var type: FieldType { Wrapped.type }
  public static var isRequired: Bool { false }
  public var cell: Cell { self?.cell ?? .absent }
  public init?(_ cell: Cell) {
    if case .absent = cell {
      self = .none
    } else {
      guard let value = Wrapped(cell) else { return nil }
      self = .some(value)
    }
  }
}

extension String: FieldValue {
  public static var type: FieldType { .text }
  public var cell: Cell { .text(self) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self = text
  }
}

extension ID: FieldValue {
  public static var type: FieldType { .id }
  public var cell: Cell { .text(text) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell, !text.isEmpty else { return nil }
    self.init(text)
  }
}

extension Day: FieldValue {
  public static var type: FieldType { .day }
  public var cell: Cell { .day(self) }
  public init?(_ cell: Cell) {
    guard case .day(let day) = cell else { return nil }
    self = day
  }
}

extension Instant: FieldValue {
  public static var type: FieldType { .instant }
  public var cell: Cell { .instant(self) }
  public init?(_ cell: Cell) {
    guard case .instant(let instant) = cell else { return nil }
    self = instant
  }
}

extension Int: FieldValue {
  public static var type: FieldType { .integer }
  public var cell: Cell { .integer(Int64(self)) }
  public init?(_ cell: Cell) {
    guard case .integer(let number) = cell else { return nil }
    self = Int(number)
  }
}

extension Bool: FieldValue {
  public static var type: FieldType { .truth }
  public var cell: Cell { .truth(self) }
  public init?(_ cell: Cell) {
    switch cell {
    case .truth(let truth): self = truth
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

/// Lists hold texts; an empty list is absent.
extension Array: FieldValue where Element == String {
  public static var type: FieldType { .list }
  public static var isRequired: Bool { false }
  public var cell: Cell { isEmpty ? .absent : .list(self) }
  public init?(_ cell: Cell) {
    switch cell {
    case .absent: self = []
    case .list(let list): self = list
    default: return nil
    }
  }
}

extension RawRepresentable where Self: FieldValue, RawValue == String {
  public static var type: FieldType { .text }
  public var cell: Cell { .text(rawValue) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self.init(rawValue: text)
  }
}

/// A word from an open list: a later version's words survive.
public protocol Code: RawRepresentable, FieldValue, Hashable, Sendable where RawValue == String {
  init(rawValue: String)
}

extension Payload {
  mutating func visitAll(_ fields: inout some Fields) throws {
    try fields.field("day", &header.day, "When it happened.")
    try fields.field("family", &header.family, "The case it was filed under.")
    try fields.field("id", &header.id, "The name of the entry; of a case or person, its id.")
    try fields.field("recorded", &header.recorded, "When it was written down (UTC).")
    try fields.field("replaces", &header.replaces, "The entry whose place this one takes.")
    try fields.field("worker", &header.worker, "Who did it, or who wrote it down.")
    try visit(&fields)
  }

  var cells: [Cell] {
    var copy = self
    var writer = CellWriter()
    // A writer cannot fail: it only takes.
    try? copy.visitAll(&writer)
    return writer.cells
  }

  init(cells: [Cell], extra: [Extra]) throws {
    self.init()
    var reader = CellReader(cells: cells, kind: Self.kind)
    try visitAll(&reader)
    header.extra = extra
  }
}

/// Where the fields that every kind has stand among its cells: `visitAll` names them first.
public enum HeaderPlace {
  public static let day = 0
  public static let family = 1
  public static let id = 2
  public static let recorded = 3
  public static let replaces = 4
  public static let worker = 5
}

/// The fields of one kind, in the order in which `cells` gives them.
public struct Layout: Sendable {
  public struct Field: Sendable {
    public let name: String
    public let type: FieldType
    public let isRequired: Bool
    public let about: String
  }

  public let fields: [Field]
  /// The places of the fields, and of `record` (as the count of fields), sorted by name: the order
  /// in a line.
  public let sorted: [Int]
  public let place: [String: Int]

  init(of kind: Kind) {
    func scribe(_ type: (some Payload).Type) -> [Field] {
      var blank = type.init()
      var scribe = Scribe()
      try? blank.visitAll(&scribe)
      return scribe.fields
    }
    let fields = scribe(kind.payload)
    let names = fields.map(\.name) + ["record"]
    self.fields = fields
    sorted = names.indices.sorted { names[$0] < names[$1] }
    place = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }
}

private struct Scribe: Fields {
  var fields: [Layout.Field] = []

  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String) {
    fields.append(
      Layout.Field(
        name: name, type: Value.type, isRequired: Value.isRequired && name != "family",
        about: about))
  }
}

private struct CellWriter: Fields {
  var cells: [Cell] = []

  init() { cells.reserveCapacity(40) }

  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String) {
    cells.append(value.cell)
  }
}

private struct CellReader: Fields {
  let cells: [Cell]
  let kind: Kind
  var next = 0

  init(cells: [Cell], kind: Kind) {
    self.cells = cells
    self.kind = kind
  }

  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String)
    throws
  {
    let cell = cells[next]
    next += 1
    if let read = Value(cell) {
      value = read
    } else if case .absent = cell {
      throw Problem(
        "field-missing", .data, "a \(kind) entry has no \"\(named: name)\"",
        cure: "See carers schema \(kind).")
    } else {
      throw Problem(
        "field-type", .data,
        "\"\(named: name)\" of a \(kind) entry is not \(named: Value.type.article)",
        cure: "See carers schema \(kind).")
    }
  }
}

extension FieldType {
  /// What it is called in a sentence.
  public var article: String {
    switch self {
    case .text: "a text"
    case .id: "an id"
    case .day: "a day (yyyy-MM-dd)"
    case .instant: "a time (yyyy-MM-ddThh:mm:ssZ)"
    case .integer: "a whole number"
    case .truth: "true or false"
    case .list: "a list of texts"
    }
  }
}
