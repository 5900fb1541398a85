import YoungCarers

/// Something said aloud about a sheet that stops nothing: what was proved, what was not taken, what
/// a person should look at. It holds no data.
public struct Remark: Sendable, Equatable {
  /// Stable, lower case, hyphenated.
  public var code: String
  public var says: Sentence
  /// How many rows or values it is about; 1 where it is about the file.
  public var count: Int
  /// The first three physical lines.
  public var lines: [Int]

  public init(_ code: String, _ says: Sentence, count: Int = 1, lines: [Int] = []) {
    self.code = code
    self.says = says
    self.count = count
    self.lines = lines
  }
}

/// Remarks of one kind, counted as rows go by.
enum Observation: String, CaseIterable {
  case blanksTrimmed = "blanks-trimmed"
  case spreadsheetError = "spreadsheet-error"
  case upnCheck = "upn-check"
  case nhsCheck = "nhs-check"
  case shortYear = "short-year"
  case birthPlaceholder = "birth-placeholder"
  case dayAhead = "day-ahead"
  case nameSplit = "name-split"
  case lineBreak = "line-break"

  var says: Sentence {
    switch self {
    case .blanksTrimmed: "blanks at the ends of values were taken off"
    case .spreadsheetError: "values such as #N/A are the spreadsheet's errors: taken as absent"
    case .upnCheck:
      "Unique Pupil Numbers fail their check: kept as given, never used to recognise a child"
    case .nhsCheck: "NHS numbers fail their check: kept as given, never used to recognise a child"
    case .shortYear: "years of two digits were read as the latest that is not in the future"
    case .birthPlaceholder:
      "dates of birth are 1 January: often a stand-in for one that is not known"
    case .dayAhead: "dates of referral are in the future"
    case .lineBreak: "lines without any separator were taken for the rest of the value above"
    case .nameSplit: "full names without a comma were split after the first word"
    }
  }
}

struct Observations {
  private var counts: [Observation: (count: Int, lines: [Int])] = [:]

  mutating func note(_ observation: Observation, line: Int) {
    var seen = counts[observation, default: (0, [])]
    seen.count += 1
    if seen.lines.count < 3, seen.lines.last != line { seen.lines.append(line) }
    counts[observation] = seen
  }

  var remarks: [Remark] {
    Observation.allCases.compactMap { observation in
      counts[observation].map {
        Remark(observation.rawValue, observation.says, count: $0.count, lines: $0.lines)
      }
    }
  }
}
