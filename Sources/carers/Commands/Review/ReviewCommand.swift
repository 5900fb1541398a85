import ArgumentParser

/// The review of a family's plan, how it ends, and what has changed.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review a family's plan, end the work, hear what they say, see what changed.",
    discussion: """
      Examples:
        carers review due
        carers review held YC-7KQ4-M2DX-J 1=done 2=partly:"only on weekdays"
        carers review close YC-7KQ4-M2DX-J --because "plan carried out"
        carers review change YC-7KQ4-M2DX-J
      """,
    subcommands: [
      ReviewDueList.self, ReviewBook.self, ReviewHeld.self, ReviewRelief.self, ReviewClose.self,
      ReviewReopen.self, ReviewViews.self, ReviewComplaint.self, ReviewComplaints.self,
      ReviewFollowUp.self, ReviewFollowUps.self, ReviewList.self, ReviewChange.self,
    ])
}
