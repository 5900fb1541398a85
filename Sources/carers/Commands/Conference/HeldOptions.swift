import ArgumentParser
import YoungCarers

/// What happened at a conference, or at the conference of a review.
struct HeldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who came, advocates too, separated by ;; - is standard input.", valueName: "a;b"))
  var attended: String?

  @Option(help: ArgumentHelp("Who did not come, separated by ;.", valueName: "a;b"))
  var absent: String?

  @Option(
    help: ArgumentHelp(
      "Who came and had not been asked, separated by ;; NAME=professional of a professional.",
      valueName: "a;b"))
  var unasked: String?

  @Option(
    name: .customLong("private-starts"),
    help: ArgumentHelp("When private family time began.", valueName: "time"))
  var privateStarts: String?

  @Option(
    name: .customLong("private-ends"),
    help: ArgumentHelp("When private family time ended.", valueName: "time"))
  var privateEnds: String?

  @Option(help: ArgumentHelp("Who left for private family time.", valueName: "a;b"))
  var left: String?

  @Flag(
    name: .customLong("advocate-stayed"), inversion: .prefixedNo,
    help: "Whether the child wished the advocate to stay for it, and they did.")
  var advocateStayed: Bool?

  @Flag(name: .customLong("plan-agreed"), help: "A plan was agreed.")
  var planAgreed = false

  @Option(
    name: .customLong("no-plan-because"),
    help: ArgumentHelp("Why no plan was agreed.", valueName: "reason"))
  var noPlan: String?

  @Flag(help: "The referrer said in the meeting that the plan is safe.")
  var safe = false

  @Option(
    name: .customLong("unsafe-because"),
    help: ArgumentHelp("Why it is not safe, or not paid for.", valueName: "reason"))
  var unsafe: String?

  @Option(
    name: .customLong("safe-said-by"),
    help: ArgumentHelp("Who said so; the referrer, unless said.", valueName: "name"))
  var safeSaidBy: String?

  @Option(
    name: .customLong("paid-for"),
    help: ArgumentHelp("What is paid for, as the referrer said.", valueName: "a;b"))
  var paidFor: String?

  @Option(help: ArgumentHelp("The day of the review.", valueName: "date"))
  var review: String?

  @Option(
    name: .customLong("review-chosen-by"),
    help: ArgumentHelp("Who chose it: family, child, or another.", valueName: "who"))
  var reviewChosenBy: String?

  @Option(
    name: .customLong("stopped-by"),
    help: ArgumentHelp("Who stopped it, where somebody did.", valueName: "who"))
  var stoppedBy: String?

  /// What was said, in the conference that was held.
  func take(into conference: inout Conference, on day: Day, _ session: Session) throws {
    if planAgreed && noPlan != nil {
      throw Problem(
        "plan-twice", .usage, "a plan was agreed, or it was not",
        cure: "Leave out --plan-agreed, or --no-plan-because.")
    }
    conference.held = day
    conference.privateStarts = try privateStarts.map {
      try session.time($0, "--private-starts").text
    }
    conference.privateEnds = try privateEnds.map { try session.time($0, "--private-ends").text }
    if let starts = conference.privateStarts, let ends = conference.privateEnds, ends < starts {
      throw Problem(
        "private-time", .usage, "private family time ended before it began",
        cure: "Give --private-starts and --private-ends as 3.45pm and 4.40pm.")
    }
    conference.leftRoom = try session.names(left)
    conference.advocateStayed = advocateStayed
    conference.planAgreed = planAgreed
    conference.noPlanBecause = try session.optional(noPlan)
    conference.unsafeBecause = try session.optional(unsafe)
    conference.planSafe = safe ? true : unsafe == nil ? nil : false
    conference.safeSaidBy =
      conference.planSafe == nil ? nil : try session.optional(safeSaidBy) ?? conference.referrer
    conference.paidFor = session.several(paidFor)
    conference.reviewDate = try review.map { try session.day($0, "--review") }
    conference.reviewChosenBy = try session.optional(reviewChosenBy)
    conference.stoppedBy = try session.optional(stoppedBy)
  }
}
