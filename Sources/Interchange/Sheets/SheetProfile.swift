import YoungCarers

/// What is known beforehand of an agency's sheets: all of it may be left to be proved.
public struct SheetProfile: Sendable, Equatable {
  public enum DateOrder: String, Sendable, CaseIterable {
    case dmy, ymd, mdy
  }

  public var agency: String?
  public var agencyKind: String?
  /// One character: `,` `;` tab or `|`.
  public var delimiter: Character?
  public var encoding: TextEncoding?
  public var dates: DateOrder?
  public var columns: [SheetMapping]
  /// Columns that the reader knows beside a referral's; an import knows none.
  public var further: [SheetFurther] = []
  /// The sheet was written by `CSVWriter` for a spreadsheet: its formula guards are taken off.
  public var isGuarded = false

  public init(
    agency: String? = nil, agencyKind: String? = nil, delimiter: Character? = nil,
    encoding: TextEncoding? = nil, dates: DateOrder? = nil, columns: [SheetMapping] = []
  ) {
    self.agency = agency
    self.agencyKind = agencyKind
    self.delimiter = delimiter
    self.encoding = encoding
    self.dates = dates
    self.columns = columns
  }
}

/// Which field a column is taken for: `Legal Forename=given`, by number `#3=given`, or `Notes=` to
/// leave the column out.
public struct SheetMapping: Sendable, Equatable {
  public var header: String
  /// Nil where it is none of a referral's.
  public var field: SheetField?
  /// Nil where it is none of the reader's own.
  public var further: SheetFurther?

  /// The column is not to be taken.
  var isLeftOut: Bool { field == nil && further == nil }

  public init(header: String, field: SheetField?) {
    self.header = header
    self.field = field
  }

  /// From `--map "HEADER=field"`. The last `=` counts: a header may hold one.
  public init(argument: String) throws { try self.init(argument: argument, further: []) }

  /// The same, where the reader knows further columns.
  public init(argument: String, further: [SheetFurther]) throws {
    guard let equals = argument.lastIndex(of: "="), equals > argument.startIndex else {
      throw Problem(
        "map-shape", .usage, "--map takes \"HEADER=field\"",
        cure: "For example --map \"Legal Forename=given\", or --map \"#3=given\" by number.")
    }
    try self.init(
      header: String(argument[..<equals]),
      named: String(argument[argument.index(after: equals)...]), further: further)
  }

  /// From a profile's table: header and the field's name, which may be empty. A referral's field is
  /// meant where one of the reader's own has the same name.
  public init(header: String, named name: String, further: [SheetFurther] = []) throws {
    self.header = header
    guard !name.isEmpty else {
      field = nil
      return
    }
    field = Self.field(named: name)
    guard field == nil else { return }
    let folded = SheetHeader.fold(name)
    self.further = further.first { $0.names.contains(folded) }
    if self.further == nil {
      throw Problem(
        "map-field", .usage, "\"\(named: name)\" is no field of a referral sheet",
        cure: Nearest.cure(
          name, among: SheetField.allCases.map(\.rawValue) + further.map(\.code)))
    }
  }

  /// Whatever its case.
  static func field(named name: String) -> SheetField? {
    SheetField.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
  }

  /// The column's number from 1 where it is named by number.
  var number: Int? {
    header.first == "#" ? Int(header.dropFirst()).flatMap { $0 > 0 ? $0 : nil } : nil
  }
}
