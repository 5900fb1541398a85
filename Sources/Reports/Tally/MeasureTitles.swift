/// What a reader calls each measure.
extension Measure {
  public var title: String {
    switch self {
    case .referrals: "Referrals"
    case .newChildren: "New children reached"
    case .repeats: "About a child already known: a story not told anew"
    case .rereferrals: "Within 12 months of the work ending"
    case .consultations: "Advice asked before a referral"
    case .healthReferrals: "Referrals from health services"
    case .healthBriefs: "Brief assessments made by health services"
    case .acknowledgedInTime: "Acknowledged in time"
    case .toldOutcome: "Referrer told what became of it"
    case .screens: "Safeguarding screens"
    case .briefs: "Brief assessments"
    case .levels: "Brief assessments, by the help that is needed"
    case .triages: "Decisions for children"
    case .ways: "Ways decided for children"
    case .servedFamilies: "Families worked with"
    case .involvedFamilies, .unledFamilies, .involvedChildren, .acceptedFamilies, .acceptedChildren,
      .transferredInFamilies, .transferredInChildren, .reopenedFamilies, .reopenedChildren,
      .joinedChildren, .closedFamilies, .closedChildren, .transferredOutFamilies,
      .transferredOutChildren:
      flowTitle
    case .needsWaiting, .transitionWaiting: "Children waiting at the end"
    case .needsJoined, .transitionJoined: "Children who joined the list"
    case .needsLeft, .transitionLeft: "Children who left the list, assessed"
    case .needsWait, .transitionWait: "Days they had waited: the middle, and the middle half"
    case .needsOver, .transitionOver: "Over target at the end"
    case .needsFinished: "Needs assessments finished"
    case .transitionFinished: "Transition assessments finished"
    case .needsTimed, .transitionTimed: "With a day to be finished by"
    case .needsInTime, .transitionInTime: "Of these, in time"
    case .needsDays, .transitionDays: "Days it took: the middle, and the middle half"
    case .assessedChildren: "Children assessed, each once a day"
    case .askedAgain: "Asked what another agency had asked in the year before"
    case .needFound: "Children whom an assessment of the year found in need"
    case .needUnmet: "Of them, whom nobody helps at the end"
    case .adultAsked: "Reviews of a care plan asked for"
    case .adultHeld: "Reviews of a care plan held"
    case .adultRelying: "Care that still relies on a child"
    case .jointVisits: "Joint visits"
    default: workTitle
    }
  }

  private var flowTitle: String {
    switch self {
    case .involvedFamilies: "Families worked with at the end"
    case .unledFamilies: "Of these, led by nobody"
    case .involvedChildren: "Children worked with at the end"
    case .acceptedFamilies, .acceptedChildren: "Accepted"
    case .transferredInFamilies, .transferredInChildren:
      "Passed on by another young carers service"
    case .reopenedFamilies, .reopenedChildren: "Opened again"
    case .joinedChildren: "Found in a family already worked with"
    case .closedFamilies, .closedChildren: "Closed"
    default: "Passed to another young carers service"
    }
  }

  private var workTitle: String {
    switch self {
    case .offers: "Offers made"
    case .offersAccepted: "Offers accepted"
    case .conferences: "Family group conferences"
    case .conferenceDays: "Days from referral: the middle, and the middle half"
    case .plansAgreed: "A plan was agreed"
    case .departures: "Departures from the standard"
    case .conferenceChildren: "Children asked to conferences"
    case .advocates: "With an advocate"
    case .invited: "Invited"
    case .attended: "Came, of those invited"
    case .actionsDue: "Promises that were due"
    case .actionsDone: "Promises kept by their day"
    case .reviewsDue: "Reviews due"
    case .reviewsInTime: "Held by the day"
    case .visits: "Visits and sessions"
    case .seenAlone: "Child seen alone"
    case .notBrought: "Child not brought"
    case .closures: "Families whose work ended"
    case .plannedClosures: "Planned endings"
    case .involvementDays: "Days: the middle, and the middle half"
    case .overLimit: "Families worked with for longer than agreed"
    case .endedChildren: "Young carers whose work ended"
    case .scoredTwice: "With both scores"
    case .areaPairs: "Pairs of scores, an area each"
    case .areasUp: "Up"
    case .areasSame: "The same"
    case .areasDown: "Down"
    case .areasTop: "At the top both times"
    case .tasksTold: "Caring tasks told of at first"
    case .tasksRelieved: "Stopped or shared, because of the plan or an adult service"
    case .childrenRelieved: "Children whose caring was reduced"
    case .tooMuchAsked: "Asked at first and at closing"
    case .tooMuchFirst: "At first"
    case .tooMuchLast: "At closing"
    case .practitionersFirst: "On the first day: the middle, and the middle half"
    case .practitionersLast: "On the last day: the middle, and the middle half"
    case .sixAfter: "The work ended six months before"
    case .sixKnown: "Six months after, known"
    case .twelveAfter: "The work ended twelve months before"
    case .twelveKnown: "Twelve months after, known"
    case .viewsAsked: "Asked for their views"
    case .viewsGiven: "Gave their views"
    case .childToldOnce: "Children who told it once"
    case .childHeard: "Children who were heard"
    case .parentToldOnce: "Parents who told it once"
    case .parentHeard: "Parents who were heard"
    case .complaints: "Complaints that came"
    case .complaintsEnded: "Complaints that ended"
    case .complaintsInTime: "Ended by the day"
    case .complaintsUpheld: "Upheld, wholly or in part"
    default: rawValue
    }
  }
}
