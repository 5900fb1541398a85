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

  @OptionGroup var answer: OfferOptions
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
    var offer = try answer.offer(what, on: about.when(session), service, session)
    offer.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, _ in
      offer
    } _: {
      $0.sentences
    }
  }
}
