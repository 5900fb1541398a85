import YoungCarers

/// A column that whoever reads a sheet knows beside a referral's own: an answer to a form's item, or
/// the id of the child. An import knows none.
public struct SheetFurther: Sendable, Equatable {
  /// What the reader calls it.
  public let code: String
  /// The headers it is known by, folded.
  let names: Set<String>
  /// What the same column says of a referral.
  public let field: SheetField?
  /// Whether it holds dates, read in the order of the sheet's dates.
  public let isDate: Bool
  /// Whether it says whom the row is about, so that the row needs no name.
  public let tellsWho: Bool

  /// `headers` in any case and with any punctuation.
  public init(
    _ code: String, headers: [String], field: SheetField? = nil, isDate: Bool = false,
    tellsWho: Bool = false
  ) {
    self.code = code
    names = Set(([code] + headers).map(SheetHeader.fold))
    self.field = field
    self.isDate = isDate
    self.tellsWho = tellsWho
  }
}

/// What a row says in a further column: never empty, NFC, dates as yyyy-MM-dd.
public struct SheetAnswer: Sendable, Equatable {
  public let further: SheetFurther
  /// The column as the sender calls it.
  public let column: String
  public let text: String
  /// The bytes of the value, for an error.
  public let value: Range<Int>
}

extension SheetRow {
  public subscript(further code: String) -> SheetAnswer? {
    further.first { $0.further.code == code }
  }

  /// Where an answer stands.
  public func place(of answer: SheetAnswer) -> Place {
    Place(file: file, line: line, column: answer.column, value: answer.value, record: record)
  }

  /// What was said of the child and answered, the same bytes whatever the order of the columns.
  public var digestInput: [UInt8] {
    further.filter { !$0.further.tellsWho }.sorted { $0.further.code < $1.further.code }
      .reduce(into: childDigestInput) { out, answer in
        out += answer.further.code.utf8
        out.append(61)
        out += answer.text.utf8
        out.append(0x1F)
      }
  }
}

extension ColumnAssignment {
  /// Gives further columns their places. Refuses two for one: which is meant is not known.
  mutating func takeFurther(strict: Bool) throws {
    for further in profile.further {
      let places = columns.indices.filter {
        columns[$0].further?.code == further.code
          || !isMapped[$0] && further.names.contains(folded[$0])
      }
      if places.count > 1 {
        guard strict else { continue }
        throw Problem(
          "further-twice", .data, at: Place(file: file, line: header.line),
          """
          columns \(places[0] + 1) and \(places[1] + 1) are both taken for \
          \(named: further.code)
          """, cure: "Leave one out: --map \"#\(places[1] + 1)=\".")
      }
      guard let place = places.first else { continue }
      columns[place].further = further
      isMapped[place] = true
      let isFree = !columns.contains { $0.field == further.field }
      if let field = further.field, isFree || field.isJoined { columns[place].field = field }
    }
  }
}
