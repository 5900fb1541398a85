/// Which duty an assessment rests on, as birthdays move it. Turning 18 never drops anyone (P27).
public enum Duty {
  /// What a birthday changes; nil where it changes nothing before the assessment is due.
  public static func words(born: Day?, on day: Day, due: Day?) -> String? {
    guard let born else { return nil }
    let birthday = Day.birthday(18, born: born)
    if birthday <= day {
      return
        "18 since \(birthday.written): what is owed now is a carer's assessment (Care Act 2014 s10)"
    }
    guard let due else { return nil }
    if due < day {
      return Day.turns(18, born: born, during: day...day + 183) ? soon(birthday) : nil
    }
    return Day.turns(18, born: born, during: day...due)
      ? "turns 18 on \(birthday.written), before it is due" : nil
  }

  private static func soon(_ birthday: Day) -> String { "turns 18 on \(birthday.written)" }

  /// Throws where a transition assessment is asked for somebody who cares for a child (P20).
  public static func proveTransition(isForChild: Bool, _ child: ID) throws {
    guard isForChild else { return }
    throw Problem(
      "transition-child", .usage,
      "\(child) cares for a child: Care Act 2014 s63 is only for caring for an adult",
      cure:
        "A needs assessment before 18 (Children Act 1989 s17ZA), the disabled child's own plan, and the parent carer's assessment: carers assess adult."
    )
  }
}
