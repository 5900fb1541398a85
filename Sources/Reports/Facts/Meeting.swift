import YoungCarers

/// Family group conferences, what was promised there, and the reviews.
extension Facts {
  var conferences: [Fact] {
    offers
      + file.conferences.flatMap { conference -> [Fact] in
        guard let held = conference.held else { return [] }
        func fact(_ measure: Measure, kind: String? = nil) -> Fact {
          Fact(measure: measure, day: held, kind: kind)
        }
        let agreed = conference.planAgreed == true ? [fact(.plansAgreed)] : []
        return [fact(.conferences, kind: conference.purpose.rawValue)] + agreed
          + days(to: held, conference) + departures(conference, held)
          + people(at: conference, held)
      }
  }

  private var offers: [Fact] {
    file.all(Offer.self).filter { $0.notMadeBecause == nil }.flatMap { offer -> [Fact] in
      let kind = Text.folded(offer.what)
      return [Fact(measure: .offers, day: offer.header.day, kind: kind)]
        + (offer.answer == .accepted
          ? [Fact(measure: .offersAccepted, day: offer.header.day, kind: kind)] : [])
    }
  }

  /// From the family's first referral since it was worked with before; where it came back without one,
  /// from the day on which the work began again. A review is no first conference.
  private func days(to held: Day, _ conference: Conference) -> [Fact] {
    guard conference.purpose != .review else { return [] }
    let stays = file.stays.filter { $0.opened <= held }
    let before = stays.dropLast().last?.closed
    let first = file.referrals.map(\.header.day).filter {
      day in day <= held && before.map { $0 <= day } ?? true
    }.min()
    return (first ?? stays.last?.opened).map {
      [Fact(measure: .conferenceDays, day: held, number: Int(held.number - $0.number))]
    } ?? []
  }

  private func departures(_ conference: Conference, _ held: Day) -> [Fact] {
    let count = file.all(ManagersDecision.self).count {
      $0.what == .departure && $0.about == conference.key
    }
    return count > 0 ? [Fact(measure: .departures, day: held, count: count)] : []
  }

  private func people(at conference: Conference, _ held: Day) -> [Fact] {
    let carers = Set(file.children.map(\.id))
    var (met, spoken): (Set<ID>, Set<ID>) = ([], [])
    return file.invitees(of: conference).filter { !$0.isExcluded }.flatMap { invitee -> [Fact] in
      func fact(_ measure: Measure, kind: String? = nil) -> Fact {
        Fact(measure: measure, day: held, kind: kind)
      }
      let circle = invitee.circle.rawValue
      var facts = [fact(.invited, kind: circle)]
      if invitee.attended == true { facts.append(fact(.attended, kind: circle)) }
      if let child = invitee.person.map(file.today), carers.contains(child) {
        if met.insert(child).inserted { facts.append(fact(.conferenceChildren)) }
        if invitee.advocateKind.map({ $0 != .declined }) ?? false, spoken.insert(child).inserted {
          facts.append(fact(.advocates))
        }
      }
      return facts
    }
  }

  /// Actions that were due, by who promised them, and whether each was done, as was last said by its
  /// day: what was no longer needed by then was not due. Reviews that were due, and whether each was
  /// held by its day.
  var promises: [Fact] {
    let actions = file.all(PlanAction.self).filter { $0.dropped == nil }.flatMap {
      action -> [Fact] in
      guard let due = action.due else { return [] }
      let owner = action.owner.rawValue
      let state = file.progress(of: action).last { $0.header.day <= due }?.state
      guard state != .notNeeded else { return [] }
      let isDone = state == .done
      return [Fact(measure: .actionsDue, day: due, kind: owner)]
        + (isDone ? [Fact(measure: .actionsDone, day: due, kind: owner)] : [])
    }
    return actions + reviews
  }

  /// A day for the next review is chosen at each conference; it is kept where a review, or the end of
  /// the work, came by then.
  private var reviews: [Fact] {
    let held = file.conferences.filter { $0.purpose == .review }.compactMap(\.held)
    let closed = file.stays.compactMap(\.closed)
    return file.conferences.flatMap { conference -> [Fact] in
      guard let begun = conference.held,
        let due = conference.continuesUntil ?? conference.reviewDate
      else { return [] }
      let isKept = (held + closed).contains { begun < $0 && $0 <= due }
      return [Fact(measure: .reviewsDue, day: due)]
        + (isKept ? [Fact(measure: .reviewsInTime, day: due)] : [])
    }
  }
}
