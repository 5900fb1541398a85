/// The clock of a subject access request: UK GDPR Article 12(3), counted as the Information
/// Commissioner's guidance does.
public enum SubjectAccess {
  /// When the answer is due: one month from the day of receipt, to the corresponding date or the last
  /// day of a shorter month, and on to the next working day where that is none. Where it is extended
  /// because the requests are complex or many, three months from the same day; the person must have
  /// been told by the date without extension.
  public static func due(received day: Day, extended: Bool = false, _ working: WorkingDays) -> Day {
    working.onOrAfter(day.adding(months: extended ? 3 : 1))
  }
}
