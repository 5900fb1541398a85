import YoungCarers

/// A referral sheet whose encoding, delimiter, header and date columns were proved over the whole
/// file before any row of it is believed.
public struct Sheet {
  public let file: String
  public let encoding: TextEncoding
  public let columns: [SheetColumn]
  /// What was proved or left out, to be said aloud.
  public let remarks: [Remark]
  public var delimiter: Character { Character(Unicode.Scalar(division.header.delimiter)) }
  /// The lines above the header that hold something.
  public var titleLines: [Int] { division.header.titleLines }
  /// A rejects file of ours, corrected and fed back.
  public var isRejects: Bool { division.header.offset > 0 }
  /// Records below the header that are not blank: for progress.
  public let rowCountHint: Int

  let division: SheetDivision
  let survey: SheetSurvey

  /// Reads the whole input once for its encoding and once for its shape. Throws a `Problem` of
  /// status 65 where the file as a whole cannot be believed.
  public static func prove(
    _ source: ByteSource, named file: String, profile: SheetProfile = SheetProfile(), today: Day
  ) throws -> Sheet {
    try Sheet(source, file, profile, today, forRows: true)
  }

  /// The columns and what they would be taken for, with samples, though names may be missing and
  /// dates in doubt. Such a sheet is for looking at.
  public static func look(
    _ source: ByteSource, named file: String, profile: SheetProfile = SheetProfile(), today: Day
  ) throws -> Sheet {
    try Sheet(source, file, profile, today, forRows: false)
  }

  private init(
    _ source: ByteSource, _ file: String, _ profile: SheetProfile, _ today: Day, forRows: Bool
  ) throws {
    let proved = try EncodingProof(source: source, file: file).prove(asked: profile.encoding)
    let header = try HeaderSearch(
      source: source, file: file, encoding: proved, profile: profile, anyColumns: !forRows
    ).find()
    var assignment = ColumnAssignment(file: file, header: header, profile: profile)
    let division = SheetDivision(
      source: source, file: file, encoding: proved, profile: profile, today: today,
      header: header, columns: try assignment.assign(strict: forRows))
    let survey = try SheetSurvey(division)
    if forRows { try survey.refuseDoubtful(division) }
    self.division = division
    self.survey = survey
    self.file = file
    encoding = proved.encoding
    columns = survey.columns
    remarks = division.remarks + survey.remarks(division)
    rowCountHint = survey.count
  }
}

/// How a sheet is divided: everything that both passes over its rows need.
struct SheetDivision {
  let source: ByteSource
  let file: String
  let encoding: ProvedEncoding
  let profile: SheetProfile
  let today: Day
  let header: SheetHeader
  let columns: [SheetColumn]

  /// Written by our writer for a spreadsheet: a column of ours stands in it.
  var isGuarded: Bool {
    profile.isGuarded || columns.contains { $0.header.hasPrefix("carers_") }
  }

  var remarks: [Remark] {
    var remarks: [Remark] = []
    if encoding.encoding != .utf8 {
      remarks.append(
        Remark(
          "encoding-read",
          "read as \(named: encoding.encoding.name): every byte of the file fits it"))
    }
    if header.delimiter != 44 {
      let name = [59: "semicolons", 9: "tabs", 124: "|"][header.delimiter] ?? "another character"
      remarks.append(Remark("delimiter-read", "the columns are separated by \(named: name)"))
    }
    if !header.titleLines.isEmpty {
      remarks.append(
        Remark(
          "title-block",
          "lines above the column headings on line \(header.line) were taken for a title",
          count: header.titleLines.count, lines: Array(header.titleLines.prefix(3))))
    }
    let left = columns.filter { $0.field == nil && $0.further == nil }
    if !left.isEmpty {
      remarks.append(
        Remark(
          "not-taken",
          "not taken: \(named: left.map(\.name).joined(separator: ", "))", count: left.count))
    }
    return remarks
  }
}
