/// What waits on the way to and through an assessment.
extension Agenda {
  func assessing(in file: CaseFile) -> [AgendaItem] {
    let assessments = file.all(Assessment.self)
    let triages = file.all(Triage.self)
    return briefs(assessments, triages, in: file) + waits(in: file)
      + assessments.compactMap { one in
        guard let finished = one.finished, one.recordGiven == nil, one.form.isWaitedFor
        else { return nil }
        return item(.record, one, in: file, since: finished, one.form.rawValue)
      }
      + file.all(AdultReview.self).compactMap { review in
        guard review.held == nil, let due = review.due, due <= days.today else { return nil }
        return item(.adultReview, review, in: file, since: review.asked, due: due, review.askedOf)
      } + transitions(assessments, triages, in: file)
  }

  /// Referred on and not triaged since; or begun, and no later one finished.
  private func briefs(_ assessments: [Assessment], _ triages: [Triage], in file: CaseFile)
    -> [AgendaItem]
  {
    func areOf(_ person: ID?) -> (ID?) -> Bool {
      { $0 != nil && $0.map(file.today) == person.map(file.today) }
    }
    return assessments.filter { $0.form == .brief }.compactMap { brief in
      let isTheirs = areOf(brief.person)
      if let finished = brief.finished {
        let isTriaged = triages.contains {
          isTheirs($0.person) && $0.header.recorded >= brief.header.recorded
        }
        guard brief.outcome == Assessment.referred, !isTriaged else { return nil }
        return item(.triage, brief, in: file, since: finished, brief.setting)
      }
      let isFinished = assessments.contains { later in
        later.form == .brief && later.finished != nil && isTheirs(later.person)
          && later.header.recorded > brief.header.recorded
      }
      return isFinished ? nil : item(.brief, brief, in: file, brief.setting)
    }
  }

  /// Assessments due, and those who came while a list was closed and whom the council has not heard
  /// of: a line a child and list.
  private func waits(in file: CaseFile) -> [AgendaItem] {
    func lines(_ what: AgendaItem.What, _ waits: [Wait]) -> [AgendaItem] {
      waits.gathered { "\($0.form.rawValue) \($0.person?.text ?? "")" }.compactMap { group in
        guard let entry = group.map(\.entry).min(), let since = group.map(\.from).min()
        else { return nil }
        return AgendaItem(
          what, entry, of: file.family, person: group[0].person, since: since,
          due: group.compactMap(\.due).min(), group[0].form.rawValue)
      }
    }
    let waits = file.waits
    return lines(.assessment, waits.filter { $0.due.map { $0 <= days.soon } ?? false })
      + lines(
        .council,
        waits.filter { $0.isWhileClosed && $0.passed == nil && closed.contains($0.form) })
  }

  /// Children near 18 of whom nobody has thought of transition, though somebody triaged them.
  private func transitions(_ assessments: [Assessment], _ triages: [Triage], in file: CaseFile)
    -> [AgendaItem]
  {
    let near = file.all(Person.self).filter { person in
      person.role == .youngCarer
        && person.born.map { days.transitionFrom < $0 && $0 <= days.transitionUntil } ?? false
    }
    func isTheirs(_ child: ID) -> (ID?) -> Bool { { $0.map(file.today) == child } }
    return near.gathered { file.today($0.header.id) }.compactMap { written in
      let child = file.today(written[0].header.id)
      let theirs = triages.filter { isTheirs(child)($0.person) }
      let isThoughtOf =
        theirs.contains { $0.ways.contains(Triage.Way.transition.rawValue) }
        || assessments.contains { $0.form == .transition && isTheirs(child)($0.person) }
      guard !theirs.isEmpty, !isThoughtOf, let entry = written.map(\.header.id).min(),
        let born = written.compactMap(\.born).max(), let since = written.map(\.header.day).min()
      else { return nil }
      return AgendaItem(
        .transition, entry, of: file.family, person: child, since: since,
        due: Day.birthday(18, born: born))
    }
  }
}
