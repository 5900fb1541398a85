import ArgumentParser
import Storage
import YoungCarers

/// Looks for people by any of their names, an identifier or an id.
struct Find: Command {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find cases by a name, a UPN, an NHS number or an id.",
    discussion: """
      Examples:
        carers find okafor
        carers find zoe okafor --format csv
        carers find YC-7KQ4

      Every word must begin a name of the same person; accents, case and hyphens do not matter.
      """)

  @Argument(
    help: ArgumentHelp(
      "Names, or an identifier. Asked for where it is left out.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if try session.explained(output, ReferralListing.columns) { return }
    let pipe = words.last == "-"
    let asked = words.dropLast(pipe ? 1 : 0)
    let text =
      asked.isEmpty
      ? try session.asking.ask("Name", option: "a name") ?? "" : asked.joined(separator: " ")
    let entries = try session.entries(pipe ? ["-"] : [])
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let families = Set(try reader.families(matching: text))
      let wanted = entries.selected.map(families.intersection) ?? families
      return try reader.referrals(on: session.today, families: wanted)
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(ReferralListing.listing), found.content.map(\.reference), entries, output,
      empty: "Nobody of that name is here.")
  }
}
