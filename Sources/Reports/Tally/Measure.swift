/// What a month's report counts. The code stands in data, in the register of what was published and in
/// the targets of a contract: it is never changed.
public enum Measure: String, Sendable, CaseIterable, Comparable {
  // Who reaches the service.
  case referrals, newChildren, repeats, rereferrals, consultations
  case healthReferrals, healthBriefs
  case acknowledgedInTime, toldOutcome
  // The first steps.
  case screens, briefs, levels, triages, ways
  // Who is worked with.
  case servedFamilies, involvedFamilies, unledFamilies
  case acceptedFamilies, transferredInFamilies, reopenedFamilies
  case closedFamilies, transferredOutFamilies
  case involvedChildren, acceptedChildren, transferredInChildren, reopenedChildren
  case joinedChildren, closedChildren, transferredOutChildren
  // The waiting lists.
  case needsWaiting, needsJoined, needsLeft, needsWait, needsOver
  case transitionWaiting, transitionJoined, transitionLeft, transitionWait, transitionOver
  // Assessments.
  case needsFinished, needsTimed, needsInTime, needsDays
  case transitionFinished, transitionTimed, transitionInTime, transitionDays
  case assessedChildren, askedAgain
  case needFound, needUnmet
  // The adult's side.
  case adultAsked, adultHeld, adultRelying, jointVisits
  // Conferences.
  case offers, offersAccepted, conferences, conferenceDays, plansAgreed, departures
  case conferenceChildren, advocates, invited, attended
  // What was promised, and its review.
  case actionsDue, actionsDone, reviewsDue, reviewsInTime
  // Contacts.
  case visits, seenAlone, notBrought
  // How it ended, and what has changed.
  case closures, plannedClosures, involvementDays, overLimit
  case endedChildren, scoredTwice, areaPairs, areasUp, areasSame, areasDown, areasTop
  case tasksTold, tasksRelieved, childrenRelieved, tooMuchAsked, tooMuchFirst, tooMuchLast
  case practitionersFirst, practitionersLast
  case sixAfter, sixKnown, twelveAfter, twelveKnown
  // What children and families say.
  case viewsAsked, viewsGiven, childToldOnce, childHeard, parentToldOnce, parentHeard
  case complaints, complaintsEnded, complaintsInTime, complaintsUpheld

  public static func < (a: Measure, b: Measure) -> Bool { a.place < b.place }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
  private var place: Int { Self.places[self] ?? 0 }

  /// Of how things stand when the period is over, and not of what happened in it.
  public var isStock: Bool {
    switch self {
    case .involvedFamilies, .unledFamilies, .involvedChildren, .needsWaiting, .needsWait,
      .needsOver, .transitionWaiting, .transitionWait, .transitionOver, .needFound, .needUnmet:
      true
    default: false
    }
  }

  /// Counted once in a span however often they were met: those of two months may be the same.
  public var isOnce: Bool { self == .servedFamilies }

  /// Counted of children one by one, so that it can be told by age, sex, ethnicity and area.
  public var isByChild: Bool {
    Self.byChild.contains(self)
  }

  /// Those that the breakdowns show.
  public static let byChild: [Measure] = [
    .referrals, .newChildren, .briefs, .acceptedChildren, .needsFinished, .transitionFinished,
    .closedChildren,
  ]
}
