import ArgumentParser
import Storage
import YoungCarers

/// Lists reviews, booked and held.
struct ReviewList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the reviews that are booked or were held.",
    discussion: """
      Examples:
        carers review list
        carers review list --format csv

      Cancelled ones are left out. carers review due lists what is to be reviewed.
      """)

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no reviews.", Self.listing) { reader, families in
      try reader.listed(Conference.self, in: "conferences", families: families)
        .filter { $0.entry.purpose == .review && $0.entry.cancelled == nil }
    }
  }

  private static func listing(_ found: [Listed<Conference>]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "date", title: "Day", minimum: 10, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "family", title: "Family", minimum: 8, priority: 6),
      .init(name: "state", title: "State", minimum: 10, priority: 7),
      .init(name: "until", title: "Goes on until", minimum: 10, priority: 5),
      .init(name: "because", title: "Because", minimum: 12, priority: 4, wraps: true),
      .init(name: "coordinator", title: "Coordinator", isUsual: false),
      .init(name: "review", title: "Review", isUsual: false),
    ])
    listing.rows = found.map { listed in
      let review = listed.entry
      return [
        (review.held ?? review.date)?.description, listed.family?.text, listed.familyName,
        review.held == nil ? "booked" : "held", review.continuesUntil?.description,
        review.continuesBecause, review.coordinator, review.key.text,
      ]
    }
    return listing
  }
}
