import ArgumentParser
import YoungCarers

/// What a command takes about one of those who are asked to a conference.
struct InviteeArguments: AboutOne {
  @Argument(help: ArgumentHelp("The case's id, or that of somebody in it.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      "Whom: what the family calls them, or an id; - is standard input.", valueName: "name"))
  var name: String?

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("When it happened.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions

  /// All of whom the command is about, separated by `;` or each on a line of their own.
  func those(_ session: Session) throws -> [String] {
    let names = try session.names(whom(session))
    guard !names.isEmpty else {
      throw Problem(
        "invitee-name", .usage, "nobody is named",
        cure: "Give what the family calls them, several separated by ;.")
    }
    return names
  }

  /// Whom the command is about, from where it was said.
  func whom(_ session: Session) throws -> String {
    try session.words(name, "Whom (as the family calls them)", option: "a name", operands: files)
  }
}
