import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Writes conferences for a calendar.
struct ConferenceICS: Command {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "Write a conference for a calendar, without names or reasons.",
    discussion: """
      Examples:
        carers conference ics YC-7KQ4-M2DX-J -o meeting.ics
        carers conference ics YC-7KQ4-M2DX-J --no-place > meeting.ics
        carers conference list | carers conference ics - > all.ics

      A case, references, or every conference that is booked. Whoever holds the phone reads it: it has \
      no names and no reasons, and no place where an alert says that somebody must not see it. One \
      that is moved or cancelled takes the place of the one before.
      """)

  @Argument(
    help: ArgumentHelp("Cases; entries or references, - is standard input.", valueName: "id|file"),
    completion: .file())
  var operands: [String] = []

  @Flag(name: .customLong("no-place"), help: "Leave the place out.")
  var noPlace = false

  @OptionGroup var output: FileOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let cases = operands.filter { ID.typed($0) != .notAnID }
    let entries = try session.entries(operands.filter { ID.typed($0) == .notAnID })
    let service = try session.service(entries.store)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let asked = try cases.map { try reader.today(reader.resolve($0)).family }
      let listed = try reader.listed(
        Conference.self, in: "conferences", families: asked.isEmpty ? entries.selected : Set(asked))
      let shown = listed.filter { Self.isShown($0.entry, on: session.today) }
      return try shown.map { one in
        let file = try one.family.map { try reader.caseFile($0) }
        return (one.entry, file?.hidesPlaces(on: session.today) ?? true)
      }
    }
    guard !found.content.isEmpty else {
      throw Problem(
        "conference-none", .noInput, "no conference is booked there",
        cure: "carers conference list shows those that are.")
    }
    let hidden = found.content.filter { $0.1 && $0.0.place != nil }.count
    if hidden > 0 && !noPlace {
      try session.say(
        "The place is left out of \(hidden == 1 ? "1 meeting" : "\(hidden) meetings"): an alert says who must not see it."
      )
    }
    try session.writeText(
      found.map { found in
        CalendarFile(
          product: "-//carers//carers \(Version.text)//EN",
          organiser: service.text(.calendarMail).nilIfEmpty,
          found.compactMap {
            event($0, service.text(.calendarTitle), hidesPlace: noPlace || $1)
          }
        ).text
      }, output)
  }

  /// Those to come, and those that were cancelled and would still be in a calendar.
  private static func isShown(_ conference: Conference, on today: Day) -> Bool {
    guard let date = conference.date, conference.held == nil else { return false }
    return conference.cancelled == nil || date >= today
  }

  private func event(_ conference: Conference, _ title: String, hidesPlace: Bool)
    -> CalendarEvent?
  {
    guard let date = conference.date else { return nil }
    let time = conference.time.flatMap { TimeOfDay($0) }
    return CalendarEvent(
      uid: "\(conference.key.text)@carers", sequence: conference.sequence,
      stamp: conference.header.recorded,
      start: time.map { .at(Instant(inLondonOn: date, at: $0)) } ?? .on(date),
      minutes: conference.minutes, summary: title,
      location: hidesPlace ? nil : conference.place, isCancelled: conference.cancelled != nil)
  }
}

extension CaseFile {
  /// Whether a place may not stand where others may read it (practice P6).
  func hidesPlaces(on day: Day) -> Bool {
    let outgoing = outgoing(about: nil, on: day)
    return !outgoing.barred.isEmpty || outgoing.safeAddress != nil
  }
}
