import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the reviews that are due.
struct ReviewDueList: Command {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List the families whose plan is to be reviewed.",
    discussion: """
      Examples:
        carers review due
        carers review due --days 30 --lead "R Shah"
        carers review due --format csv

      The day is the one the family chose; where nobody chose one, the service's target from the last \
      meeting, and it says so. A review that neither went on nor ended the work is still to be closed.
      """)

  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var ahead: DaysAhead

  @Option(help: ArgumentHelp("Only this lead worker's; part of a name will do.", valueName: "name"))
  var lead: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let service = try session.service(entries.store)
    let last = try ahead.last(from: session.today)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.reviewsDue(
        on: session.today,
        families: entries.selected(ledBy: lead, on: session.today, reader)
      )
      .map { ($0, $0.due.day ?? $0.due.held.map { service.due(.targetReview, after: $0) }) }
      .filter { listed, day in
        listed.due.isToClose || day.map { $0 <= last } ?? true
      }
      .sorted { ($0.1 ?? session.today, $0.0.family) < ($1.1 ?? session.today, $1.0.family) }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map { Self.listing($0, session.today) },
      found.content.map { listed, _ in
        Reference(
          id: listed.entry, kind: (listed.due.held == nil ? Kind.plan : .conference).rawValue,
          family: listed.family)
      }, entries, output, empty: "No review is due.")
  }

  private static func listing(_ found: [(ListedReview, Day?)], _ today: Day) -> Listing {
    var listing = Listing(columns: [
      .init(name: "due", title: "Due", minimum: 10, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "family", title: "Family", minimum: 8, priority: 5),
      .init(name: "state", title: "State", minimum: 12, priority: 7),
      .init(name: "booked", title: "Booked", minimum: 10, priority: 6),
      .init(name: "chosenBy", title: "Chosen by", minimum: 8, priority: 3),
      .init(name: "held", title: "Last held", minimum: 10, priority: 2),
      .init(name: "lead", title: "Lead", minimum: 8, priority: 4),
    ])
    listing.rows = found.map { listed, day in
      let due = listed.due
      let state =
        due.isToClose
        ? "to be closed" : day.map { $0 < today ? "overdue" : "due" } ?? "no day chosen"
      return [
        due.isToClose ? nil : day?.description, listed.family.text, listed.familyName, state,
        due.booked?.description,
        due.day == nil && !due.isToClose ? "nobody: the target" : due.chosenBy,
        due.held?.description, listed.lead,
      ]
    }
    return listing
  }
}
