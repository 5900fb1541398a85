import ArgumentParser
import Storage
import YoungCarers

/// Ends the involvement with a family.
struct ReviewClose: Command {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "End the work with a family, and say why.",
    discussion: """
      Examples:
        carers review close YC-7KQ4-M2DX-J --because "plan carried out"
        carers review close YC-7KQ4-M2DX-J --because "lost contact"
        carers review close YC-7KQ4-M2DX-J --because "moved away" --unplanned --text -

      It ends the lead worker's part and the plan. Closing scores that are missing are named: those \
      children cannot be counted among the changed. It is refused while a safeguarding flag is open, \
      unless the family is stepped up to social care.
      """)

  @OptionGroup var about: AboutArguments

  @Option(
    help: ArgumentHelp(
      "\"plan carried out\", \"need met by mainstream services\", \"stepped up to social care\", \"family said no for now\", \"lost contact\", \"moved away\", \"turned 18\", \"caring ended\" or \"agreed limit reached\".",
      valueName: "reason"))
  var because: String?

  @Flag(help: "It was not planned with the family.")
  var unplanned = false

  @Option(
    name: .customLong("authorised-by"),
    help: ArgumentHelp("The manager who authorised it.", valueName: "name"))
  var authorisedBy: String?

  @Option(
    name: .customLong("come-back"),
    help: ArgumentHelp("How the family was told to come back.", valueName: "text"))
  var comeBack: String?

  @Option(help: ArgumentHelp("What else there is to say; - is standard input.", valueName: "text"))
  var text: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let day = try about.day.map { try session.day($0, "--day") } ?? session.today
    guard day <= session.today else {
      throw Problem(
        "closed-ahead", .usage, at: Place(file: "--day"), "that day has not come yet",
        cure: "Correct the date.")
    }
    let reason = Closure.Reason(
      rawValue: try session.choice(
        because, of: Closure.Reason.known.map(\.rawValue), "Why", option: "--because"))
    var closure = Closure()
    closure.because = reason
    // Nobody plans to lose contact.
    closure.planned = !unplanned && reason != .lostContact
    closure.authorisedBy = try session.optional(authorisedBy)
    closure.comeBack = try session.optional(comeBack)
    closure.text = try session.optional(text)
    try session.change(entries, about.filter) { writer in
      let file = try writer.reader.caseFile(subject)
      return try Closing(file: file, day: day, writer: writer).write(closure)
    }
  }
}
