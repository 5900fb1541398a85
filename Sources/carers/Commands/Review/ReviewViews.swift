import ArgumentParser
import Storage
import YoungCarers

/// Writes down what a child or family says of the service.
struct ReviewViews: Command {
  static let configuration = CommandConfiguration(
    commandName: "views", abstract: "Write down what a child or family says of the service.",
    discussion: """
      Examples:
        carers review views YP-7KQ4-M2DX-K --told-once partly --words - < words.txt
        carers review views YC-7KQ4-M2DX-J --said-by parent --told-once no --heard yes
        carers review views YP-7KQ4-M2DX-K

      Did I tell it once? Was I heard? Whoever is asked and says nothing is written down too, as in \
      the last example. The words stand in the case alone: no report has them.
      """)

  @OptionGroup var about: AboutArguments

  @Option(
    name: .customLong("said-by"),
    help: ArgumentHelp(
      "child, parent, \"family and friends\" or \"somebody else\".", valueName: "who"))
  var saidBy: String?

  @Option(
    name: .customLong("told-once"),
    help: ArgumentHelp("Whether they told it once: yes, partly or no.", valueName: "how"))
  var toldOnce: String?

  @Option(help: ArgumentHelp("Whether they were heard: yes, partly or no.", valueName: "how"))
  var heard: String?

  @Option(help: ArgumentHelp("In their own words; - is standard input.", valueName: "text"))
  var words: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let voice = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try Voice(of: subject, in: $0.caseFile(subject)) }.content
    var feedback = Feedback()
    feedback.saidBy = Voice(
      rawValue: try session.choice(
        saidBy ?? voice?.rawValue, of: Voice.known.map(\.rawValue), "Who says it",
        option: "--said-by"))
    feedback.toldOnce = try reply(toldOnce, "Told once", option: "--told-once", session)
    feedback.heard = try reply(heard, "Heard", option: "--heard", session)
    feedback.words = try session.optional(words)
    feedback.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, _ in
      feedback
    } _: {
      [
        "Written down: what \($0.saidBy.written) says, \($0.header.day.spoken)."
          + ($0.isAnswered ? "" : " Asked, and did not say.")
      ]
    }
  }

  private func reply(_ given: String?, _ question: String, option: String, _ session: Session)
    throws -> Feedback.Reply?
  {
    let known = Feedback.Reply.known.map(\.rawValue)
    var typed = given
    if typed == nil, session.asking.isPossible {
      typed = try session.asking.ask(
        "\(question) (\(known.joined(separator: ", ")); Enter for no answer)", option: option)
    }
    return try typed.map {
      Feedback.Reply(
        rawValue: try session.choice($0, of: known, question, option: option))
    }
  }
}

extension Voice {
  /// Whose word it is where somebody's id is given: nil for a case.
  init?(of subject: ID, in file: CaseFile) {
    guard let member = file.members.first(where: { $0.id == file.today(subject) }) else {
      return nil
    }
    self = member.isYoungCarer ? .child : member.isParent ? .parent : .familyAndFriends
  }

  /// In a sentence.
  var written: String {
    switch self {
    case .child, .parent: "the \(rawValue)"
    default: rawValue
    }
  }
}
