import ArgumentParser
import Storage
import YoungCarers

/// Writes down how a family is after the work ended.
struct ReviewFollowUp: Command {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "Write down how a family is, months after the work ended.",
    discussion: """
      Examples:
        carers review follow-up YC-7KQ4-M2DX-J --situation settled --said-by parent
        carers review follow-up YC-7KQ4-M2DX-J --situation "not reached"

      Reports count how families are six and twelve months after: what is written down for a day on \
      or after that, and within six months of it. A family that is worked with again is counted as that.
      """)

  @OptionGroup var about: AboutArguments

  @Option(
    help: ArgumentHelp(
      "settled, \"helped by another service\", \"needs help again\", \"moved away\" or \"not reached\".",
      valueName: "how"))
  var situation: String?

  @Option(
    name: .customLong("said-by"),
    help: ArgumentHelp(
      "child, parent, \"family and friends\" or \"somebody else\".", valueName: "who"))
  var saidBy: String?

  @Option(help: ArgumentHelp("What was said; - is standard input.", valueName: "text"))
  var text: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    var followUp = FollowUp()
    followUp.situation = FollowUp.Situation(
      rawValue: try session.choice(
        situation, of: FollowUp.Situation.known.map(\.rawValue), "How they are",
        option: "--situation"))
    followUp.saidBy = try saidBy.map {
      Voice(
        rawValue: try session.choice(
          $0, of: Voice.known.map(\.rawValue), "Who says it", option: "--said-by"))
    }
    followUp.text = try session.optional(text)
    followUp.person = subject.ifPerson
    var ended: Day?
    try about.write(about: subject, to: entries, session) { file, day in
      guard case .closed(let closure) = file.involvement else {
        throw Problem(
          "case-open", .usage, "the work with \(file.family) has not ended",
          cure: "carers contact writes down how they are while it goes on.")
      }
      guard closure.header.day <= day else {
        throw Problem(
          "followed-before", .usage, "that day is before the work ended", cure: "Correct the date.")
      }
      (followUp.about, ended) = (closure.header.id, closure.header.day)
      return followUp
    } _: {
      Self.sentences($0, since: ended ?? $0.header.day)
    }
  }

  private static func sentences(_ followUp: FollowUp, since ended: Day) -> [String] {
    let first = FollowUp.marks.map { ended.adding(months: $0) }[0]
    return [
      "Written down: \(followUp.situation.rawValue), \(followUp.header.day.spoken); "
        + "the work ended on \(ended.spoken)."
    ]
      + (followUp.header.day < first
        ? ["Reports count how they are from \(first.spoken) on: ask again then."] : [])
  }
}
