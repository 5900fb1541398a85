import YoungCarers

/// The work with a family that is made: from its lead worker to its end, and again.
extension Maker {
  mutating func addInvolvement(_ family: MadeFamily) {
    // Who was never accepted may still be closed, by a slip.
    guard !pen.chance(3) else {
      if pen.chance(12) { addClosure(family, on: family.first + 20) }
      return
    }
    var day = family.first + pen.draw(20...50)
    for turn in 0..<3 {
      addWork(family, on: day, isFirst: turn == 0)
      day = day + pen.draw(60...420)
      guard !pen.chance(3), day <= MadeService.days.upperBound else { return }
      for child in family.children where !pen.chance(4) {
        addScores(child, family, .closing, on: day + pen.draw(-5...5))
      }
      addClosure(family, on: pen.chance(20) ? family.first + -3 : day)
      if pen.chance(30) { addClosure(family, on: day + 9) }
      guard pen.chance(4) else { return }
      day = day + pen.draw(pen.chance(4) ? -20...0 : 5...200)
      guard day <= MadeService.days.upperBound else { return }
      if pen.chance(4), let child = family.children.first {
        var triage = Triage()
        (triage.person, triage.ways) = (child, ["accepted"])
        pen.write(triage, family.id, on: day)
      } else {
        var reopening = Reopening()
        reopening.because = "again"
        pen.write(reopening, family.id, on: day)
      }
    }
  }

  private mutating func addClosure(_ family: MadeFamily, on day: Day) {
    var closure = Closure()
    closure.because = pen.pick(Closure.Reason.known)
    closure.planned = !pen.chance(4)
    pen.write(closure, family.id, on: day)
    for _ in 0..<pen.draw(0...2) {
      var followUp = FollowUp()
      followUp.situation = pen.pick(
        FollowUp.Situation.known + [FollowUp.Situation(rawValue: Self.ownWords)])
      let asked = day + pen.draw(150...500)
      if asked <= MadeService.days.upperBound { pen.write(followUp, family.id, on: asked) }
    }
  }

  private mutating func addWork(_ family: MadeFamily, on day: Day, isFirst: Bool) {
    var lead = Allocation()
    (lead.lead, lead.starts) = ("Sam", pen.chance(2) ? day : nil)
    lead.agreedLimit = pen.chance(3) ? nil : day + pen.draw(60...300)
    pen.write(lead, family.id, on: day)
    for _ in 0..<pen.draw(0...3) {
      var worker = Practitioner()
      (worker.name, worker.role) = (pen.pick(["Ada Worker", "ada worker", "Ben Worker"]), "nurse")
      worker.starts = pen.chance(2) ? day + pen.draw(-90...20) : nil
      worker.ends = pen.chance(2) ? day + pen.draw(21...200) : nil
      pen.write(worker, family.id, on: day)
    }
    for _ in 0..<pen.draw(0...4) {
      var contact = Contact()
      contact.purpose = pen.pick([.visit, .visit, .session, .waiting])
      contact.person = pen.chance(3) ? nil : family.children.first
      (contact.seenAlone, contact.notBrought) = pen.pick([
        (true, nil), (false, false), (nil, true), (nil, nil),
      ])
      pen.write(contact, family.id, on: day + pen.draw(0...180))
    }
    if pen.chance(4) { addAdultSide(family, on: day + pen.draw(5...60)) }
    addViews(family, on: day + pen.draw(10...90))
    for child in family.children {
      if !pen.chance(4) { addScores(child, family, .first, on: day + pen.draw(0...20)) }
      for task in pen.some(["cooking", "Washing", "shopping"], 4) {
        var relief = Relief()
        (relief.person, relief.task) = (child, task)
        relief.cause = pen.pick(Relief.Cause.known)
        relief.became = pen.pick([.stopped, .stopped, .shared, .goesOn])
        relief.takenByChild = pen.chance(5) ? true : nil
        pen.write(relief, family.id, on: day + pen.draw(30...90))
      }
    }
    addOffers(family, on: day)
    if pen.chance(2) { addConference(family, on: day + pen.draw(20...60)) }
  }

  private mutating func addOffers(_ family: MadeFamily, on day: Day) {
    for _ in 0..<pen.draw(0...2) {
      var offer = Offer()
      offer.what = pen.pick(["Family group conference", "Needs assessment"])
      offer.answer = pen.pick(Offer.Answer.known)
      offer.notMadeBecause = pen.chance(12) ? "not now" : nil
      pen.write(offer, family.id, on: day + pen.draw(0...30))
    }
  }

  private mutating func addConference(_ family: MadeFamily, on day: Day) {
    var review = false
    var day = day
    for _ in 0..<2 {
      var one = Conference()
      one.purpose = review ? .review : pen.chance(8) ? .edgeOfCare : .plan
      (one.place, one.date) = ("Hall", day)
      let booked = pen.write(one, family.id, on: day + -10)
      one.begun = booked.header.id
      addInvitees(family, booked.header.id, on: day)
      if pen.chance(8) {
        one.cancelled = day
        pen.rewrite(booked, one, on: day)
        return
      }
      guard day <= MadeService.days.upperBound else { return }
      one.held = day
      one.planAgreed = pen.pick([true, true, false, nil])
      one.reviewDate = pen.chance(4) ? nil : day + pen.draw(60...100)
      if review, pen.chance(2) { one.continuesUntil = day + pen.draw(50...90) }
      pen.rewrite(booked, one, on: day)
      for _ in 0..<(pen.chance(4) ? pen.draw(1...2) : 0) {
        var decision = ManagersDecision()
        (decision.what, decision.about) = (pen.pick([.departure, .override]), booked.header.id)
        (decision.decider, decision.rule) = ("Manager", "independent")
        pen.write(decision, family.id, on: day)
      }
      if !review { addPlan(family, booked.header.id, on: day) }
      guard pen.chance(2) else { return }
      review = true
      day = day + pen.draw(60...100)
    }
  }

  private mutating func addInvitees(_ family: MadeFamily, _ conference: ID, on day: Day) {
    for person in family.children + [family.caredFor, nil] {
      var invitee = Invitee()
      (invitee.conference, invitee.person, invitee.name) = (conference, person, "Somebody")
      invitee.circle = person == nil ? pen.pick([.friend, .professional]) : .family
      invitee.attended = pen.pick([true, true, false, nil])
      invitee.advocateKind = person == nil ? nil : pen.pick([.known, .volunteer, .declined, nil])
      invitee.excluded = pen.chance(10) ? day : nil
      pen.write(invitee, family.id, on: day + -8)
    }
  }

  private mutating func addPlan(_ family: MadeFamily, _ conference: ID, on day: Day) {
    var plan = FamilyPlan()
    (plan.conference, plan.agreed) = (conference, day)
    plan.ended = pen.chance(3) ? day + pen.draw(20...200) : nil
    let written = pen.write(plan, family.id, on: day)
    for number in 1...pen.draw(2...4) {
      var action = PlanAction()
      (action.plan, action.number) = (written.header.id, number)
      (action.owner, action.who, action.what) = (pen.pick(PlanAction.Owner.known), "Who", "it")
      action.due = pen.chance(8) ? nil : day + pen.draw(10...80)
      action.dropped = pen.chance(12) ? day + 5 : nil
      let made = pen.write(action, family.id, on: day)
      for _ in 0..<pen.draw(0...2) {
        var progress = ActionProgress()
        (progress.action, progress.state) = (
          made.header.id, pen.pick([.done, .done, .partly, .notYet, .notNeeded])
        )
        pen.write(progress, family.id, on: day + pen.draw(1...100), after: made.header.recorded)
      }
    }
  }
}
