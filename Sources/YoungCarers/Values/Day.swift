/// A calendar day in England, without a time or a zone. 31 February is not a day.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var number: Int32

  public init(number: Int32) { self.number = number }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// Howard Hinnant's days-from-civil: the year begins in March, so the leap day ends it.
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let ofEra = y - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * march + 2) / 5 + 1
    )
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whole years from `born` to this day. Somebody born on 29 February is a year older on 1 March
  /// of a common year, as English law counts (field notes §11).
  public func age(born: Day) -> Int {
    let (year, month, day) = parts
    let (bornYear, bornMonth, bornDay) = born.parts
    return year - bornYear - ((month, day) < (bornMonth, bornDay) ? 1 : 0)
  }

  /// Monday is 1, Sunday 7.
  public var weekday: Int { (Int(number) % 7 + 7 + 3) % 7 + 1 }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }

  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    let last = Day.length(ofMonth: newMonth, year: newYear)
    return Day(number: Day.number(year: newYear, month: newMonth, day: min(day, last)))
  }
}

extension Day: LosslessStringConvertible {
  /// `yyyy-MM-dd`, and nothing else.
  public init?(_ text: String) {
    var copy = text
    guard let read = copy.withUTF8({ Day(utf8: $0) }) else { return nil }
    self = read
  }

  /// The same from its bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == Day.length, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for place in range {
        guard bytes[place] >= 48, bytes[place] <= 57 else { return nil }
        value = value * 10 + Int(bytes[place] - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public var description: String {
    String(unsafeUninitializedCapacity: Day.length) { out in
      write(to: out.baseAddress)
      return Day.length
    }
  }

  /// The bytes of `yyyy-MM-dd`.
  public static let length = 10

  /// Writes the `length` bytes of `description`.
  public func write(to start: UnsafeMutablePointer<UInt8>?) {
    guard let out = start else { return }
    let (year, month, day) = parts
    out[0] = 48 + UInt8(year / 1000 % 10)
    out[1] = 48 + UInt8(year / 100 % 10)
    out[2] = 48 + UInt8(year / 10 % 10)
    out[3] = 48 + UInt8(year % 10)
    out[4] = 45
    out[5] = 48 + UInt8(month / 10)
    out[6] = 48 + UInt8(month % 10)
    out[7] = 45
    out[8] = 48 + UInt8(day / 10)
    out[9] = 48 + UInt8(day % 10)
  }

  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  public static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `Friday 4 December 2026`: how people are told.
  public var spoken: String { "\(Day.weekdayNames[weekday - 1]) \(written)" }

  /// `4 December 2026`.
  public var written: String {
    let (year, month, day) = parts
    return "\(day) \(Day.monthNames[month - 1]) \(year)"
  }
}
