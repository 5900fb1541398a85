import YoungCarers

/// A reading of one kind's rows that leaves out what nobody asks for: those who read many entries for
/// a few of their values.
struct PartReading {
  let kind: Kind
  let columns: [String]
  /// The column of each field of the layout; -1 where it is left out.
  private let places: [Int]

  /// These fields, those that no entry is without, and whose it is.
  init(_ kind: Kind, only fields: Set<String>) {
    self.kind = kind
    let known = Set(kind.layout.fields.map(\.name))
    precondition(fields.isSubset(of: known), "\(kind) has no such field")
    columns = kind.layout.fields.filter {
      $0.isRequired || fields.contains($0.name) || ["family", "person"].contains($0.name)
    }.map(\.name)
    var next = 0
    places = kind.layout.fields.map { [columns] field in
      guard next < columns.count, columns[next] == field.name else { return -1 }
      next += 1
      return next - 1
    }
  }

  /// As if the entry had nothing in what is left out.
  func entry(_ statement: Prepared) throws -> Entry {
    try Entry(kind) { place, type in
      places[place] < 0 ? .absent : statement.cell(places[place], type)
    }
  }
}
