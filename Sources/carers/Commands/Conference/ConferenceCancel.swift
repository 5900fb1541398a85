import ArgumentParser
import Storage
import YoungCarers

/// Cancels the conference that is booked.
struct ConferenceCancel: Command {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel the conference that is booked, and say why.",
    discussion: """
      Examples:
        carers conference cancel YC-7KQ4-M2DX-J < why.txt
        carers conference cancel YC-7KQ4-M2DX-J --because "Mum is in hospital."

      The calendar file that is written next takes the meeting out of calendars. Where the family \
      withdrew its yes, write that down too: carers conference offer.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let reason = try session.words(because, "Why", option: "--because", operands: about.files)
    try about.atConference(session) { desk in
      let cancelled = try desk.replace(desk.conference) { conference in
        conference.cancelled = desk.day
        conference.cancelledBecause = reason
        conference.sequence += 1
      }
      let told = desk.invitees.filter { $0.invited != nil && !$0.isExcluded }.count
      return ["\(cancelled.name) of \(cancelled.spoken) cancelled."]
        + (told > 0
          ? ["\(told == 1 ? "1 person was" : "\(told) people were") asked: tell each of them."]
          : [])
    }
  }
}
