extension Day {
  /// The day in London: British Summer Time from the last Sunday of March to the last of October, at
  /// 01:00 UTC (Summer Time Order 2002).
  public init(inLondonAt instant: Instant) {
    let shifted = instant.microseconds + (Self.isSummer(instant) ? Self.hour : 0)
    let (days, rest) = shifted.quotientAndRemainder(dividingBy: 24 * Self.hour)
    self.init(number: Int32(rest < 0 ? days - 1 : days))
  }

  fileprivate static let hour: Int64 = 3_600_000_000

  fileprivate static func isSummer(_ instant: Instant) -> Bool {
    let year = Day(number: Int32(instant.microseconds / (24 * hour))).parts.year
    guard let march = Day(year: year, month: 3, day: 31),
      let october = Day(year: year, month: 10, day: 31)
    else { return false }
    func change(_ last: Day) -> Int64 {
      Int64((last + -(last.weekday % 7)).number) * 24 * hour + hour
    }
    return (change(march)..<change(october)).contains(instant.microseconds)
  }
}

extension Instant {
  /// A day and a time in London. In the hour that is missing in March it is the hour after; in the one
  /// that comes twice in October the first.
  public init(inLondonOn day: Day, at time: TimeOfDay) {
    let winter = Instant(
      microseconds: (Int64(day.number) * 24 * 60 + Int64(time.minutes)) * 60_000_000)
    let summer = Instant(microseconds: winter.microseconds - Day.hour)
    self = Day.isSummer(summer) ? summer : winter
  }
}
