/// A bank holiday, on the day on which it is kept.
public struct BankHoliday: Sendable, Equatable {
  public let day: Day
  public let name: String
}

/// England's bank holidays, computed for any year as they have been since 1978.
///
/// Source: Banking and Financial Dealings Act 1971, s.1 and Sch. 1 (Easter Monday, the last Mondays
/// of May and August, 26 and 27 December), Good Friday and Christmas Day by common law, and the royal
/// proclamations under s.1(2) and (3): New Year's Day, the first Monday of May, substitute days, and
/// the years in which a day was moved or added. A day proclaimed later is a setting
/// (`WorkingDays.init(adding:removing:)`).
public enum BankHolidays {
  /// In their order. A holiday at a weekend is kept on its substitute day only. None outside the
  /// years 1 to 9999.
  public static func of(year: Int) -> [BankHoliday] {
    guard let newYear = Day(year: year, month: 1, day: 1) else { return [] }
    func day(_ month: Int, _ day: Int) -> Day { newYear.adding(months: month - 1) + (day - 1) }
    /// The first Monday from then on.
    func monday(_ month: Int, from: Int) -> Day {
      let start = day(month, from)
      return start + (8 - start.weekday) % 7
    }
    let easter = easterSunday(day(3, 1), year)
    let christmas = day(12, 25)
    // Of two at a weekend the second goes on to the Tuesday.
    let (kept, boxing) =
      switch christmas.weekday {
      case 5: (christmas, christmas + 3)
      case 6: (christmas + 2, christmas + 3)
      case 7: (christmas + 2, christmas + 1)
      default: (christmas, christmas + 1)
      }
    let yearly = [
      ("New Year's Day", newYear.weekday > 5 ? monday(1, from: 1) : newYear),
      ("Good Friday", easter + -2), ("Easter Monday", easter + 1),
      (earlyMay, monday(5, from: 1)), (spring, monday(5, from: 25)),
      ("Summer bank holiday", monday(8, from: 25)), ("Christmas Day", kept),
      ("Boxing Day", boxing),
    ]
    let proclaimed = (proclamations[year] ?? []).map { ($0.name, day($0.month, $0.day)) }
    let moved = Set(proclaimed.map(\.0))
    return (yearly.filter { !moved.contains($0.0) } + proclaimed)
      .map { BankHoliday(day: $1, name: $0) }.sorted { $0.day < $1.day }
  }

  public static func contains(_ day: Day) -> Bool {
    let year = day.parts.year
    return known[year]?.contains(day) ?? days(in: year).contains(day)
  }

  private static func days(in year: Int) -> Set<Day> { Set(of(year: year).map(\.day)) }

  /// The years that anybody asks about.
  private static let known = Dictionary(
    uniqueKeysWithValues: (1978...2078).map { ($0, days(in: $0)) })

  /// The Gregorian computus, as J.-M. Oudin gave it (Explanatory Supplement to the Astronomical
  /// Almanac, 1992, §12.41).
  private static func easterSunday(_ march: Day, _ year: Int) -> Day {
    let century = year / 100
    let golden = year % 19
    let start =
      (century - century / 4 - (century - (century - 17) / 25) / 3 + 19 * golden + 15) % 30
    let moon = start - start / 28 * (1 - 29 / (start + 1) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    return march + (moon - weekday + 27)
  }

  private static let earlyMay = "Early May bank holiday"
  private static let spring = "Spring bank holiday"

  /// The days of one year only: one that bears a yearly holiday's name is that holiday, moved.
  private static let proclamations: [Int: [(month: Int, day: Int, name: String)]] = [
    1981: [(7, 29, "Wedding of the Prince of Wales and Lady Diana Spencer")],
    1995: [(5, 8, earlyMay)],
    1999: [(12, 31, "Millennium")],
    2002: [(6, 3, "Queen's Golden Jubilee"), (6, 4, spring)],
    2011: [(4, 29, "Wedding of Prince William and Catherine Middleton")],
    2012: [(6, 4, spring), (6, 5, "Queen's Diamond Jubilee")],
    2020: [(5, 8, earlyMay)],
    2022: [
      (6, 2, spring), (6, 3, "Queen's Platinum Jubilee"), (9, 19, "State funeral of the Queen"),
    ],
    2023: [(5, 8, "Coronation of the King")],
  ]
}
