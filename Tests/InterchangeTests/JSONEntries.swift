import TestSupport
import YoungCarers

/// Entries at random, the same for the same seed.
struct JSONEntries {
  var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  static let pieces = [
    "Zoë", "O'Brien", "Łukasz", "a\nb", "tab\there", "\"quoted\"", "back\\slash", "</script>", "😀",
    "\u{2028}", "शि", "x", "MacDonald-Fraser", "0042", "NULL", "=1+1", "{\"a\":1}", " ", "Å",
  ]

  static let extras = [
    Extra(key: "", json: "0"), Extra(key: "aaa", json: #"{"b": 1, "a":[ ]}"#),
    Extra(key: "dayz", json: "null"), Extra(key: "recordings", json: #""\u00e9\/""#),
    Extra(key: "with \"quotes\"", json: "123456789012345678901234567890"),
    Extra(key: "zz", json: "-1.50E+40"), Extra(key: "é", json: "true"),
  ]

  mutating func text() -> String {
    let count = Int.random(in: 1...4, using: &random)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  mutating func cell(_ type: FieldType) -> Cell {
    switch type {
    case .text: .text(text())
    case .id: .text(ID(.person, number: random.next() % ID.count).text)
    case .day: .day(Day(number: .random(in: -200_000...200_000, using: &random)))
    case .instant:
      .instant(
        Instant(
          microseconds: .random(in: -1_000_000_000_000_000...1_000_000_000_000_000, using: &random)
        ))
    case .integer: .integer(.random(in: -5_000_000_000...5_000_000_000, using: &random))
    case .truth: .truth(Bool.random(using: &random))
    case .list: .list((0...Int.random(in: 0...3, using: &random)).map { _ in text() })
    }
  }

  mutating func entry(_ kind: Kind, with given: [String: Cell] = [:]) throws -> Entry {
    let cells = kind.layout.fields.map { field in
      given[field.name]
        ?? (field.isRequired || Bool.random(using: &random) ? cell(field.type) : .absent)
    }
    let extra = Self.extras.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    return try Entry(kind, cells: cells, extra: extra)
  }
}
