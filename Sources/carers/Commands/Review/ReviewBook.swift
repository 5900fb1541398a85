import ArgumentParser
import Storage
import YoungCarers

/// Books the conference at which a plan is reviewed.
struct ReviewBook: Command {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Book the review of a family's plan.",
    discussion: """
      Examples:
        carers review book YC-7KQ4-M2DX-J --at "12/3/2027 4pm" --coordinator "P Lee"
        carers review book YC-7KQ4-M2DX-J --at "2027-03-12 16:00" --chosen-by family

      A review is itself a conference (carers conference book --purpose review): people are invited \
      and prepared, the child has somebody who speaks for them, and there is private family time. The \
      family may bring it forward. Nobody coordinates who is near.
      """)

  @OptionGroup var booking: BookingArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try booking.book(.review, session) { conference, file in
      guard let due = file.reviewDue else {
        throw Problem(
          "review-nothing", .usage, "\(file.family) has no plan, and no conference was held",
          cure: "Book the conference itself: carers conference book.")
      }
      guard let day = due.day, let date = conference.date, date < day else { return [] }
      return ["Brought forward from \(day.spoken)."]
    }
  }
}
