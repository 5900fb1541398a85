import ArgumentParser
import Storage
import YoungCarers

/// Writes down that a child's caring task ended, or is shared.
struct ReviewRelief: Command {
  static let configuration = CommandConfiguration(
    commandName: "relief", abstract: "Write down a caring task that a child stopped or shares.",
    discussion: """
      Examples:
        carers review relief YP-3CR9-H4NT-Y lifting --cause "an adult service"
        carers review relief YP-3CR9-H4NT-Y "cooking; shopping" --became shared
        carers review relief YP-3CR9-H4NT-Y washing --taken-by Ada --by-child

      Say who took it and why it ended. Only what the plan or an adult service changed is claimed as \
      caring reduced; a task that a brother or sister took is not.
      """)

  @Argument(help: ArgumentHelp("The child's id, or a case's with one child.", valueName: "child"))
  var id: String

  @Argument(
    help: ArgumentHelp("The task as it was first named; several with ;.", valueName: "task"))
  var task: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("stopped, shared or \"goes on\".", valueName: "what"))
  var became = Relief.Became.stopped.rawValue

  @Option(
    name: .customLong("taken-by"), help: ArgumentHelp("Who does it now.", valueName: "name"))
  var takenBy: String?

  @Option(
    help: ArgumentHelp(
      "\"the plan\", \"an adult service\", recovery, hospital, bereavement, moving or \"something else\".",
      valueName: "why"))
  var cause = Relief.Cause.plan.rawValue

  @Flag(name: .customLong("by-child"), help: "Who took it is a child.")
  var byChild = false

  @Option(
    help: ArgumentHelp("The promise of the plan that did it, by number.", valueName: "number"))
  var promise: Int?

  @Option(help: ArgumentHelp("When it happened.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let child = try session.child(id, entries)
    let when = try day.map { try session.day($0, "--day") } ?? session.today
    let became = Relief.Became(
      rawValue: try session.choice(
        became, of: Relief.Became.known.map(\.rawValue), "What became of it", option: "--became"))
    let cause = Relief.Cause(
      rawValue: try session.choice(
        cause, of: Relief.Cause.known.map(\.rawValue), "Why", option: "--cause"))
    let taker = try session.optional(takenBy)
    let tasks = try session.several(session.optional(task))
    guard !tasks.isEmpty else {
      throw Problem(
        "task-missing", .usage, "there is no task", cure: "Name it as it was first named.")
    }
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(child)
      let action = try promise.map { try Self.action($0, file) }
      let told = file.scored(child, in: file.spell).compactMap(\.tasks).joined().map(Text.folded)
      var lines: [String] = []
      for task in tasks {
        var relief = Relief()
        relief.header = try writer.header(about: child)
        relief.header.day = when
        relief.person = child
        relief.task = task
        relief.became = became
        relief.cause = cause
        relief.takenBy = taker
        relief.takenByChild = byChild ? true : nil
        relief.action = action
        try writer.append(.relief(relief))
        lines.append(Self.sentence(relief))
        if !told.contains(Text.folded(task)) {
          lines.append("It was not told before: it stands apart from the tasks that were.")
        }
      }
      if became != .goesOn, taker == nil, cause.isClaimed {
        lines.append("Nobody says who does it now: --taken-by.")
      }
      return lines
    }
  }

  private static func action(_ number: Int, _ file: CaseFile) throws -> ID {
    guard let plan = file.plan,
      let action = file.actions(of: plan).first(where: { $0.number == number })
    else {
      throw Problem("promise-unknown", .usage, "the plan has no promise \(number)")
    }
    return action.key
  }

  static func sentence(_ relief: Relief) -> String {
    let taker = relief.takenBy.map { ", taken by \($0)" } ?? ""
    let claimed: String
    if relief.became == .goesOn {
      claimed = ""
    } else if relief.takenByChild == true {
      claimed = " Not counted as reduced: a child does it now."
    } else if relief.cause.isClaimed {
      claimed = " Counted as caring reduced."
    } else {
      claimed = " Not counted as reduced by the work: \(relief.cause.rawValue)."
    }
    return "\(relief.task): \(relief.became.rawValue)\(taker).\(claimed)"
  }
}
