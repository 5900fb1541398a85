import ArgumentParser
import Storage
import YoungCarers

/// Lists referrals.
struct ReferList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List referrals, oldest first.",
    discussion: """
      Examples:
        carers refer list
        carers refer list --repeats --format csv
        carers refer list --unscreened
        carers refer import a.csv --store - | carers refer list --format csv -

      In a pipe it writes references from a store; --format or --fields asks for values.
      """)

  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Only referrals by this agency.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("Only referrals from this day on.", valueName: "date"))
  var since: String?

  @Flag(help: "Only a child's second referral and later ones.")
  var repeats = false

  @Flag(help: "Only referrals that nobody has screened.")
  var unscreened = false

  @Flag(help: "Only referrals whose referrer was not told that they came.")
  var unacknowledged = false

  @Flag(help: "Only referrals that waited for a decision when they came in.")
  var undecided = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let first = try since.map { try session.day($0, "--since") }
    let wanted = agency.map { Text.folded($0) }
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      var only = try unscreened ? reader.unscreened() : nil
      if unacknowledged {
        only = try reader.unacknowledged().filter { only?.contains($0) ?? true }
      }
      return try reader.referrals(on: session.today, families: entries.selected, only: only).filter
      { listed in
        (first.map { listed.day >= $0 } ?? true)
          && (wanted.map { Text.folded(listed.agency ?? "") == $0 } ?? true)
          && (!repeats || listed.ordinal > 1)
          && (!undecided || listed.matched == Referral.Matched.undecided.rawValue)
      }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(ReferralListing.listing), found.content.map(\.reference), entries, output,
      empty: "There are no such referrals.")
  }
}
