import ArgumentParser
import Storage
import YoungCarers

/// Moves the conference that is booked, or changes what was said of it.
struct ConferenceMove: Command {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move the conference that is booked to another day or place.",
    discussion: """
      Examples:
        carers conference move YC-7KQ4-M2DX-J --at "11/12/2026 4pm"
        carers conference move YC-7KQ4-M2DX-J --place "Elmwood Library" --food halal

      Whatever is said replaces what stood. The calendar file that is written next takes the place of \
      the one before.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("The day and the time, as \"fri 3.30pm\".", valueName: "day time"))
  var at: String?

  @OptionGroup var details: BookingOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let when = try at.map { try session.moment($0, "--at") }
    try about.atConference(session) { desk in
      let before = desk.conference
      let now = try desk.replace(before) { conference in
        conference.date = when?.0 ?? conference.date
        conference.time = when?.1.text ?? conference.time
        try details.take(into: &conference, session)
        let isMoved =
          conference.date != before.date || conference.time != before.time
          || conference.place != before.place || conference.minutes != before.minutes
        if isMoved { conference.sequence += 1 }
      }
      try prove(now, desk)
      if when != nil { try now.proveToCome(from: desk.day) }
      let answered = desk.invitees.filter { $0.reply != .none && !$0.isExcluded }.count
      guard now.date != before.date || now.time != before.time else {
        return ["\(now.name) of \(now.spoken): changed."]
      }
      return ["Moved from \(before.spoken) to \(now.spoken)."]
        + (answered > 0 ? ["\(answered) answered for the old day: ask them again."] : [])
    }
  }

  private func prove(_ conference: Conference, _ desk: AtConference) throws {
    guard details.coordinator != nil || details.referrer != nil,
      let coordinator = conference.coordinator
    else { return }
    let days = [desk.session.today, conference.date].compactMap { $0 }
    let independence = Independence(
      in: desk.file, referrer: conference.referrer, on: days, desk.service)
    if let near = independence.near(coordinator) { throw BookingArguments.notIndependent(near) }
  }
}
