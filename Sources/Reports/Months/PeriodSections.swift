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
            .count(.referrals), .count(.newChildren),
            .count(.repeats),
            .count(.rereferrals),
            .count(.consultations),
          ]
            + (!schools.known.isEmpty
              ? [.number("schools", "Schools heard from", schools.heardFrom.map(\.count))] : []),
          note: !schools.known.isEmpty
            ? "Of the schools that the service knows, others have not been heard from: report census names them to the service."
            : nil),
        tables.table(
          "acknowledging", "Referrers who were told",
          [
            .share(.acknowledgedInTime, of: .referrals), .share(.toldOutcome, of: .referrals),
          ]),
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
          .ways, of: .triages, "ways", "What was decided for children, one way or several",
          order: Triage.Way.known.map(\.rawValue),
          note:
            "A child may go several ways at once, so the ways add up to more than the decisions."),
      ])
  }

  private func list(
    _ form: Assessment.Form, _ measures: [Measure], finished: [Measure], title: String
  ) -> [Report.Table] {
    let shut = figures.shut[form].map {
      [MeasureTables.Line.number("\(form.rawValue)Shut", "Days on which the list was shut", $0)]
    }
    return [
      tables.table(
        "\(form.rawValue)List", "The waiting list for \(title)",
        [
          .count(measures[0]),
          .count(measures[1]),
          .count(measures[2]),
          .middle(measures[3]),
          .longest(measures[3], "Days of the longest wait"),
          .count(measures[4]),
        ] + (shut ?? []),
        note:
          "A wait is counted from the first referral or request. Nobody with a right to assessment is turned away while a list is shut."
      ),
      tables.table(
        form.rawValue, title.capitalised,
        [
          .count(finished[0]), .count(finished[1]), .share(finished[2], of: finished[1]),
          .middle(finished[3]),
        ]),
    ]
  }

  var childrens: Report.Section {
    Report.Section(
      "What children's services answer for",
      list(
        .needs, [.needsJoined, .needsLeft, .needsWaiting, .needsWait, .needsOver],
        finished: [.needsFinished, .needsTimed, .needsInTime, .needsDays],
        title: "needs assessments")
        + [
          tables.table(
            "unmet", "Needs that were found, and that nobody meets",
            [.count(.needFound), .count(.needUnmet)],
            note:
              "Of the twelve months up to the last day, by each child's last needs assessment: a child in need, or for whom it is not, or only partly, appropriate to care. Nobody helps where there is no agreed plan, no offer accepted since, no other service taken up and no wait for an assessment, unless the work ended because the need did or somebody else looks to it."
          ),
          tables.table(
            "seen", "Children seen",
            [
              .count(.visits),
              .share(.seenAlone, of: .visits),
              .share(.notBrought, of: .visits),
            ]),
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
          .count(.offers), .share(.offersAccepted, of: .offers),
          .middle(.conferenceDays),
          .share(.plansAgreed, of: .conferences),
          .count(.conferenceChildren),
          .share(.advocates, of: .conferenceChildren),
          .share(.attended, of: .invited),
          .count(.departures),
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
          .count(.reviewsDue), .share(.reviewsInTime, of: .reviewsDue),
        ],
        note: "By the day that was chosen at a conference: moving it since makes none less due."),
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
          .share(.plannedClosures, of: .closures),
          .middle(.involvementDays),
          .count(.overLimit),
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
        ], finished: [.transitionFinished, .transitionTimed, .transitionInTime, .transitionDays],
        title: "transition assessments")
        + [
          tables.table(
            "adults", "The care of those whom children look after",
            [
              .count(.adultAsked),
              .count(.adultHeld),
              .share(.adultRelying, of: .adultHeld),
              .count(.jointVisits),
            ]),
          tables.table(
            "caring", "Caring reduced, for children whose work ended",
            [
              .count(.tasksTold),
              .share(
                .tasksRelieved, of: .tasksTold),
              .count(.childrenRelieved),
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
            .count(.healthReferrals),
            .count(.healthBriefs),
          ]),
        tables.table(
          "tooMuch", "Children with anything too much, or not right for their age",
          [
            .count(.tooMuchAsked),
            .share(.tooMuchFirst, of: .tooMuchAsked),
            .share(.tooMuchLast, of: .tooMuchAsked),
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
            .count(.assessedChildren),
            .share(
              .askedAgain, of: .assessedChildren),
          ]),
        tables.table(
          "distance", "Children's own scores, first and closing",
          [
            .count(.endedChildren),
            .share(.scoredTwice, of: .endedChildren),
            .count(.areaPairs),
            .count(.areasUp), .count(.areasSame), .count(.areasDown),
            .count(.areasTop),
          ],
          note:
            "\(Scale.higherIsBetter) By area and by who scored: carers report outcomes."),
        tables.table(
          "practitioners", "Practitioners in a family's life",
          [
            .middle(.practitionersFirst),
            .middle(.practitionersLast),
          ]),
      ] + after)
  }
}
