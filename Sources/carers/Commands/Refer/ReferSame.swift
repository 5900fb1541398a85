import ArgumentParser
import Storage
import YoungCarers

/// Decides that two are one.
struct ReferSame: Command {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Decide that two people, or two cases, are one.",
    discussion: """
      Examples:
        carers refer same YP-7KQ4-M2DX-K YP-3CR9-H4NT-Y --because "school confirmed"
        carers refer same YC-7KQ4-M2DX-J YC-3CR9-H4NT-X

      Nothing is merged or deleted, and carers undo takes the decision back exactly.
      """)

  @OptionGroup var pair: PairArguments
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try pair.decide(same: true, filter, session) }
}

/// Decides that two are two.
struct ReferDifferent: Command {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Decide that two people, or two cases, are two.",
    discussion: """
      Examples:
        carers refer different YP-7KQ4-M2DX-K YP-3CR9-H4NT-Y --because "twins"
        carers refer different YC-7KQ4-M2DX-J YC-3CR9-H4NT-X

      Where they had been joined, the joining is withdrawn and each gets their own back.
      """)

  @OptionGroup var pair: PairArguments
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try pair.decide(same: false, filter, session) }
}

/// Two ids and a reason.
struct PairArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("A person's id (YP-…) or a case's (YC-…).", valueName: "one"))
  var one: String

  @Argument(help: ArgumentHelp("The other, of the same sort.", valueName: "other"))
  var other: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Why: it stands in the decision.", valueName: "reason"))
  var because: String?

  func decide(same: Bool, _ filter: FilterOptions, _ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let pair = (try session.whole(one, entries), try session.whole(other, entries))
    try session.change(entries, filter) { writer in
      let outcome = try Deciding(writer, because: because.map { [$0] } ?? []).decide(
        pair.0, pair.1, same: same)
      let withdrawn = outcome.withdrawn
      let decisions = withdrawn == 1 ? "1 decision" : "\(withdrawn) decisions"
      return ["\(pair.0.text) and \(pair.1.text) are \(same ? "one" : "two")."]
        + (withdrawn == 0 ? [] : ["The joining was withdrawn (\(decisions))."])
        + Parting.sentences(filedMeanwhile: outcome.meanwhile)
    }
  }
}
