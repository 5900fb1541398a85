import ArgumentParser
import Storage
import YoungCarers

/// Writes an offer and its answer.
struct OfferAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down an offer, the answer, and when to ask again.",
    discussion: """
      Examples:
        carers offer YP-3CR9-H4NT-Y --what "needs assessment" --answer accepted
        carers offer add YC-7KQ4-M2DX-J --what "conference" --ask-again +3m

      The answers are accepted, declined and no answer. Until one is accepted it is asked again: after \
      the service's target, or when --ask-again says.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("What was offered.", valueName: "what"))
  var what: String?

  @Option(help: ArgumentHelp("Accepted, declined or no answer.", valueName: "answer"))
  var answer: String?

  @Option(name: .customLong("said-by"), help: ArgumentHelp("Who answered.", valueName: "who"))
  var saidBy: String?

  @Option(help: ArgumentHelp("What they said; - is standard input.", valueName: "text"))
  var text: String?

  @Option(
    name: .customLong("ask-again"), help: ArgumentHelp("When to ask again.", valueName: "date"))
  var askAgain: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let service = try session.service(entries.store)
    guard
      let what = try session.optional(what)
        ?? session.asking.ask("What was offered", option: "--what")
    else {
      throw Problem("offer-what", .usage, "nothing was offered", cure: "Give --what.")
    }
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
    offer.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, day in
      offer.askAgain =
        offer.answer == .accepted ? nil : again ?? service.due(.targetOffer, after: day)
      return offer
    } _: { offer in
      ["Offer: \(offer.what), \(offer.answer.rawValue)."]
        + (offer.askAgain.map { ["Ask again on \($0.spoken)."] } ?? [])
    }
  }
}
