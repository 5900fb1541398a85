import YoungCarers

/// How families are six and twelve months after the work with them ended, where that is known
/// (practice P40).
extension Facts {
  static let again = "worked with again"

  func after(_ stays: [Stay]) -> [Fact] {
    let found = file.all(FollowUp.self).filter { $0.situation != .notReached }
    return stays.enumerated().flatMap { place, stay -> [Fact] in
      guard let closed = stay.closed, let closure = stay.closure, closure.because != .transferred
      else { return [] }
      let next = stays.indices.contains(place + 1) ? stays[place + 1].opened : nil
      return Measure.after.flatMap { months, ended, known -> [Fact] in
        let day = closed.adding(months: months)
        let window = day...max(day, closed.adding(months: months + 6) + -1)
        let isBack = next.map { $0 <= day } ?? false
        let last = found.last { window.contains($0.header.day) }
        let how =
          isBack ? Self.again : last.map { Self.word($0.situation, of: FollowUp.Situation.known) }
        return [Fact(measure: ended, day: day)]
          + (how.map { [Fact(measure: known, day: day, kind: $0)] } ?? [])
      }
    }
  }
}

extension Measure {
  static let after: [(months: Int, ended: Measure, known: Measure)] = [
    (FollowUp.marks[0], .sixAfter, .sixKnown), (FollowUp.marks[1], .twelveAfter, .twelveKnown),
  ]
}
