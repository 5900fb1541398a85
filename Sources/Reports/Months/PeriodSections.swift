import YoungCarers

/// The sections of a period's report: who reaches the service, what each of the three who pay answers
/// for, and what has changed.
extension PeriodReport {
  var reach: Report.Section {
    let schools = figures.schools
    return Report.Section(
      "Who reaches the service",
      preface: [
        "A fall is no failure by itself, and a rise no success: each has its reason, which the service gives."
      ],
      [
        tables.table(
          "reach", "Contacts, and children told of",
          [
            .count(.referrals, "Referrals"), .count(.newChildren, "New children reached"),
            .count(.repeats, "About a child already known: a story not told anew"),
            .count(.rereferrals, "Within 12 months of the work ending"),
            .count(.consultations, "Advice asked before a referral"),
            .number("schools", "Schools heard from", schools.heardFrom),
          ],
          note: schools.known > 0
            ? "Of the schools that the service knows, others have not been heard from: report census names them to the service."
            : nil)
      ])
  }

  var firstSteps: Report.Section {
    Report.Section(
      "First steps",
      [
        tables.kinds(
          .screens, "screens", "Safeguarding screens, by their result",
          order: Screening.Result.known.map(\.rawValue), all: "All screens"),
        tables.kinds(
          .briefs, "briefs", "Brief assessments, by who made them", all: "All brief assessments"),
        tables.kinds(
          .levels, "levels", "Brief assessments, by the help that is needed",
          order: ["none", "the setting's own", "another service", "specialist"],
          all: "All brief assessments",
          note: "Not every child needs a specialist."),
        tables.ways(
          .ways, "ways", "What was decided for children, one way or several",
          order: Triage.Way.known.map(\.rawValue),
          note:
            "A child may go several ways at once, so the ways add up to more than the decisions."),
      ].compactMap { $0 })
  }

  private func list(
    _ form: Assessment.Form, _ measures: [Measure], finished: [Measure], title: String
  ) -> [Report.Table] {
    let shut = figures.lists[form]?.shut ?? []
    return [
      tables.table(
        "\(form.rawValue)List", "The waiting list for \(title)",
        [
          .count(measures[0], "Children who joined it"),
          .count(measures[1], "Children who left it, assessed"),
          .count(measures[2], "Children waiting at the end"),
          .middle(measures[3], "Days they had waited: the middle, and the middle half"),
          .longest(measures[3], "Days of the longest wait"),
          .count(measures[4], "Over target at the end"),
          .number("\(form.rawValue)Shut", "Days on which the list was shut", shut),
        ],
        note:
          "A wait is counted from the first referral or request. Nobody with a right to assessment is turned away while a list is shut."
      ),
      tables.table(
        form.rawValue, "\(title.prefix(1).uppercased() + title.dropFirst()) finished",
        [
          .count(finished[0], "Finished"), .share(finished[1], of: finished[0], "In time"),
          .middle(finished[2], "Days it took: the middle, and the middle half"),
        ]),
    ]
  }

  var childrens: Report.Section {
    Report.Section(
      "What children's services answer for",
      list(
        .needs, [.needsJoined, .needsLeft, .needsWaiting, .needsWait, .needsOver],
        finished: [.needsFinished, .needsInTime, .needsDays], title: "needs assessments")
        + [
          tables.table(
            "seen", "Children seen",
            [
              .count(.visits, "Visits and sessions"),
              .share(.seenAlone, of: .visits, "Child seen alone"),
              .share(.notBrought, of: .visits, "Child not brought"),
            ])
        ] + conferences + ended)
  }

  private var conferences: [Report.Table] {
    [
      tables.kinds(
        .conferences, "conferences", "Family group conferences held, by purpose",
        order: Conference.Purpose.known.map(\.rawValue), all: "All conferences", chart: false),
      tables.table(
        "conferencing", "How conferences went",
        [
          .count(.offers, "Offers made"), .share(.offersAccepted, of: .offers, "Accepted"),
          .middle(.conferenceDays, "Days from referral: the middle, and the middle half"),
          .share(.plansAgreed, of: .conferences, "A plan was agreed"),
          .count(.conferenceChildren, "Children at conferences"),
          .share(.advocates, of: .conferenceChildren, "With an advocate"),
          .share(.attended, of: .invited, "Came, of those invited"),
          .count(.departures, "Departures from the standard"),
        ]),
      tables.kinds(
        .actionsDue, "actionsDue", "Promises that were due, by who made them",
        order: PlanAction.Owner.known.map(\.rawValue), all: "All promises", chart: false),
      tables.kinds(
        .actionsDone, "actionsDone", "Promises kept by their day, by who made them",
        order: PlanAction.Owner.known.map(\.rawValue), all: "All promises kept"),
      tables.table(
        "reviews", "Reviews",
        [
          .count(.reviewsDue, "Due"), .share(.reviewsInTime, of: .reviewsDue, "Held by the day"),
        ]),
    ]
  }

  private var ended: [Report.Table] {
    [
      tables.kinds(
        .closures, "closures", "How the work ended",
        order: Closure.Reason.known.map(\.rawValue), all: "All families whose work ended"),
      tables.table(
        "length", "How long the work took",
        [
          .share(.plannedClosures, of: .closures, "Planned endings"),
          .middle(.involvementDays, "Days: the middle, and the middle half"),
          .count(.overLimit, "Families worked with for longer than agreed"),
        ]),
    ]
  }

  var adults: Report.Section {
    Report.Section(
      "What adults' services answer for",
      list(
        .transition,
        [
          .transitionJoined, .transitionLeft, .transitionWaiting, .transitionWait,
          .transitionOver,
        ], finished: [.transitionFinished, .transitionInTime, .transitionDays],
        title: "transition assessments")
        + [
          tables.table(
            "adults", "The care of those whom children look after",
            [
              .count(.adultAsked, "Reviews of a care plan asked for"),
              .count(.adultHeld, "Reviews held"),
              .share(.adultRelying, of: .adultHeld, "Care that still relies on a child"),
              .count(.jointVisits, "Joint visits"),
            ]),
          tables.table(
            "caring", "Caring reduced, for children whose work ended",
            [
              .count(.tasksTold, "Caring tasks told of at first"),
              .share(
                .tasksRelieved, of: .tasksTold,
                "Stopped or shared, because of the plan or an adult service"),
              .count(.childrenRelieved, "Children whose caring was reduced"),
            ],
            note: "What ended by recovery, hospital, bereavement or moving is not counted."),
        ])
  }

  var health: Report.Section {
    Report.Section(
      "What health answers for",
      [
        tables.table(
          "health", "Children told of and assessed by health services",
          [
            .count(.healthReferrals, "Referrals from health services"),
            .count(.healthBriefs, "Brief assessments made by health services"),
          ]),
        tables.table(
          "tooMuch", "Children with anything too much, or not right for their age",
          [
            .count(.tooMuchAsked, "Asked at first and at closing"),
            .share(.tooMuchFirst, of: .tooMuchAsked, "At first"),
            .share(.tooMuchLast, of: .tooMuchAsked, "At closing"),
          ]),
      ])
  }

  var outcomes: Report.Section {
    Report.Section(
      "What the board oversees",
      preface: [
        "These figures say what has changed, and not what made it change. A score that went down may mean that a child now trusts somebody enough to say how it is."
      ],
      [
        tables.table(
          "story", "Told once",
          [
            .count(.assessedChildren, "Children assessed, each once a day"),
            .share(
              .askedAgain, of: .assessedChildren,
              "Asked what another agency had asked in the year before"),
          ]),
        tables.table(
          "distance", "Children's own scores, first and closing",
          [
            .count(.endedChildren, "Young carers whose work ended"),
            .share(.scoredTwice, of: .endedChildren, "With both scores"),
            .count(.areaPairs, "Pairs of scores, an area each"),
            .count(.areasUp, "Up"), .count(.areasSame, "The same"), .count(.areasDown, "Down"),
            .count(.areasTop, "At the top both times"),
          ],
          note:
            "\(Scale.higherIsBetter) By area and by who scored: carers report outcomes."),
        tables.table(
          "practitioners", "Practitioners in a family's life",
          [
            .middle(.practitionersFirst, "On the first day: the middle, and the middle half"),
            .middle(.practitionersLast, "On the last day"),
          ]),
      ])
  }
}
