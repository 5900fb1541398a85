/// Which days count as working days: Monday to Friday without England's bank holidays, and what a
/// service says otherwise.
public struct WorkingDays: Sendable, Equatable {
  /// Days on which the service is closed besides the bank holidays.
  public var adding: Set<Day>
  /// Bank holidays on which it works. A weekend stays a weekend.
  public var removing: Set<Day>

  /// Holidays to add to the computed ones, and computed ones to take away; a day in both is a holiday.
  public init(adding: Set<Day> = [], removing: Set<Day> = []) {
    self.adding = adding
    self.removing = removing
  }

  public func isWorking(_ day: Day) -> Bool {
    guard day.weekday <= 5, !adding.contains(day) else { return false }
    return removing.contains(day) || !BankHolidays.contains(day)
  }

  /// The working day so many after a day: the first working day after the day of receipt is day 1
  /// (Working Together to Safeguard Children: one working day, 45 working days). With a count of 0 or
  /// less, the day itself.
  public func day(_ count: Int, after day: Day) -> Day {
    var day = day
    var left = count
    while left > 0 {
      day = day + 1
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// How many working days have passed: those after one day, up to and with another; 0 where that is
  /// not later.
  public func count(after day: Day, through last: Day) -> Int {
    guard day < last else { return 0 }
    return (day.number + 1...last.number).count { isWorking(Day(number: $0)) }
  }

  /// The day itself where it is a working day, else the next that is.
  public func onOrAfter(_ day: Day) -> Day { isWorking(day) ? day : self.day(1, after: day) }
}
