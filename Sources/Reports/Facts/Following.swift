import YoungCarers

/// How families are six and twelve months after the work with them ended, where that is known
/// (practice P40).
extension Facts {
  static let again = "worked with again"

  func after(_ stays: [Stay]) -> [Fact] {
    file.followUpMarks(after: stays).flatMap { mark -> [Fact] in
      let measures = mark.months == FollowUp.marks[0] ? Measure.six : Measure.twelve
      let day = mark.days.lowerBound
      let how =
        mark.isBack
        ? Self.again
        : mark.answer.map { Self.word($0.situation, of: FollowUp.Situation.known) }
      return [Fact(measure: measures.ended, day: day)]
        + (how.map { [Fact(measure: measures.known, day: day, kind: $0)] } ?? [])
    }
  }
}

extension Measure {
  fileprivate static let six = (ended: Measure.sixAfter, known: Measure.sixKnown)
  fileprivate static let twelve = (ended: Measure.twelveAfter, known: Measure.twelveKnown)
}
