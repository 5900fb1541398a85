extension Day {
  /// The day on which somebody born on `born` becomes so many years old: the first on which
  /// `age(born:)` says so. For 29 February it is 1 March of a common year. A person attains an age at
  /// the beginning of that day (Family Law Reform Act 1969 s.9).
  public static func birthday(_ age: Int, born: Day) -> Day {
    let day = born.adding(months: age * 12)
    return day.parts.day == born.parts.day ? day : day + 1
  }

  /// Whether somebody becomes so old within a span, its first and last day among it. An eighteenth
  /// birthday within a waiting time takes a child from the Children Act 1989 s.17ZA to the Care Act
  /// 2014.
  public static func turns(_ age: Int, born: Day, during span: ClosedRange<Day>) -> Bool {
    span.contains(birthday(age, born: born))
  }
}
