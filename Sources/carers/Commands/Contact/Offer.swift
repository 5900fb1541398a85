import ArgumentParser

/// Offers that persist.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Make offers, and make them again: one no never closes one.",
    discussion: """
      Examples:
        carers offer YP-3CR9-H4NT-Y --what "needs assessment" --answer declined
        carers offer list

      Unanswered is not declined, and an offer that was declined is made again.
      """, subcommands: [OfferAdd.self, OfferList.self], defaultSubcommand: OfferAdd.self)
}
