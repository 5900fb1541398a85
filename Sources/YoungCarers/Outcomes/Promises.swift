/// How the promises of a plan went, by who made them: the workers' too (practice P44).
public struct Promises: Sendable, Equatable {
  public struct Group: Sendable, Equatable {
    public var owner: PlanAction.Owner
    /// How many stand how; nil is those of which nobody has said anything.
    public var states: [ActionProgress.State?: Int] = [:]
  }

  public private(set) var groups: [Group] = []

  public init(_ file: CaseFile, _ plan: FamilyPlan) {
    let actions = file.actions(of: plan)
    let others = actions.map(\.owner).filter { !PlanAction.Owner.known.contains($0) }
    let owners =
      PlanAction.Owner.known
      + others.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    for owner in owners {
      let theirs = actions.filter { $0.owner == owner }
      guard !theirs.isEmpty else { continue }
      var group = Group(owner: owner)
      for action in theirs { group.states[file.state(of: action), default: 0] += 1 }
      groups.append(group)
    }
  }
}

/// When a family's plan is to be reviewed, and what is known of that.
public struct ReviewDue: Sendable, Equatable {
  /// The day the family chose, or until when the work goes on; nil where nobody chose one.
  public var day: Day?
  public var chosenBy: String?
  /// The last conference held.
  public var held: Day?
  /// The day for which a review is booked.
  public var booked: Day?
  /// A review was held that neither went on nor ended the work: involvement ends at review unless
  /// somebody says why not (Bolton's own account).
  public var isToClose = false

  public init() {}
}

extension CaseFile {
  /// The review whose promises are to be accounted for: one that was held already and of which nobody
  /// has said how they went; else the one that is booked. Nil where neither is; `day` limits it to one
  /// held on that day.
  public func reviewToAccount(heldOn day: Day?) -> Conference? {
    let said = Set(all(ActionProgress.self).compactMap(\.conference))
    return heldConferences.last { review in
      review.purpose == .review && !said.contains(review.key)
        && (day.map { $0 == review.held } ?? true)
    } ?? bookedConferences.last { $0.purpose == .review }
  }

  /// Nil where there is nothing to review: no conference was held and there is no live plan, or the
  /// involvement has ended. What was written last about the day counts.
  public var reviewDue: ReviewDue? {
    let held = heldConferences.max {
      ($0.held ?? $0.header.day, $0.header.recorded) < (
        $1.held ?? $1.header.day, $1.header.recorded
      )
    }
    guard held != nil || plan != nil else { return nil }
    if involvement.isClosed { return nil }
    var due = ReviewDue()
    due.held = held?.held
    due.booked = bookedConferences.filter { $0.purpose == .review }.compactMap(\.date).min()
    let isReviewed = held?.purpose == .review
    let isPlanNewer = held.map {
      ($0.header.recorded) < (plan?.header.recorded ?? $0.header.recorded)
    }
    if let day = plan?.reviewDate,
      isPlanNewer ?? true || (held?.continuesUntil ?? held?.reviewDate) == nil && !isReviewed
    {
      (due.day, due.chosenBy) = (day, plan?.reviewChosenBy)
    } else {
      (due.day, due.chosenBy) = (held?.continuesUntil ?? held?.reviewDate, held?.reviewChosenBy)
    }
    due.isToClose = isReviewed && due.day == nil
    return due
  }
}
