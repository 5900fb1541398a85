import ArgumentParser
import Storage
import YoungCarers

/// Books a conference.
struct ConferenceBook: Command {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Book a conference with an independent coordinator.",
    discussion: """
      Examples:
        carers conference book YC-7KQ4-M2DX-J --at "fri 3.30pm" --coordinator "R Shah"
        carers conference book YC-7KQ4-M2DX-J --at "2026-12-04 15:30" --purpose review

      The coordinator is not the lead worker, the referrer, or the manager of either: nothing \
      overrides that here. A conference follows the screen, an assessment and an offer that was not \
      declined; --despite says why not, and by whom, and that stays to be seen. There is one at a time. At the edge of care the social worker refers, and no screen of ours comes before.
      """)

  @OptionGroup var booking: BookingArguments

  @Option(help: ArgumentHelp("Plan, review or edge of care.", valueName: "purpose"))
  var purpose: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let purpose = try purpose.map {
      try session.choice(
        $0, of: Conference.Purpose.known.map(\.rawValue), "Purpose", option: "--purpose")
    }
    try booking.book(purpose.map { .init(rawValue: $0) } ?? .plan, session) { _, _ in [] }
  }
}

extension Conference {
  /// What people call it.
  var name: String {
    switch purpose {
    case .review: "Review conference"
    case .edgeOfCare: "Edge-of-care conference"
    default: "Family group conference"
    }
  }

  /// A meeting is booked before it is held; what was held is written down as it was (practice P30).
  func proveToCome(from day: Day) throws {
    guard let date, date < day else { return }
    throw Problem(
      "conference-past", .usage,
      "the conference would be before the day on which it is booked",
      cure: "Give a day to come with --at; where it was booked earlier, --day says when.")
  }

  /// Its day and time, in words.
  var spoken: String {
    date.map { $0.spoken(at: time.flatMap { TimeOfDay($0) }) } ?? "a day not yet chosen"
  }
}
