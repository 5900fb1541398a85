import ArgumentParser
import Storage
import YoungCarers

/// Raises an alarm.
struct FlagRaise: Command {
  static let configuration = CommandConfiguration(
    commandName: "raise", abstract: "Raise a safeguarding flag about a child or a case.",
    discussion: """
      Examples:
        carers flag raise YP-3CR9-H4NT-Y < worry.txt
        carers flag raise YC-7KQ4-M2DX-J --text "Alone since Friday, the school says."

      Anybody may, at any time. What is feared comes from standard input, from a question at a \
      terminal, or from --text, which others on this machine can see while the command runs. Status 1: \
      a flag is open. It waits for nobody: tell the front door today.
      """)

  @Argument(help: ArgumentHelp("The child's id, or the case's.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("What is feared.", valueName: "text"))
  var text: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let text = try session.words(text, "What is feared", option: "--text", operands: files)
    var raised: [SafeguardingFlag] = []
    try session.change(entries, filter) { writer in
      raised = [
        try writer.raise(
          "raised by \(session.actor.name)", about: nil, person: subject, text: text)
      ]
      return []
    }
    try session.tell(raised)
  }
}
