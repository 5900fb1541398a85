import YoungCarers

/// A cell of a date column as it is written, before the order of day and month is known.
enum DateCell: Equatable {
  /// Year first, or the month in words: it says itself which is which.
  case plain(year: Int, month: Int, day: Int, shortYear: Bool)
  /// Two numbers and a year.
  case ordered(first: Int, second: Int, year: Int, shortYear: Bool)
  /// Five digits: a spreadsheet's count of days.
  case serial
  /// A time of day that is not midnight.
  case timed
  case unreadable

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = Reader(bytes: bytes)
    self = reader.read()
  }

  /// A date once the order of day and month is settled.
  struct Reading {
    var year: Int
    var month: Int
    var dayOfMonth: Int
    var isShort: Bool

    var day: Day? { Day(year: year, month: month, day: dayOfMonth) }

    /// Why it is no day.
    var cure: Sentence {
      guard (1...12).contains(month) else { return "There is no month \(month)." }
      guard year > 0 else { return "There is no year 0." }
      let name = Day.monthNames[month - 1]
      return "\(named: name) \(year) has \(Day.length(ofMonth: month, year: year)) days."
    }
  }

  /// Nil where it is no date in that order. A year of two digits is the latest that is not after
  /// `today`.
  func reading(_ order: SheetProfile.DateOrder, today: Day) -> Reading? {
    var reading: Reading
    switch self {
    case .plain(let year, let month, let day, let isShort):
      reading = Reading(year: year, month: month, dayOfMonth: day, isShort: isShort)
    case .ordered(let first, let second, let year, let isShort):
      guard order != .ymd else { return nil }
      let (day, month) = order == .dmy ? (first, second) : (second, first)
      reading = Reading(year: year, month: month, dayOfMonth: day, isShort: isShort)
    case .serial, .timed, .unreadable: return nil
    }
    if reading.isShort {
      reading.year += today.parts.year / 100 * 100
      if reading.day.map({ $0 > today }) ?? (reading.year > today.parts.year) {
        reading.year -= 100
      }
    }
    return reading
  }

  /// How to mend what is no date at all.
  var cure: Sentence {
    switch self {
    case .serial:
      "It is a spreadsheet's count of days: format the column as dd/mm/yyyy and save again."
    case .timed: "It has a time of day: leave the date only."
    default: "Write it as dd/mm/yyyy or yyyy-mm-dd."
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// A run of digits, and how many.
    private mutating func number() -> (value: Int, digits: Int)? {
      let start = place
      var value = 0
      while let byte = current, byte >= 48, byte <= 57, place - start < 9 {
        value = value * 10 + Int(byte - 48)
        place += 1
      }
      return place > start ? (value, place - start) : nil
    }

    /// `-`, `/`, `.` or blanks.
    private mutating func separator() -> UInt8? {
      guard let byte = current, byte == 45 || byte == 47 || byte == 46 || byte == 32 else {
        return nil
      }
      place += 1
      while byte == 32, current == 32 { place += 1 }
      return byte
    }

    private mutating func month() -> Int? {
      let start = place
      while let byte = current, byte | 32 >= 97, byte | 32 <= 122 { place += 1 }
      let word = bytes[start..<place].map { $0 | 32 }
      guard word.count >= 3 else { return nil }
      return DateCell.months.firstIndex { $0.starts(with: word) }.map { $0 + 1 }
    }

    mutating func read() -> DateCell {
      guard let first = number() else { return .unreadable }
      if place == bytes.count { return first.digits == 5 ? .serial : .unreadable }
      guard let mark = separator() else { return .unreadable }
      guard let second = number() else {
        guard first.digits <= 2, let month = month(), separator() != nil, let year = number(),
          year.digits == 4 || year.digits == 2
        else { return .unreadable }
        return finish(
          .plain(year: year.value, month: month, day: first.value, shortYear: year.digits == 2))
      }
      guard mark != 32, second.digits <= 2, separator() == mark, let third = number() else {
        return .unreadable
      }
      if first.digits == 4, mark != 46, third.digits <= 2 {
        return finish(
          .plain(year: first.value, month: second.value, day: third.value, shortYear: false))
      }
      guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return .unreadable }
      return finish(
        .ordered(
          first: first.value, second: second.value, year: third.value,
          shortYear: third.digits == 2))
    }

    /// Takes a time of midnight that a system wrote after every date.
    private mutating func finish(_ date: DateCell) -> DateCell {
      guard let byte = current else { return date }
      guard byte == 32 || byte | 32 == 116 else { return .unreadable }
      place += 1
      var isMidnight = true
      for part in 0..<3 {
        guard let number = number(), number.digits <= 2 else { return .unreadable }
        isMidnight = isMidnight && number.value == 0
        if current == nil { return part == 0 ? .unreadable : isMidnight ? date : .timed }
        if part == 1, current == 46 || current == 90 { break }
        if part < 2 {
          guard current == 58 else { return .unreadable }
          place += 1
        }
      }
      let rest = bytes[place...]
      guard rest.allSatisfy({ $0 == 46 || $0 == 48 || $0 == 90 }) else { return .unreadable }
      return isMidnight ? date : .timed
    }
  }

  private static let months = Day.monthNames.map { Array($0.lowercased().utf8) }
}

/// What the whole of a date column says about the order of day and month.
struct DateProof: Equatable {
  /// The first lines where only one order makes a month.
  var dayFirst: Int?
  var monthFirst: Int?
  var isAmbiguous = false

  mutating func look(at cell: DateCell, line: Int) {
    guard case .ordered(let first, let second, _, _) = cell else { return }
    if first > 12, second <= 12 {
      dayFirst = dayFirst ?? line
    } else if second > 12, first <= 12 {
      monthFirst = monthFirst ?? line
    } else if first != second {
      isAmbiguous = true
    }
  }
}
