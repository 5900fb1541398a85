import ArgumentParser
import YoungCarers

/// Writes that actions are no longer needed, and why.
struct PlanActionDrop: Command {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Write down that actions are no longer needed, and why.",
    discussion: """
      Examples:
        carers plan action drop YC-7KQ4-M2DX-J 2 --because "Nan moved in"
        carers plan action drop YC-7KQ4-M2DX-J 2 5 < why.txt

      It keeps its number, and is shown as no longer needed, because of what you say.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The actions' numbers; then files of entries.", valueName: "number"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let words = try ActionWords(words)
    let why = try session.words(
      because, "No longer needed, because", option: "--because", operands: words.files)
    try options.change(id, words.files, session) { desk in
      try desk.actions(words).map { before in
        var action = before
        action.begun = before.key
        action.dropped = desk.day
        action.droppedBecause = why
        action.header = try desk.header(replacing: before.header)
        try desk.writer.append(.action(action))
        return "Action \(action.number): no longer needed."
      }
    }
  }
}
