import YoungCarers

/// A column of a sheet and what it is taken for.
public struct SheetColumn: Sendable, Equatable {
  /// From 1, as the sender counts.
  public let number: Int
  public let header: String
  public internal(set) var field: SheetField?
  /// What the reader of the sheet knows it for, beside a referral's fields.
  public internal(set) var further: SheetFurther?
  /// Up to three different values, for a person to look at: a child's data.
  public internal(set) var samples: [String] = []

  /// Its header, or its number where it has none.
  public var name: String { header.isEmpty ? "#\(number)" : header }

  var isDate: Bool { field?.isDate ?? further?.isDate ?? false }
  var tellsWho: Bool { field?.tellsWho ?? false || further?.tellsWho ?? false }
}

/// Gives each column its field: what was mapped first, then what its header is known for. Refuses
/// where two columns could be meant.
struct ColumnAssignment {
  let file: String
  let header: SheetHeader
  let profile: SheetProfile
  var columns: [SheetColumn]
  let folded: [String]
  var isMapped: [Bool]

  init(file: String, header: SheetHeader, profile: SheetProfile) {
    self.file = file
    self.header = header
    self.profile = profile
    columns = header.names.enumerated().map { SheetColumn(number: $0 + 1, header: $1) }
    folded = header.names.map(SheetHeader.fold)
    isMapped = columns.map { _ in false }
  }

  /// `strict` refuses what a person must settle before rows can be taken.
  mutating func assign(strict: Bool) throws -> [SheetColumn] {
    try checkHeaders()
    for mapping in profile.columns { try apply(mapping, strict: strict) }
    try takeFurther(strict: strict)
    try takeKnown(strict: strict)
    takeContactBlock()
    guard strict else { return columns }
    if !columns.contains(where: { $0.field?.isName ?? $0.further?.tellsWho ?? false }) {
      throw problem(
        "no-name-column", "no column of this file is taken for a child's name",
        "See carers refer columns \(named: file), and name it: --map \"HEADER=surname\".")
    }
    return columns
  }

  private func problem(_ code: String, _ says: Sentence, _ cure: Sentence) -> Problem {
    Problem(code, .data, at: Place(file: file, line: header.line), says, cure: cure)
  }

  private func checkHeaders() throws {
    for column in columns where Text.forbidden(in: column.header) != nil {
      throw problem(
        "header-control", "the heading of column \(column.number) holds a control character",
        "Type the heading again and save the file.")
    }
  }

  private mutating func apply(_ mapping: SheetMapping, strict: Bool) throws {
    let wanted = SheetHeader.fold(mapping.header)
    let places = columns.indices.filter {
      mapping.number.map { $0 - 1 } == $0 || (mapping.number == nil && folded[$0] == wanted)
    }
    guard let place = places.first else {
      if mapping.isLeftOut || !strict { return }
      throw problem(
        "map-no-column", "there is no column \"\(named: mapping.header)\" in this file",
        "See carers refer columns \(named: file): has the sender's export changed?")
    }
    if places.count > 1, !mapping.isLeftOut { throw twice(places) }
    if let field = mapping.field, !field.isJoined,
      columns.indices.contains(where: { isMapped[$0] && $0 != place && columns[$0].field == field })
    {
      throw Problem(
        "map-twice", .usage, "two columns are mapped to \"\(named: field.rawValue)\"",
        cure: "Only address and tasks may be made of several columns.")
    }
    for place in places {
      columns[place].field = mapping.field
      columns[place].further = mapping.further
      isMapped[place] = true
    }
  }

  private func twice(_ places: [Int]) -> Problem {
    let (first, second) = (places[0], places[1])
    let field = SheetField.known[folded[first]]?.field ?? .given
    return problem(
      "header-twice",
      """
      columns \(first + 1) and \(second + 1) are both called \
      \"\(named: columns[first].header)\": which one is meant is not known
      """,
      """
      Name them by number: --map "#\(first + 1)=\(named: field.rawValue)" \
      --map "#\(second + 1)=" leaves the other out.
      """)
  }

  private mutating func takeKnown(strict: Bool) throws {
    var taken = Set(columns.compactMap(\.field))
    var nearest: [SheetField: (place: Int, rank: Int)] = [:]
    for place in columns.indices where !isMapped[place] {
      guard let known = SheetField.known[folded[place]] else { continue }
      if taken.contains(known.field), !known.field.isJoined { continue }
      let same = columns.indices.filter { folded[$0] == folded[place] && !isMapped[$0] }
      if same.count > 1 {
        if strict { throw twice(same) }
        continue
      }
      if known.field.isJoined {
        columns[place].field = known.field
      } else if known.rank < nearest[known.field]?.rank ?? .max {
        nearest[known.field] = (place, known.rank)
      }
    }
    for (field, found) in nearest { columns[found.place].field = field }
    taken.formUnion(nearest.keys)
    let name = nearest[.name]?.place
    if let name, taken.contains(.given) || taken.contains(.surname) { columns[name].field = nil }
    if nearest[.name] == nil, taken.contains(.name) {
      for field in [SheetField.given, .surname] {
        if let found = nearest[field] { columns[found.place].field = nil }
      }
    }
  }

  /// A school's contact export repeats the pupil beside each contact: where a relationship is told,
  /// a telephone and an e-mail address are the contact's.
  private mutating func takeContactBlock() {
    guard columns.contains(where: { $0.field == .contactRelation }) else { return }
    for (field, contact) in [(SheetField.phone, SheetField.contactPhone), (.email, .contactEmail)] {
      guard let place = columns.firstIndex(where: { $0.field == field }), !isMapped[place] else {
        continue
      }
      let isFree = !columns.contains { $0.field == contact }
      columns[place].field = isFree ? contact : nil
    }
  }
}
