import ArgumentParser
import YoungCarers

/// Writes how actions are going.
struct PlanActionProgress: Command {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Write down how actions are going: partly, or not yet.",
    discussion: """
      Examples:
        carers plan action progress YC-7KQ4-M2DX-J 2 --state partly
        carers plan action progress YC-7KQ4-M2DX-J 2 --state "not yet" --because -

      What was not done is not yet done: nobody is blamed.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The actions' numbers; then files of entries.", valueName: "number"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Done, partly, not yet or no longer needed.", valueName: "state"))
  var state: String?

  @Option(help: ArgumentHelp("Why, or how it went; - is standard input.", valueName: "text"))
  var because: String?

  @Option(name: .customLong("said-by"), help: ArgumentHelp("Who said so.", valueName: "who"))
  var saidBy: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let words = try ActionWords(words)
    let state = ActionProgress.State(
      rawValue: try session.choice(
        state, of: ActionProgress.State.known.map(\.rawValue), "How it goes", option: "--state"))
    let why = try session.optional(because)
    try options.change(id, words.files, session) { desk in
      try desk.actions(words).map { action in
        try desk.progress(action, state, because: why, saidBy: saidBy)
        return "Action \(action.number): \(state.rawValue)."
      }
    }
  }
}
