import Storage
import YoungCarers

/// A review that was held, with how each promise went: written in one go.
struct ReviewHolding {
  /// The day it was held, where somebody said; else a review that was held keeps its own.
  let said: Day?
  let today: Day
  let until: Day?
  let because: String?
  let chosenBy: String?
  let planChanged: Bool
  let saidBy: String?
  let despite: String?
  let decider: String
  let service: Service
  let session: Session

  func write(_ promises: [PromiseKept], _ file: CaseFile, _ writer: Writer) throws -> [String] {
    try file.requireGoingOn()
    let plan = file.plan
    let left = try prove(promises, plan, file)
    let (conference, departures) = try held(plan, file, writer)
    let day = conference.held ?? today
    for promise in promises { try write(promise, plan, conference, file, writer) }
    if !left.isEmpty, let despite { try override(despite, conference, writer) }
    let after = try writer.reader.caseFile(file.family)
    var lines = ["Review of \(file.family.text) held on \(day.spoken)."]
    if let plan { lines += Self.sentences(Promises(after, plan)) }
    if planChanged { lines.append("The plan changed: write its new version with carers plan.") }
    if let until {
      lines.append("The work goes on until \(until.spoken); a review is due then.")
    } else {
      lines.append("The work ends at this review. Next: carers review close \(file.family.text).")
    }
    return lines + (departures.map(conference.told) ?? [])
  }

  /// Throws where a number is no promise's or comes twice, or an open promise is left out and nobody
  /// says why. Gives what is left out.
  private func prove(_ said: [PromiseKept], _ plan: FamilyPlan?, _ file: CaseFile) throws
    -> [PlanAction]
  {
    let actions = plan.map(file.actions) ?? []
    for promise in said {
      guard actions.contains(where: { $0.number == promise.number }) else {
        throw Problem(
          "promise-unknown", .usage, "the plan has no promise \(promise.number)",
          cure: actions.isEmpty
            ? "There is no live plan." : "It has \(named: Self.numbers(actions)).")
      }
      guard said.count(where: { $0.number == promise.number }) == 1 else {
        throw Problem("promise-twice", .usage, "promise \(promise.number) is said twice")
      }
    }
    let left = file.open(actions).filter { action in
      !said.contains { $0.number == action.number }
    }
    guard left.isEmpty || despite?.nilIfEmpty != nil else {
      let groups = PlanAction.Owner.known.compactMap { owner -> String? in
        let theirs = left.filter { $0.owner == owner }
        return theirs.isEmpty ? nil : "\(owner.rawValue): \(Self.numbers(theirs))"
      }
      throw Problem(
        "promises-left", .usage,
        "nobody said how these promises went: \(named: groups.joined(separator: "; "))",
        cure:
          "Say each as NUMBER=done, partly, not-yet or not-needed:why; or why not, with --despite."
      )
    }
    return left
  }

  private static func numbers(_ actions: [PlanAction]) -> String {
    actions.map { String($0.number) }.joined(separator: ", ")
  }

  /// The review that was held, or is booked, or one that nobody booked; with what of the standard was
  /// not kept, where nobody wrote down before that it was held (practice P30, P33).
  private func held(_ plan: FamilyPlan?, _ file: CaseFile, _ writer: Writer) throws -> (
    Conference, [Gap]?
  ) {
    let booked = file.reviewToAccount(heldOn: said)
    var conference = booked ?? Conference()
    let day = conference.held ?? said ?? today
    if let until, until <= day {
      throw Problem(
        "continue-past", .usage, at: Place(file: "--continue-until"),
        "that day is not after the review", cure: "Correct the date.")
    }
    conference.header = try writer.header(about: file.family)
    if let booked {
      conference.header.replaces = booked.header.id
      conference.begun = booked.key
    }
    conference.header.day = day
    conference.purpose = .review
    conference.date = conference.date ?? day
    conference.held = day
    conference.plan = plan?.key ?? conference.plan
    conference.continuesUntil = until
    conference.continuesBecause = because
    conference.reviewDate = until
    conference.reviewChosenBy = until == nil ? nil : chosenBy
    if planChanged { conference.planAgreed = true }
    try writer.append(.conference(conference))
    guard booked?.held == nil else { return (conference, nil) }
    let readiness = Readiness(
      of: booked ?? conference, in: file, service, today: day, held: day)
    let departures = Departures(
      from: readiness, held: conference, invitees: file.invitees(of: conference), in: file
    ).all
    let desk = AtConference(
      writer: writer, file: file, conference: conference, service: service, day: day,
      session: session)
    try desk.depart(departures, from: readiness, by: decider, because: nil)
    return (conference, departures)
  }

  private func write(
    _ promise: PromiseKept, _ plan: FamilyPlan?, _ conference: Conference, _ file: CaseFile,
    _ writer: Writer
  ) throws {
    guard let plan,
      let action = file.actions(of: plan).first(where: { $0.number == promise.number })
    else { return }
    var progress = ActionProgress()
    progress.header = try writer.header(about: file.family)
    progress.header.day = conference.held ?? today
    progress.action = action.key
    progress.conference = conference.key
    progress.state = promise.state
    progress.because = promise.because
    progress.saidBy = saidBy
    try writer.append(.progress(progress))
  }

  private func override(_ why: String, _ conference: Conference, _ writer: Writer) throws {
    var decision = ManagersDecision()
    decision.header = try writer.header(about: conference.header.family ?? conference.key)
    decision.what = .departure
    decision.about = conference.key
    decision.because = why
    decision.decider = decider
    decision.rule = "promises-left"
    try writer.append(.decision(decision))
  }

  /// `How the project worker's promises went: 2 done, 1 not yet.`
  private static func sentences(_ promises: Promises) -> [String] {
    promises.groups.map { group in
      let whose: String =
        switch group.owner {
        case .child: "the child's"
        case .parent: "the parent's"
        case .familyAndFriends: "family and friends'"
        case .projectWorker: "the project worker's"
        default: "other professionals'"
        }
      var parts = ActionProgress.State.known.compactMap { state in
        group.states[state].map { "\($0) \(state.rawValue)" }
      }
      if let unsaid = group.states[nil] { parts.append("\(unsaid) nobody has said") }
      return "How \(whose) promises went: \(parts.joined(separator: ", "))."
    }
  }
}
