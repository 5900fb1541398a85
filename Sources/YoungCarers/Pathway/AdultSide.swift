/// The review of what the person cared for receives (practice P19), and visits made together (P21).
public enum AdultSide {
  public static let carePlan = "care plan"
  /// Of a child who is cared for: practice P20.
  public static let disabledChild = "disabled child's assessment or plan"

  /// What is reviewed where nobody says.
  public static func plan(isForChild: Bool) -> String { isForChild ? disabledChild : carePlan }

  /// What to look at beside the review, for people.
  public static func remarks(
    _ review: AdultReview, isForChild: Bool, childAge: Int?, isCarer: Bool, _ service: Service
  ) -> [String] {
    var found: [String] = []
    if isForChild {
      found.append(
        "The person cared for is a child: the parent carer's assessment goes with it (Children Act 1989 s17ZD)."
      )
    }
    if review.jointVisit == true {
      let ages =
        service.number(
          .jointVisitFrom)...max(
          service.number(.jointVisitFrom), service.number(.jointVisitUntil))
      if let childAge, !ages.contains(childAge) {
        found.append(
          "Joint visits are for children of \(ages.lowerBound) to \(ages.upperBound): this child is \(childAge)."
        )
      }
      if !isCarer {
        found.append("The child need not be a carer: this is prevention (P21).")
      }
    }
    if review.held != nil, review.consideredChild != true {
      found.append("Nobody said that the review considered the child.")
    }
    if review.held != nil, review.relies == nil {
      found.append("Nobody said whether care still relies on the child: --relies.")
    }
    return found
  }
}
