import ArgumentParser
import Storage
import YoungCarers

/// Opens a waiting list.
struct AssessOpenList: Command {
  static let configuration = CommandConfiguration(
    commandName: "open-list", abstract: "Open a waiting list again, and say why.",
    discussion: """
      Examples:
        carers assess open-list needs --because "two new assessors" --by "A Cox"
        carers assess open-list transition --because "summer is over"

      Whoever asked while it was closed keeps their first date.
      """)

  @OptionGroup var list: ListOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try list.change(to: .open, filter, session) }
}

/// Closes a waiting list.
struct AssessCloseList: Command {
  static let configuration = CommandConfiguration(
    commandName: "close-list", abstract: "Close a waiting list to routine intake, and say why.",
    discussion: """
      Examples:
        carers assess close-list needs --because "over a year's work" --by "A Cox"
        carers assess close-list transition --because "no assessor until May"

      Closing stops routine intake and no duty: requests and apparent needs are received, screened, \
      dated and counted as before, and marked to be passed to the council.
      """)

  @OptionGroup var list: ListOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try list.change(to: .closed, filter, session) }
}

/// Which list, why, and who decided.
struct ListOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("needs or transition.", valueName: "list"))
  var name: ListName

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var decision: DecisionOptions

  func change(to state: ListChange.State, _ filter: FilterOptions, _ session: Session) throws {
    guard let because = decision.because else {
      throw Problem(
        "answer-missing", .usage, "this needs --because",
        cure: "A list is opened or closed with its reason.")
    }
    let entries = try session.entries(files, partial: filter.partial)
    try session.change(entries, filter) { writer in
      let before = try writer.reader.listing(name.form)?.state ?? .open
      guard before != state else {
        throw Problem(
          "list-already", .usage,
          "the \(named: name.rawValue) list is \(named: state.rawValue) already"
        )
      }
      var change = ListChange()
      change.header = writer.header(family: nil)
      change.list = name.form
      change.state = state
      change.because = because
      change.decider = decision.by ?? session.actor.name
      try writer.append(.listing(change))
      let waiting = try writer.reader.waiting(name.form).count
      let duty =
        state == .closed
        ? "Requests and apparent needs are still received, dated and passed to the council (P25)."
        : "Whoever asked while it was closed keeps their first date."
      return ["The \(name.rawValue) list is \(state.rawValue); \(waiting) wait. \(duty)"]
    }
  }
}
