import ArgumentParser
import Storage
import YoungCarers

/// Lists the offers that nobody has accepted.
struct OfferList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the offers that nobody has accepted, and when to ask again.",
    discussion: """
      Examples:
        carers offer list
        carers offer list --due --format csv

      The latest of each offer to each child or family. In a pipe it writes references; --format or \
      --fields asks for values.
      """)

  @Flag(help: "Only those to be made again today, or before.")
  var due = false

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no such offers.", Self.listing) { reader, families in
      try reader.listed(Offer.self, in: "openOffers", families: families)
        .filter { !due || $0.entry.isDue(on: session.today) }
        .sorted { ($0.entry.askAgain ?? session.today) < ($1.entry.askAgain ?? session.today) }
    }
  }

  private static func listing(_ offers: [Listed<Offer>]) -> Listing {
    Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 8),
        .init(name: "whom", title: "Whom", minimum: 10, priority: 7),
        .init(name: "what", title: "What", minimum: 12, priority: 9),
        .init(name: "answer", title: "Answer", minimum: 9, priority: 5),
        .init(name: "saidBy", title: "Said by", minimum: 8, priority: 3),
        .init(name: "offered", title: "Offered", minimum: 10, priority: 4),
        .init(name: "askAgain", title: "Ask again", minimum: 10, priority: 6),
        .init(name: "text", title: "What they said", minimum: 10, priority: 2),
        .init(name: "person", title: "Person", isUsual: false),
        .init(name: "offer", title: "Offer", isUsual: false),
      ],
      rows: offers.map { offer in
        [
          offer.family?.text, offer.who, offer.entry.what, offer.entry.answer.rawValue,
          offer.entry.whom, offer.entry.header.day.description, offer.entry.askAgain?.description,
          offer.entry.text, offer.person?.text, offer.entry.header.id.text,
        ]
      })
  }
}
