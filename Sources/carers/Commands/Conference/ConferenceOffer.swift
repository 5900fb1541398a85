import ArgumentParser
import Storage
import YoungCarers

/// Writes the offer of a conference, and the answer.
struct ConferenceOffer: Command {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Offer a conference: write down the answer, and ask again.",
    discussion: """
      Examples:
        carers conference offer YC-7KQ4-M2DX-J --answer accepted --said-by family
        carers conference offer YC-7KQ4-M2DX-J --answer declined --ask-again +3m
        carers conference offer YC-7KQ4-M2DX-J --edge-of-care --answer accepted

      A conference is voluntary, and one no never closes the offer. --edge-of-care is the offer that \
      is made before an application for a care order (Children Act 1989 s31ZA); where it would not be \
      in the child's best interests, --not-made-because says why it was not made.
      """)

  @OptionGroup var about: AboutArguments
  @OptionGroup var answer: OfferOptions

  @Flag(
    name: .customLong("edge-of-care"),
    help: "It is the offer before an application for a care order.")
  var edgeOfCare = false

  @Option(
    name: .customLong("not-made-because"),
    help: ArgumentHelp("Why it was not made; - is standard input.", valueName: "reason"))
  var notMade: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let service = try session.service(entries.store)
    var offer = Offer()
    if let because = try session.optional(notMade) {
      guard answer.answer == nil else {
        throw Problem(
          "offer-not-made", .usage, "an offer that was not made has no answer",
          cure: "Leave out --answer, or --not-made-because.")
      }
      offer.what = CaseFile.conferenceOffer
      offer.notMadeBecause = because
      offer.edgeOfCare = true
    } else {
      offer = try answer.offer(
        CaseFile.conferenceOffer, on: about.when(session), service, session)
      offer.edgeOfCare = edgeOfCare ? true : nil
    }
    offer.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, _ in
      offer
    } _: { offer in
      offer.notMadeBecause == nil
        ? offer.sentences
        : [
          "Not offered: \(offer.what). Children Act 1989 s31ZA: only where that is best for the child."
        ]
    }
  }
}
