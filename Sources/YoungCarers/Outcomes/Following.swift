/// A day on which somebody asks how a family is, so many months after the work with it ended (practice
/// P40).
public struct FollowUpMark: Sendable, Equatable {
  public var closure: Closure
  public var ended: Day
  public var months: Int
  /// The days on which what is written down is counted: from the mark on, for six months.
  public var days: ClosedRange<Day>
  /// When the family is worked with again; nil where it is not.
  public var again: Day?
  /// The last answer of those days.
  public var answer: FollowUp?
  /// The last of those days on which somebody tried, and reached nobody.
  public var tried: Day?

  /// Whether the family is worked with again by the last of those days: then that is known of it.
  public var isBack: Bool { again.map { $0 <= days.upperBound } ?? false }

  /// Whether it is still to be asked on a day, or before it.
  public func isDue(on day: Day, by last: Day) -> Bool {
    answer == nil && !isBack && days.lowerBound <= last && day <= days.upperBound
  }
}

extension CaseFile {
  /// The marks after each time that the work ended. Families passed to another young carers service are
  /// asked by it, and not here.
  public func followUpMarks(after stays: [Stay]) -> [FollowUpMark] {
    let written = all(FollowUp.self)
    return stays.enumerated().flatMap { place, stay -> [FollowUpMark] in
      guard let ended = stay.closed, let closure = stay.closure, closure.because != .transferred
      else { return [] }
      return FollowUp.marks.map { months in
        let first = ended.adding(months: months)
        let days = first...max(first, ended.adding(months: months + 6) + -1)
        let theirs = written.filter { days.contains($0.header.day) }
        return FollowUpMark(
          closure: closure, ended: ended, months: months, days: days,
          again: stays.indices.contains(place + 1) ? stays[place + 1].opened : nil,
          answer: theirs.last { $0.situation != .notReached },
          tried: theirs.last { $0.situation == .notReached }?.header.day)
      }
    }
  }
}
