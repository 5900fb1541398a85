import ArgumentParser
import Storage
import YoungCarers

/// Writes down whether somebody is coming.
struct ConferenceReply: Command {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Write down whether somebody is coming.",
    discussion: """
      Examples:
        carers conference reply YC-7KQ4-M2DX-J "Gran; Mum" --answer coming
        carers conference reply YC-7KQ4-M2DX-J Joe --answer "not coming"

      The answers are coming, not coming and not yet; several people are separated by ;. Whoever is not \
      coming may send their views.
      """)

  @OptionGroup var about: InviteeArguments

  @Option(help: ArgumentHelp("Coming, not coming or not yet.", valueName: "answer"))
  var answer: String?

  @Option(help: ArgumentHelp("Why not; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(
    name: .customLong("views-by"),
    help: ArgumentHelp("How their views come to the meeting.", valueName: "how"))
  var viewsBy: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let names = try about.those(session)
    let reply = Invitee.Reply(
      rawValue: try session.choice(
        answer, of: Invitee.Reply.known.map(\.rawValue), "Answer", option: "--answer"))
    let reason = try session.optional(because)
    let views = try session.optional(viewsBy)
    try about.atConference(session) { desk in
      return try desk.invitees(names).map { invitee in
        let invitee = try desk.replace(invitee) { invitee in
          invitee.invited = invitee.invited ?? desk.day
          invitee.reply = reply
          invitee.notComingBecause = reply == .notComing ? reason : nil
          invitee.viewsBy = views ?? invitee.viewsBy
        }
        let words = reply == .notComing ? invitee.viewsBy : nil
        return "\(invitee.name): \(reply.rawValue)."
          + (words.map { " Their views come by \($0)." } ?? "")
      }
    }
  }
}
