import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Adds actions to a plan.
struct PlanActionAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an action to a plan, or many from a sheet.",
    discussion: """
      Examples:
        carers plan action add YC-7KQ4-M2DX-J "Ring the school" --who Mum --by fri
        carers plan action add YC-7KQ4-M2DX-J "Cook on Mondays" --who Nan --by +2w
        carers plan action add YC-7KQ4-M2DX-J --sheet actions.csv

      Its number is told; it is the action's name. Which of the five groups whoever does it belongs to \
      is known from the case, or said with --owner. A sheet is taken whole or not at all.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      "What is done, unless a sheet says it; then files of entries.", valueName: "what"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp("A CSV file of actions; - is standard input.", valueName: "file"),
    completion: .file())
  var sheet: String?

  @Option(help: ArgumentHelp("Who does it, by name.", valueName: "name"))
  var who: String?

  @Option(
    help: ArgumentHelp(
      "Child, parent, family and friends, project worker, other professional.", valueName: "group"))
  var owner: String?

  @Option(help: ArgumentHelp("By when.", valueName: "date"))
  var by: String?

  @Option(help: ArgumentHelp("The outcome area it is for.", valueName: "area"))
  var area: String?

  @Option(help: ArgumentHelp("The child's caring tasks that it ends or shares.", valueName: "a; b"))
  var lessens: String?

  @Flag(help: "Whoever does it agreed.")
  var agreed = false

  @Flag(name: .customLong("asked-for"), help: "The young person asked for it.")
  var askedFor = false

  @Option(
    name: .customLong("only-for"),
    help: ArgumentHelp("Who alone may see it, beside workers.", valueName: "a; b"))
  var onlyFor: String?

  @Flag(help: "The school needs to know of it.")
  var school = false

  @Option(help: ArgumentHelp("Whoever does it, where they stand in the case.", valueName: "id"))
  var person: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let rows: [(values: [String: String], place: Place?)]
    var files = words
    if let sheet {
      let spool = try Spool(opening: sheet, session.world)
      rows = try NamedRows.read(
        spool.source(), named: spool.name, columns: ActionMaking.columns, needed: "what"
      ).map { ($0.values, Place(file: spool.name, line: $0.line)) }
    } else {
      let what = files.isEmpty ? nil : files.removeFirst()
      rows = [(try values(what, session), nil)]
    }
    try options.change(id, files, session) { desk in
      var making = ActionMaking(desk, today: session.today, person: person)
      return try rows.flatMap { try making.write($0.values, at: $0.place) }
    }
  }

  private func values(_ what: String?, _ session: Session) throws -> [String: String] {
    let given: [(String, String?)] = [
      ("what", try session.words(what, "What is done", option: "what", operands: [])),
      ("who", try who ?? session.asking.ask("Who does it", option: "--who")), ("owner", owner),
      ("by", by), ("area", area), ("lessens", try session.optional(lessens)),
      ("onlyFor", onlyFor), ("agreed", agreed ? "yes" : nil), ("askedFor", askedFor ? "yes" : nil),
      ("school", school ? "yes" : nil),
    ]
    return Dictionary(given.compactMap { name, value in value.map { (name, $0) } }) { $1 }
  }
}
