import ArgumentParser
import YoungCarers

/// Writes that actions are done.
struct PlanActionDone: Command {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Write down that actions are done.",
    discussion: """
      Examples:
        carers plan action done YC-7KQ4-M2DX-J 3
        carers plan action done YC-7KQ4-M2DX-J 1 4 --said-by Mum

      An action is named by its number in the plan.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The actions' numbers; then files of entries.", valueName: "number"))
  var words: [String] = []

  @Option(help: ArgumentHelp("How it went; - is standard input.", valueName: "text"))
  var because: String?

  @Option(name: .customLong("said-by"), help: ArgumentHelp("Who said so.", valueName: "who"))
  var saidBy: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let words = try ActionWords(words)
    let how = try session.optional(because)
    try options.change(id, words.files, session) { desk in
      try desk.actions(words).map { action in
        try desk.progress(action, .done, because: how, saidBy: saidBy)
        return "Action \(action.number): done."
      }
    }
  }
}
