import ArgumentParser
import Storage
import YoungCarers

/// What happens next for a child: recommended by rules, decided by a person.
struct AssessTriage: Command {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "See what the rules recommend for a child, and decide.",
    discussion: """
      Examples:
        carers assess triage YP-7KQ4-M2DX-K
        carers assess triage YP-7KQ4-M2DX-K --decide "needs assessment" --by "R Shah"
        carers assess triage YP-7KQ4-M2DX-K --decide "mainstream; supported"
        carers assess triage - --as-recommended --by "R Shah" < chosen.jsonl

      Without --decide it shows each way the rules recommend, the rule and its source. A person \
      decides, one way or several; where that differs, --because says why. With - and \
      --as-recommended a named person takes the recommendation for every child who waits for triage, \
      but for those with a concern, who are left to be decided one by one.
      """)

  @Argument(
    help: ArgumentHelp(
      "The child's id, or a case's with one child; - takes references or entries.",
      valueName: "child"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The ways decided on, separated by ;.", valueName: "way;way"))
  var decide: String?

  @Flag(
    name: .customLong("as-recommended"),
    help: "Decide as the rules recommend, for every child who waits for triage.")
  var asRecommended = false

  @OptionGroup var decision: DecisionOptions

  @Option(
    name: .customLong("service"), parsing: .singleValue,
    help: ArgumentHelp("A mainstream service; may be given several times.", valueName: "name"))
  var services: [String] = []

  @Option(
    help: ArgumentHelp("The triage whose place this one takes: it was wrong.", valueName: "id"))
  var instead: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if id == "-" || asRecommended { return try all(session) }
    let entries = try session.entries(files, partial: filter.partial)
    let child = try session.child(id, entries)
    let service = try session.service(entries.store)
    guard let decide else { return try show(child, entries, service, session) }
    let triaging = Triaging(
      child: child, ways: try Self.ways(decide), services: services, because: decision.because,
      decider: decision.by ?? session.actor.name,
      instead: try instead.map { try session.whole($0, entries) })
    try session.change(entries, filter) { try triaging.write($0, service, session) }
  }

  /// Everybody who waits for triage, among those that references named or in the stream.
  private func all(_ session: Session) throws {
    guard id == "-", asRecommended, decide == nil, let decider = decision.by else {
      throw Problem(
        "triage-many", .usage, "many at once takes -, --as-recommended and --by",
        cure: "A named person decides: carers assess triage - --as-recommended --by NAME.")
    }
    let entries = try session.entries(["-"] + files, partial: filter.partial)
    let turns = TriageTurns(entries, decider: decider, because: decision.because)
    try session.change(entries, filter) {
      try turns.write($0, try session.service(entries.store), session)
    }
  }

  static func ways(_ given: String) throws -> [Triage.Way] {
    try Item.split(given).map { word in
      guard let way = Triage.way(word) else {
        throw Problem(
          "way-unknown", .usage, "\"\(named: word)\" is no way that triage knows",
          cure: "Known are: \(named: Triage.Way.known.map(\.rawValue).joined(separator: ", ")).")
      }
      return way
    }
  }

  private func show(_ child: ID, _ entries: Entries, _ service: Service, _ session: Session) throws
  {
    let instruments = try session.instruments([])
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(child)
      try file.requireScreened(child, before: "a triage")
      let facts = file.triageFacts(of: child, on: session.today, instruments: instruments)
      return (TriageRule.recommendations(facts, service), facts.remarks(service))
    }
    try session.write(
      found.map { Self.listing($0.0) }, output, empty: "The rules recommend nothing: you decide.")
    for remark in found.content.1 { try session.say(remark) }
  }

  private static func listing(_ found: [Recommendation]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "way", title: "Recommended", minimum: 14, priority: 9, wraps: true),
      .init(name: "because", title: "Because", minimum: 20, priority: 8, wraps: true),
      .init(name: "rule", title: "Rule", minimum: 12, priority: 6),
      .init(name: "source", title: "Source", minimum: 16, priority: 5, wraps: true),
      .init(name: "services", title: "Services", minimum: 10, priority: 7, wraps: true),
    ])
    listing.rows = found.map {
      [
        $0.way.rawValue, $0.because, $0.rule, $0.source,
        $0.services.joined(separator: "; ").nilIfEmpty,
      ]
    }
    return listing
  }
}

/// Who decided, and why.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Who decided; whoever works here unless said.", valueName: "name"))
  var by: String?
}
