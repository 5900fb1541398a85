import ArgumentParser
import Storage
import YoungCarers

/// Writes down that somebody must stay away from the conference.
struct ConferenceExclude: Command {
  static let configuration = CommandConfiguration(
    commandName: "exclude", abstract: "Write down that somebody must stay away, and why.",
    discussion: """
      Examples:
        carers conference exclude YC-7KQ4-M2DX-J Dad --views-by letter < why.txt
        carers conference exclude YC-7KQ4-M2DX-J Dad --appeal "He may send a message."

      The coordinator decides it, for a reason such as violence; the person may appeal, and their \
      views come another way.
      """)

  @OptionGroup var about: InviteeArguments

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Who decided it; the coordinator, unless said.", valueName: "name"))
  var by: String?

  @Option(
    name: .customLong("views-by"),
    help: ArgumentHelp("How their views come to the meeting.", valueName: "how"))
  var viewsBy: String?

  @Option(help: ArgumentHelp("What came of their appeal.", valueName: "text"))
  var appeal: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let name = try about.whom(session)
    let appealed = try session.optional(appeal)
    let reason =
      appealed != nil && because == nil
      ? nil : try session.words(because, "Why", option: "--because", operands: about.files)
    let decider = try session.optional(by)
    let views = try session.optional(viewsBy)
    try about.atConference(session) { desk in
      let before = try desk.invitee(name)
      guard reason != nil || before.isExcluded else {
        throw Problem(
          "not-excluded", .usage, "\(before.key) is not kept away, so there is nothing to appeal",
          cure: "--because says why somebody must stay away.")
      }
      let invitee = try desk.replace(before) { invitee in
        invitee.excluded = invitee.excluded ?? desk.day
        invitee.excludedBecause = reason ?? invitee.excludedBecause
        invitee.excludedBy =
          decider ?? invitee.excludedBy ?? desk.conference.coordinator ?? session.actor.name
        invitee.viewsBy = views ?? invitee.viewsBy
        invitee.appeal = appealed ?? invitee.appeal
      }
      return [
        "\(invitee.name) must stay away, decided by \(invitee.excludedBy ?? session.actor.name).",
        invitee.viewsBy.map { "Their views come by \($0)." }
          ?? "Ask how their views come: --views-by.",
      ]
    }
  }
}
