import ArgumentParser
import Storage
import YoungCarers

/// Says what was done about an alarm.
struct FlagAnswer: Command {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Say what a named person did about a flag.",
    discussion: """
      Examples:
        carers flag answer 000SGDKCXXWGYVGV4TK0TSW2V2 --by "R Shah" < done.txt
        carers flag answer 000SGDKCXXWGYVGV4TK0TSW2V2 --done "Told MASH at 3."

      What was done may not be empty. It comes from standard input, from a question at a terminal, or \
      from --done, which others on this machine can see while the command runs.
      """)

  @Argument(help: ArgumentHelp("The flag's id.", valueName: "flag"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("What was done.", valueName: "text"))
  var done: String?

  @Option(help: ArgumentHelp("Who did it; you, unless said.", valueName: "name"))
  var by: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let flag = try session.whole(id, entries)
    let done = try session.words(done, "What was done", option: "--done", operands: files)
    let name = try session.optional(by) ?? session.actor.name
    try session.change(entries, filter) { writer in
      guard case .flag(let alarm)? = try writer.reader.entry(flag), alarm.isAlarm else {
        throw Problem(
          "flag-missing", .noInput, "\(flag) is no flag", cure: "carers flag list shows them.")
      }
      var answer = SafeguardingFlag()
      answer.header =
        try (alarm.person ?? alarm.header.family).map { try writer.header(about: $0) }
        ?? writer.header(family: nil)
      answer.about = alarm.about
      answer.answers = flag
      answer.done = done
      answer.doneBy = name
      answer.person = alarm.person
      try writer.append(.flag(answer))
      return ["Answered: flag \(flag.text), by \(name)."]
    }
  }
}
