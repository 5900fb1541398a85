import ArgumentParser
import Storage
import YoungCarers

/// Writes down what the family asked a professional, and what was offered.
struct ConferenceQuestion: Command {
  static let configuration = CommandConfiguration(
    commandName: "question", abstract: "Write down a family's question, and what was offered.",
    discussion: """
      Examples:
        carers conference question YC-7KQ4-M2DX-J --whom "Ms Bell" < question.txt
        carers conference question YC-7KQ4-M2DX-J --asked "Who can drive?"

      Of the conference that is booked, else of the last that was held. Nothing that is said in the \
      family's private time is written down.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("What was asked; - is standard input.", valueName: "text"))
  var asked: String?

  @Option(help: ArgumentHelp("The professional who was asked.", valueName: "name"))
  var whom: String?

  @Option(help: ArgumentHelp("Their agency.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("What they answered.", valueName: "text"))
  var answer: String?

  @Option(help: ArgumentHelp("What they offered to help with, separated by ;.", valueName: "a;b"))
  var offered: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    var question = Question()
    question.asked = try session.words(
      asked, "What was asked", option: "--asked", operands: about.files)
    question.whom = try session.optional(whom)
    question.agency = try session.optional(agency)
    question.answer = try session.optional(answer)
    question.offered = session.several(offered)
    try about.atConference(session, orHeld: true) { desk in
      question.conference = desk.conference.key
      question.header = desk.writer.header(family: desk.conference.header.family)
      question.header.day = desk.day
      try desk.writer.append(question.entry)
      return ["Written down: a question" + (question.whom.map { " to \($0)." } ?? ".")]
    }
  }
}
