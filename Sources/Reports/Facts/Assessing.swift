import YoungCarers

/// Assessments, who joins and leaves their lists, and the adult's side.
extension Facts {
  var assessments: [Fact] {
    list(.needs, joined: .needsJoined, left: .needsLeft)
      + list(.transition, joined: .transitionJoined, left: .transitionLeft)
      + finished(
        .needs, .needsFinished, timed: .needsTimed, inTime: .needsInTime, days: .needsDays)
      + finished(
        .transition, .transitionFinished, timed: .transitionTimed, inTime: .transitionInTime,
        days: .transitionDays)
      + toldAgain
  }

  private func list(_ form: Assessment.Form, joined: Measure, left: Measure) -> [Fact] {
    file.listStays(form).sorted { $0.key < $1.key }.flatMap { child, stays in
      ListStay.times(stays).flatMap { time in
        [Fact(measure: joined, day: time.joined, child: child)]
          + (time.left.map { [Fact(measure: left, day: $0, child: child)] } ?? [])
      }
    }
  }

  /// The days run from the first referral or request (practice P26), else from its own first day.
  private func finished(
    _ form: Assessment.Form, _ measure: Measure, timed: Measure, inTime: Measure, days: Measure
  ) -> [Fact] {
    let done = file.all(Assessment.self).filter { $0.form == form && $0.finished != nil }
    guard !done.isEmpty else { return [] }
    let begun = file.beginnings
    return done.flatMap { one -> [Fact] in
      guard let finished = one.finished else { return [] }
      let child = one.person.map(file.today)
      let from =
        one.waitsFrom ?? one.requested ?? one.started ?? begun[one.key]?.day ?? one.header.day
      func fact(_ measure: Measure, _ number: Int? = nil) -> Fact {
        Fact(measure: measure, day: finished, child: child, number: number)
      }
      return [fact(measure), fact(days, max(0, Int(finished.number - from.number)))]
        + (one.due.map { [fact(timed)] + (finished <= $0 ? [fact(inTime)] : []) } ?? [])
    }
  }

  /// Children of whom an assessment asked what should be told once, each once a day (a scoring asks
  /// anew on purpose); and those of them whom a second agency asked what another had asked in the
  /// twelve months before.
  private var toldAgain: [Fact] {
    file.children.flatMap { child -> [Fact] in
      let ledger = file.told(child.id)
      let askings = ledger.flatMap(\.askings)
      let again = Set(
        ledger.flatMap { told in
          told.askings.filter { asking in
            told.askings.contains { earlier in
              earlier.day < asking.day && asking.day <= earlier.day.adding(months: 12)
                && Text.folded(earlier.setting ?? "") != Text.folded(asking.setting ?? "")
            }
          }.map(\.day)
        })
      return Set(askings.map(\.day)).sorted().map {
        Fact(measure: .assessedChildren, day: $0, child: child.id)
      } + again.sorted().map { Fact(measure: .askedAgain, day: $0, child: child.id) }
    }
  }

  /// The care plan of the person cared for, asked for and reviewed (practice P19).
  var adults: [Fact] {
    file.all(AdultReview.self).flatMap { review -> [Fact] in
      let asked = review.asked.map { [Fact(measure: .adultAsked, day: $0)] } ?? []
      guard let held = review.held else { return asked }
      let relies = review.relies.map { Text.folded($0) != "no" } ?? false
      return asked + [Fact(measure: .adultHeld, day: held)]
        + (relies ? [Fact(measure: .adultRelying, day: held)] : [])
    } + jointVisits
  }

  /// With adult services, written down with the adult's review, the assessment or both: once a day.
  private var jointVisits: [Fact] {
    let days =
      file.all(AdultReview.self).filter { $0.jointVisit == true }.compactMap(\.held)
      + file.all(Assessment.self).filter { $0.jointVisit == true }.compactMap(\.finished)
    return Set(days).sorted().map { Fact(measure: .jointVisits, day: $0) }
  }
}
