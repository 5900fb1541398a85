import ArgumentParser
import Storage
import YoungCarers

/// Begins the work with a family again.
struct ReviewReopen: Command {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Begin the work with a family again, and say why.",
    discussion: """
      Examples:
        carers review reopen YC-7KQ4-M2DX-J --because "Mum is in hospital again"
        carers review reopen YC-7KQ4-M2DX-J --because - < why.txt

      What was scored before stays with the work that ended: a first score is taken anew.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let because = try session.words(
      because, "Why", option: "--because", operands: about.files)
    try about.write(about: subject, to: entries, session) { file, day in
      guard case .closed(let closure) = file.involvement else {
        throw Problem(
          "case-open", .usage, "the work with \(file.family) has not ended",
          cure: "carers review list shows how each stands.")
      }
      guard day >= closure.header.day else {
        throw Problem(
          "reopened-before", .usage, "that day is before the work ended", cure: "Correct the date.")
      }
      var reopening = Reopening()
      reopening.about = closure.header.id
      reopening.because = because
      return reopening
    } _: { _ in
      [
        "The work begins again. First scores are taken anew.",
        "Next: carers allocate \(subject.text) --to NAME.",
      ]
    }
  }
}
