import ArgumentParser
import Storage
import YoungCarers

/// Writes down a review that was held.
struct ReviewHeld: Command {
  static let configuration = CommandConfiguration(
    commandName: "held", abstract: "Write down a review: how each promise of the plan went.",
    discussion: """
      Examples:
        carers review held YC-7KQ4-M2DX-J 1=done 2=partly:"on weekdays" 3=not-yet
        carers review held YC-7KQ4-M2DX-J --continue-until +6w --because "exams first"
        carers review held YC-7KQ4-M2DX-J 4=not-needed:"Gran moved in" --plan-changed

      Every promise that was open is accounted for, the workers' too: done, partly, not-yet or \
      not-needed, with a reason after a colon. A review that is written down as held already is taken, \
      else the one that is booked. The work ends at it unless --continue-until and --because say why \
      not.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      "Promises NUMBER=how, and files of entries; - is standard input.", valueName: "number=how"),
    completion: .file())
  var words: [String] = []

  @Option(help: ArgumentHelp("The day it was held.", valueName: "date"))
  var day: String?

  @Option(
    name: .customLong("continue-until"),
    help: ArgumentHelp("Until when the work goes on.", valueName: "date"))
  var continueUntil: String?

  @Option(help: ArgumentHelp("Why it goes on.", valueName: "reason"))
  var because: String?

  @Option(
    name: .customLong("chosen-by"),
    help: ArgumentHelp("Who chose that day: family.", valueName: "who"))
  var chosenBy: String?

  @Flag(name: .customLong("plan-changed"), help: "The family changed the plan.")
  var planChanged = false

  @Option(
    name: .customLong("said-by"),
    help: ArgumentHelp("Who said how the promises went.", valueName: "who"))
  var saidBy: String?

  @Option(
    help: ArgumentHelp("Why not every promise is accounted for.", valueName: "reason"))
  var despite: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(words.filter { !$0.contains("=") }, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let when = try day.map { try session.day($0, "--day") }
    guard when.map({ $0 <= session.today }) ?? true else {
      throw Problem(
        "held-ahead", .usage, at: Place(file: "--day"), "the day of the review has not come yet",
        cure: "Correct the date, or book it: carers review book.")
    }
    let until = try continueUntil.map { try session.day($0, "--continue-until") }
    guard (until == nil) == (because?.nilIfEmpty == nil) else {
      throw Problem(
        "continue-why", .usage, "--continue-until and --because belong together",
        cure: "The work ends at the review unless somebody says until when it goes on, and why.")
    }
    let service = try session.service(entries.store)
    let said = try words.filter { $0.contains("=") }.map(PromiseKept.init)
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      let holding = ReviewHolding(
        said: when, today: session.today, until: until, because: because, chosenBy: chosenBy,
        planChanged: planChanged,
        saidBy: saidBy, despite: despite, decider: session.actor.name, service: service,
        session: session)
      return try holding.write(said, file, writer)
    }
  }
}

/// How one promise went, as it is typed: `2=partly:only on weekdays`.
struct PromiseKept {
  let number: Int
  let state: ActionProgress.State
  let because: String?

  init(_ word: String) throws {
    guard let (code, value) = Answers.parted(word), let number = Int(code) else {
      throw Problem(
        "promise-shape", .usage, "a promise is its number in the plan, = and how it went",
        cure: "For example 2=partly:\"only on weekdays\".")
    }
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = Text.folded(parts.first.map(String.init) ?? "")
    let known: [(String, ActionProgress.State)] = [
      ("done", .done), ("partly", .partly), ("not yet", .notYet), ("not needed", .notNeeded),
      ("no longer needed", .notNeeded),
    ]
    guard let state = known.first(where: { $0.0 == typed })?.1 else {
      throw Problem(
        "promise-state", .usage, "how promise \(number) went is not one of the words",
        cure: Nearest.cure(typed, among: ["done", "partly", "not-yet", "not-needed"]))
    }
    self.number = number
    self.state = state
    because = parts.count > 1 ? Text.composed(String(parts[1])).nilIfEmpty : nil
    if state == .notNeeded, because == nil {
      throw Problem(
        "promise-why", .usage, "promise \(number) is not needed, and nobody says why",
        cure: "For example \(number)=not-needed:\"Gran moved in\".")
    }
  }
}
