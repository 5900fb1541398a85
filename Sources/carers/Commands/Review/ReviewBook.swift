import ArgumentParser
import Storage
import YoungCarers

/// Books the conference at which a plan is reviewed.
struct ReviewBook: Command {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Book the review of a family's plan.",
    discussion: """
      Examples:
        carers review book YC-7KQ4-M2DX-J --date 12/3/2027 --coordinator "P Lee"
        carers review book YC-7KQ4-M2DX-J --date +2w --time 16:00 --chosen-by family

      A review is itself a conference: people are invited and prepared, the child has somebody who \
      speaks for them, and there is private family time. The family may bring it forward. Nobody \
      coordinates who leads the work, or who manages that worker.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("The day it is booked for.", valueName: "date"))
  var date: String

  @Option(help: ArgumentHelp("The time in London, as 16:00.", valueName: "time"))
  var time: String?

  @Option(help: ArgumentHelp("Where.", valueName: "place"))
  var place: String?

  @Option(help: ArgumentHelp("The independent coordinator.", valueName: "name"))
  var coordinator: String?

  @Option(
    name: .customLong("chosen-by"),
    help: ArgumentHelp("Who chose day and place: child, family.", valueName: "who"))
  var chosenBy: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let service = try session.service(entries.store)
    let when = try session.day(date, "--date")
    let clock = try time.map(Self.clock)
    let place = try session.optional(place)
    var brought: String?
    try about.write(about: subject, to: entries, session) { file, _ in
      if case .closed = file.involvement {
        throw Problem(
          "case-closed", .usage, "the work with \(file.family) has ended",
          cure: "carers review reopen, where it begins again.")
      }
      guard let due = file.reviewDue else {
        throw Problem(
          "review-nothing", .usage, "\(file.family) has no plan, and no conference was held",
          cure: "Book the conference itself: carers conference book.")
      }
      if let booked = file.bookedConference {
        throw Problem(
          "booked-twice", .usage, "a meeting of \(file.family) is booked already: \(booked.key)",
          cure: "Move or cancel that one first.")
      }
      try prove(file, when, service)
      if let day = due.day, when < day {
        brought = "Brought forward from \(day.spoken)."
      }
      var conference = Conference()
      conference.purpose = .review
      conference.date = when
      conference.time = clock
      conference.place = place
      conference.coordinator = coordinator
      conference.chosenBy = chosenBy
      conference.plan = file.plan?.key
      return conference
    } _: { conference in
      let at = conference.time.map { ", \($0)" } ?? ""
      return ["Review booked for \(when.spoken)\(at)."] + (brought.map { [$0] } ?? [])
    }
  }

  /// Not the lead, nor the manager of the lead (practice P31).
  private func prove(_ file: CaseFile, _ day: Day, _ service: Service) throws {
    guard let coordinator else { return }
    let leads = file.leads(on: day).map(\.lead)
    let near = leads + leads.compactMap(service.manager(of:))
    guard !near.contains(where: { Text.folded($0) == Text.folded(coordinator) }) else {
      throw Problem(
        "coordinator-near", .usage, "the coordinator leads the work, or manages who does",
        cure: "A coordinator is independent: name somebody else. See P31.")
    }
  }

  private static func clock(_ text: String) throws -> String {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute), parts[1].count == 2
    else {
      throw Problem(
        "time-shape", .usage, at: Place(file: "--time"), "this is no time of day",
        cure: "For example 16:00.")
    }
    return (hour < 10 ? "0" : "") + "\(hour):\(parts[1])"
  }
}
