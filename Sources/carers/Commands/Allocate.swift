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
        carers allocate YC-7KQ4-M2DX-J --ends today

      A second lead of this service is refused with the first one named, unless --despite says why. \
      The lead may work elsewhere. --ends without --to ends the lead of today.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(name: .customLong("to"), help: ArgumentHelp("The lead worker.", valueName: "name"))
  var lead: String?

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
    let subject = try session.whole(id, entries)
    let first = try starts.map { try session.day($0, "--starts") } ?? session.today
    let last = try ends.map { try session.day($0, "--ends") }
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      let allocation =
        try lead.map { try begun($0, subject, file, first, last, writer) }
        ?? ended(file, session.today, last, writer)
      try writer.append(.allocation(allocation))
      let ends = allocation.ends.map { " until \($0.spoken)" } ?? ""
      return [
        lead == nil
          ? "\(allocation.lead) leads\(ends)."
          : "\(allocation.lead) leads from \(first.spoken)\(ends)."
      ]
    }
  }

  private func begun(
    _ lead: String, _ subject: ID, _ file: CaseFile, _ first: Day, _ last: Day?, _ writer: Writer
  ) throws -> Allocation {
    if agency == nil, despite == nil,
      let other = file.leads(on: first).first(where: { $0.agency == nil })
    {
      throw Problem(
        "lead-twice", .usage, "\(file.family) has a lead worker already: \(named: other.lead)",
        cure:
          "One family, one lead worker: end that first (allocate --ends), or say why with --despite."
      )
    }
    var allocation = Allocation()
    allocation.header = try writer.header(about: subject)
    allocation.lead = lead
    allocation.agency = agency
    allocation.starts = starts == nil ? nil : first
    allocation.ends = last
    allocation.despite = despite
    return allocation
  }

  /// The lead of today again, with a last day, in the place of the entry that had none.
  private func ended(_ file: CaseFile, _ today: Day, _ last: Day?, _ writer: Writer) throws
    -> Allocation
  {
    guard let last else {
      throw Problem(
        "lead-missing", .usage, "this needs --to, or --ends",
        cure: "Name the lead, or the last day.")
    }
    guard var allocation = file.leads(on: today).first(where: { $0.agency == agency }) else {
      throw Problem("lead-none", .noInput, "\(file.family) has no such lead worker today")
    }
    let before = allocation.header
    allocation.header = writer.header(family: before.family)
    allocation.header.replaces = before.id
    allocation.starts = allocation.starts ?? before.day
    allocation.ends = last
    return allocation
  }
}
