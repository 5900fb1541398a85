import ArgumentParser
import Storage
import YoungCarers

/// Names a family's lead worker.
struct Allocate: Command {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Name a family's lead worker: one family, one lead worker.",
    discussion: """
      Examples:
        carers allocate YC-7KQ4-M2DX-J --to "R Shah"
        carers allocate YC-7KQ4-M2DX-J --to "J Bell" --agency "Oakfield Academy"

      A second lead of this service is refused with the first one named, unless --despite says why. \
      The lead may work elsewhere.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(name: .customLong("to"), help: ArgumentHelp("The lead worker.", valueName: "name"))
  var lead: String

  @Option(help: ArgumentHelp("Their agency, where it is not this service.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day.", valueName: "date"))
  var ends: String?

  @Option(help: ArgumentHelp("Why there are two leads.", valueName: "reason"))
  var despite: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let family = try session.whole(id, entries)
    let first = try starts.map { try Day.reading($0, today: session.today) } ?? session.today
    let last = try ends.map { try Day.reading($0, today: session.today) }
    let outcome = try entries.store.write(session.act, dryRun: filter.dryRun) { writer in
      let file = try writer.reader.caseFile(family)
      if agency == nil, despite == nil,
        let other = file.leads(on: first).first(where: { $0.agency == nil })
      {
        throw Problem(
          "lead-twice", .usage, "\(file.family) has a lead worker already: \(named: other.lead)",
          cure:
            "One family, one lead worker: end that allocation (carers undo, or --ends), or say why with --despite."
        )
      }
      var allocation = Allocation()
      allocation.header = writer.header(family: file.family)
      allocation.lead = lead
      allocation.agency = agency
      allocation.starts = starts == nil ? nil : first
      allocation.ends = last
      allocation.despite = despite
      try writer.append(.allocation(allocation))
    }
    try session.say("\(lead) leads from \(first.spoken).")
    if !filter.dryRun { try session.emit(entries, outcome.written, only: filter.only) }
  }
}
