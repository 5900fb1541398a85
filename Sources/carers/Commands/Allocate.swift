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
        carers allocate YC-7KQ4-M2DX-J --to "R Shah" --limit +6m
        carers allocate YC-7KQ4-M2DX-J --ends today

      Nobody leads before the safeguarding screen, and a second lead of this service is refused with \
      the first one named, unless --despite says why: then a decision to override is written. The lead \
      may work elsewhere. --limit is the end of the work that was agreed with the family, else the service's \
      own: it ends nothing, and is looked at then. --ends without --to ends the lead of today.
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

  @Option(
    help: ArgumentHelp("The end of the work that was agreed with the family.", valueName: "date"))
  var limit: String?

  @Option(
    help: ArgumentHelp("Why there is no screen, or why there are two leads.", valueName: "reason"))
  var despite: String?

  @Option(help: ArgumentHelp("Who decided that; you, unless said.", valueName: "name"))
  var by: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let first = try starts.map { try session.day($0, "--starts") } ?? session.today
    let last = try ends.map { try session.day($0, "--ends") }
    let decider = try session.optional(by) ?? session.actor.name
    let service = try session.service(entries.store)
    let agreed =
      try limit.map { try session.day($0, "--limit") }
      ?? (agency == nil ? service.limit(.targetInvolvement, after: first) : nil)
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      guard let lead else {
        let allocation = try ended(file, session.today, last, writer)
        try writer.append(.allocation(allocation))
        return ["\(allocation.lead) leads\(Self.until(last))."]
      }
      let overridden = try rules(against: file, first)
      var allocation = try begun(lead, subject, first, last, writer)
      allocation.agreedLimit = agreed
      try writer.append(.allocation(allocation))
      for rule in overridden {
        var decision = ManagersDecision()
        decision.header = try writer.header(about: subject)
        decision.about = allocation.header.id
        decision.because = despite
        decision.decider = decider
        decision.rule = rule
        decision.what = .override
        try writer.append(.decision(decision))
      }
      return ["\(lead) leads from \(first.spoken)\(Self.until(last))."]
        + (agreed.map { ["The work is agreed until \($0.spoken)."] } ?? [])
        + overridden.map { "Overridden by \(decider): \($0)." }
    }
  }

  private static func until(_ last: Day?) -> String { last.map { " until \($0.spoken)" } ?? "" }

  /// The rules against this lead that `--despite` overrides; without it the first one is thrown.
  private func rules(against file: CaseFile, _ first: Day) throws -> [String] {
    var found: [String] = []
    do {
      try file.requireScreened(nil, before: "a lead worker")
    } catch {
      guard despite?.nilIfEmpty != nil else { throw error }
      found.append("the safeguarding screen before a lead worker")
    }
    if agency == nil, let other = file.leads(on: first).first(where: { $0.agency == nil }) {
      guard despite?.nilIfEmpty != nil else {
        throw Problem(
          "lead-twice", .usage, "\(file.family) has a lead worker already: \(named: other.lead)",
          cure:
            "One family, one lead worker: end that first (allocate --ends), or say why with --despite."
        )
      }
      found.append("one family, one lead worker")
    }
    return found
  }

  private func begun(
    _ lead: String, _ subject: ID, _ first: Day, _ last: Day?, _ writer: Writer
  ) throws -> Allocation {
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
