import ArgumentParser
import Storage
import YoungCarers

/// Writes down that somebody was prepared for the conference.
struct ConferenceVisited: Command {
  static let configuration = CommandConfiguration(
    commandName: "visited", abstract: "Write down that somebody was prepared for the conference.",
    discussion: """
      Examples:
        carers conference visited YC-7KQ4-M2DX-J Gran --day 27/11/2026 --by "R Shah"
        carers conference visited YC-7KQ4-M2DX-J "Mum; Zoë" --how video

      Several are separated by ;. Preparation is a visit; a video call or the telephone is written down \
      as such. Those who are not coming need none.
      """)

  @OptionGroup var about: InviteeArguments

  @Option(help: ArgumentHelp("Visit, video or telephone.", valueName: "how"))
  var how: String?

  @Option(help: ArgumentHelp("Who prepared them; you, unless said.", valueName: "name"))
  var by: String?

  @OptionGroup var common: CommonOptions

  static let ways = ["visit", "video", "telephone"]

  func run(_ session: Session) throws {
    let names = try about.those(session)
    let way = try how.map { try session.choice($0, of: Self.ways, "How", option: "--how") }
    let worker = try session.optional(by) ?? session.actor.name
    try about.atConference(session) { desk in
      let day = try session.past(desk.day, "nobody can be prepared")
      return try desk.invitees(names).map { invitee in
        let invitee = try desk.replace(invitee) { invitee in
          invitee.prepared = day
          invitee.preparedHow = way ?? Self.ways[0]
          invitee.preparedBy = worker
        }
        return "Prepared: \(invitee.name), by \(way ?? Self.ways[0]), \(day.spoken)."
      }
    }
  }
}
