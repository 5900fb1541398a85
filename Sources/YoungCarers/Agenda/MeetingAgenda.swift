/// What waits before a conference, at a review, and of a plan (practice P29, P31, P33, P44).
extension Agenda {
  func meeting(in file: CaseFile) -> [AgendaItem] {
    let soon = file.bookedConferences.filter { $0.date.map { $0 <= days.soon } ?? false }
    return soon.map { conference in
      let words = [conference.time, conference.place].compactMap { $0 }.joined(separator: " ")
      return AgendaItem(
        .conference, conference.header.id, of: file.family, since: conference.header.day,
        due: conference.date, words)
    } + unprepared(soon, in: file) + review(in: file) + bookings(in: file) + promises(in: file)
  }

  /// Who comes and is not prepared, or said no to an advocate and was not asked again: a line a day.
  private func unprepared(_ conferences: [Conference], in file: CaseFile) -> [AgendaItem] {
    let missing = conferences.flatMap { conference in
      file.all(Invitee.self).filter { invitee in
        invitee.conference == conference.key && invitee.needsPreparation
          && (invitee.prepared == nil
            || invitee.advocateKind == .declined && invitee.advocateAskedAgain == nil)
      }.map { (day: conference.date, invitee: $0) }
    }
    return missing.gathered(by: \.day).compactMap { group in
      let invitees = group.map(\.invitee).asWritten
      guard let entry = invitees.map(\.header.id).min(),
        let since = invitees.map(\.header.day).min()
      else { return nil }
      return AgendaItem(
        .prepare, entry, of: file.family, since: since, due: group[0].day,
        invitees.map(\.name).joined(separator: ", "))
    }
  }

  private func review(in file: CaseFile) -> [AgendaItem] {
    guard let review = file.reviewDue, let since = review.held ?? review.day else { return [] }
    let isDue = review.booked == nil && (review.day.map { $0 <= days.soon } ?? false)
    guard review.isToClose || isDue else { return [] }
    return [
      AgendaItem(
        .review, file.family, of: file.family, since: since, due: review.day,
        review.isToClose ? "to be closed" : review.chosenBy)
    ]
  }

  private func bookings(in file: CaseFile) -> [AgendaItem] {
    file.unbookedOffers.map { item(.book, $0, in: file, $0.what) }
  }

  /// What somebody promised and is due.
  private func promises(in file: CaseFile) -> [AgendaItem] {
    let live = file.all(FamilyPlan.self).filter { $0.ended == nil }
    let keys = Set(live.map(\.key))
    return file.open(file.all(PlanAction.self).filter { keys.contains($0.plan) }).compactMap {
      action in
      guard let due = action.due, due <= days.today else { return nil }
      return item(
        .action, action, in: file, due: due,
        "\(action.who.isEmpty ? "nobody yet" : action.who): \(action.what)")
    }
  }
}
