import ArgumentParser
import YoungCarers

/// What a plan says beside its actions: when it is begun, and when it is changed.
struct PlanContents: ParsableArguments {
  @Option(help: ArgumentHelp("What child and family wish for, separated by ;", valueName: "a; b"))
  var wishes: String?

  @Option(help: ArgumentHelp("What goes well, and who is there.", valueName: "a; b"))
  var strengths: String?

  @Option(help: ArgumentHelp("What to do in an emergency; - is standard input.", valueName: "text"))
  var emergency: String?

  @Option(
    name: .customLong("emergency-who"),
    help: ArgumentHelp("Whom to ring first, and then.", valueName: "a; b"))
  var emergencyWho: String?

  @Option(help: ArgumentHelp("The day that the family chose to look again.", valueName: "date"))
  var review: String?

  @Option(
    name: .customLong("review-chosen-by"), help: ArgumentHelp("Who chose it.", valueName: "who"))
  var reviewChosenBy: String?

  var isEmpty: Bool {
    [wishes, strengths, emergency, emergencyWho, review, reviewChosenBy].allSatisfy { $0 == nil }
  }

  /// Puts in what was given, and leaves the rest as it was.
  func put(into plan: inout FamilyPlan, _ session: Session) throws {
    if let wishes = try session.optional(wishes) { plan.wishes = session.several(wishes) }
    if let strengths = try session.optional(strengths) {
      plan.strengths = session.several(strengths)
    }
    plan.emergency = try session.optional(emergency) ?? plan.emergency
    if let emergencyWho = try session.optional(emergencyWho) {
      plan.emergencyWho = session.several(emergencyWho)
    }
    if let review { plan.reviewDate = try session.day(review, "--review") }
    plan.reviewChosenBy = try session.optional(reviewChosenBy) ?? plan.reviewChosenBy
  }
}
