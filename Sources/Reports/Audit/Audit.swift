import YoungCarers

/// What a reader of a table can work out that it does not tell, and what small numbers it does.
public struct Audit: Equatable {
  public struct Finding: Equatable, Sendable {
    public enum Kind: String, Sendable {
      case recovered = "can be worked out"
      case small = "small number"
      case difference = "small difference"
    }

    public var kind: Kind
    public var table: String
    public var row: String
    public var column: String
    public var value: Int
    /// How it is worked out.
    public var because: String?
  }

  public private(set) var findings: [Finding] = []
  /// What was looked at.
  public private(set) var numbers = 0
  public private(set) var held = 0
  public private(set) var totals = 0

  /// `previous` are tables of the same quantities that were published before.
  public init(_ tables: [AuditedTable], previous: [AuditedTable] = [], threshold: Int = 5) {
    var reader = AuditReader()
    for table in tables { reader.read(table) }
    for (table, cells) in zip(tables, reader.places) {
      totals += Set(table.sums.map { [$0.whole.row, $0.whole.column] }).count
      for (row, line) in cells.enumerated() {
        for (column, place) in line.enumerated() {
          guard place != nil, table.counts(column) else { continue }
          switch table.rows[row].cells[column] {
          case .number(let number):
            numbers += 1
            if number > 0, number < threshold { add(.small, table, row, column, number, nil) }
          default: held += 1
          }
        }
      }
    }
    let before = EarlierCells(previous)
    for (table, cells) in zip(tables, reader.places) {
      compare(table, before, &reader, cells, threshold)
    }
    reader.solve()
    for (table, cells) in zip(tables, reader.places) {
      for (row, line) in cells.enumerated() {
        for (column, place) in line.enumerated() {
          guard let place, case .held = table.rows[row].cells[column],
            let (number, because) = reader.found[place]
          else { continue }
          add(.recovered, table, row, column, number, because)
        }
      }
    }
  }

  private mutating func add(
    _ kind: Finding.Kind, _ table: AuditedTable, _ row: Int, _ column: Int, _ value: Int,
    _ because: String?
  ) {
    findings.append(
      Finding(
        kind: kind, table: table.name, row: table.rows[row].label, column: table.columns[column],
        value: value, because: because))
  }

  /// The same cells as they were published before.
  private mutating func compare(
    _ table: AuditedTable, _ before: EarlierCells, _ reader: inout AuditReader, _ cells: [[Int?]],
    _ threshold: Int
  ) {
    for (row, line) in table.rows.enumerated() {
      for (column, cell) in line.cells.enumerated() where table.counts(column) {
        guard let place = cells[row][column], let old = before[table, row, column] else { continue }
        switch (old, cell) {
        case (.number(let old), .number(let new)):
          let difference = abs(new - old)
          if difference > 0, difference < threshold {
            add(
              .difference, table, row, column, difference,
              "\(new) here and \(old) in the earlier table")
          }
        case (.number(let old), .held): reader.know(place, old, "the earlier table tells it")
        case (.held, .number(let new)) where new > 0 && new < threshold: continue
        case (.held, .number(let new)):
          add(.recovered, table, row, column, new, "the earlier table holds back what is told here")
        default: continue
        }
      }
    }
  }
}

/// The cells of earlier tables, by what they count: the quantity, or the headings of row and column.
private struct EarlierCells {
  private var cells: [[String]: AuditedCell] = [:]

  init(_ tables: [AuditedTable]) {
    for table in tables {
      for (row, line) in table.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() {
          for key in Self.keys(table, row, column) { cells[key] = cell }
        }
      }
    }
  }

  subscript(table: AuditedTable, row: Int, column: Int) -> AuditedCell? {
    Self.keys(table, row, column).lazy.compactMap { cells[$0] }.first
  }

  private static func keys(_ table: AuditedTable, _ row: Int, _ column: Int) -> [[String]] {
    if let quantity = table.rows[row].quantities[column] { return [[quantity]] }
    return [[table.name, table.rows[row].label, table.columns[column]].map(Text.folded)]
  }
}
