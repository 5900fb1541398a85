import ArgumentParser
import YoungCarers

/// The answer to an offer, and when it is made again.
struct OfferOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Accepted, declined or no answer.", valueName: "answer"))
  var answer: String?

  @Option(name: .customLong("said-by"), help: ArgumentHelp("Who answered.", valueName: "who"))
  var saidBy: String?

  @Option(help: ArgumentHelp("What they said; - is standard input.", valueName: "text"))
  var text: String?

  @Option(
    name: .customLong("ask-again"), help: ArgumentHelp("When to ask again.", valueName: "date"))
  var askAgain: String?

  /// An offer with its answer; until it is accepted it is made again (practice P16).
  func offer(_ what: String, on day: Day, _ service: Service, _ session: Session) throws -> Offer {
    var offer = Offer()
    offer.what = what
    if answer != nil || session.asking.isPossible {
      offer.answer = Offer.Answer(
        rawValue: try session.choice(
          answer, of: Offer.Answer.known.map(\.rawValue), "Answer", option: "--answer"))
    }
    offer.whom = try session.optional(saidBy)
    offer.text = try session.optional(text)
    let again = try askAgain.map { try session.day($0, "--ask-again") }
    offer.askAgain =
      offer.answer == .accepted ? nil : again ?? service.due(.targetOffer, after: day)
    return offer
  }
}

extension Offer {
  /// What a command that wrote it says.
  var sentences: [String] {
    ["Offer: \(what), \(answer.rawValue)."]
      + (askAgain.map { ["Ask again on \($0.spoken)."] } ?? [])
  }
}
