/// A kind's fields, named once. One `visit` gives the JSON keys, the SQLite columns, the JSON Schema
/// and their documentation, so no two of them can drift apart.
public protocol Payload: Sendable, Equatable {
  static var kind: Kind { get }
  static var about: String { get }
  var header: Header { get set }
  var entry: Entry { get }
  /// Whom it is about, where it is about one person and not the whole case: a field of that name.
  var person: ID? { get }
  init()
  /// Names every field of the kind's own, in alphabetical order or not: the layout sorts them.
  mutating func visit(_ fields: inout some Fields) throws
}

/// Something that is shown each field of an entry in turn: a reader, a writer, or a scribe of names.
public protocol Fields {
  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String)
    throws
}

extension Payload {
  public var person: ID? { nil }

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

  /// From its values, each by its place in the layout.
  init(extra: [Extra], _ value: @escaping Entry.Values) throws {
    self.init()
    var reader = CellReader(kind: Self.kind, value: value)
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
  let kind: Kind
  let value: Entry.Values
  var next = 0

  mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value, _ about: String)
    throws
  {
    let cell = self.value(next, Value.type)
    next += 1
    // A blank entry has nothing in what it can do without.
    if !Value.isRequired, case .absent = cell { return }
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
