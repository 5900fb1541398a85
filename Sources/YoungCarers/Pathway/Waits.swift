/// Why a child waits for an assessment: a triage, or an assessment that is not finished.
public struct Wait: Sendable, Equatable {
  public var form: Assessment.Form
  public var entry: ID
  /// Nil where nobody was named.
  public var person: ID?
  public var from: Day
  public var due: Day?
  /// Whether it came while the list was closed.
  public var isWhileClosed = false
  /// When the council was told of it.
  public var passed: Day?
}

extension CaseFile {
  /// First to last, as the view `waits` lists them.
  public var waits: [Wait] {
    let assessments = all(Assessment.self).filter(\.form.isWaitedFor)
    let done = finishings(assessments)
    let decided = all(Triage.self).flatMap { triage in
      [
        (Assessment.Form.needs, Triage.Way.needs, triage.needsDue),
        (.transition, .transition, triage.transitionDue),
      ].compactMap { form, way, due -> Wait? in
        let last = triage.person.flatMap { done[Finished(form: form, person: today($0))] }
        guard triage.ways.contains(way.rawValue), last.map({ $0 < triage.header.recorded }) ?? true
        else { return nil }
        return Wait(
          form: form, entry: triage.header.id, person: triage.person.map(today),
          from: triage.waitsFrom ?? triage.header.day, due: due,
          isWhileClosed: triage.closedLists.contains(form.rawValue))
      }
    }
    let begun = assessments.filter { $0.finished == nil }.map { one in
      Wait(
        form: one.form, entry: one.header.id, person: one.person.map(today),
        from: one.waitsFrom ?? one.requested ?? one.header.day, due: one.due,
        isWhileClosed: one.whileClosed ?? false, passed: one.passed)
    }
    return decided + begun
  }

  private struct Finished: Hashable {
    var form: Assessment.Form
    var person: ID
  }

  /// When the last assessment of a child was finished: when it was first written as finished, for the
  /// record is given later.
  private func finishings(_ standing: [Assessment]) -> [Finished: Instant] {
    guard standing.contains(where: { $0.finished != nil }) else { return [:] }
    var first: [ID: Instant] = [:]
    for case .assessment(let one) in entries where one.finished != nil {
      first[one.key] = min(first[one.key] ?? one.header.recorded, one.header.recorded)
    }
    var last: [Finished: Instant] = [:]
    for one in standing where one.finished != nil {
      guard let person = one.person.map(today), let recorded = first[one.key] else { continue }
      let key = Finished(form: one.form, person: person)
      last[key] = max(last[key] ?? recorded, recorded)
    }
    return last
  }
}
