import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// What needs doing.
struct Next: Command {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What needs doing today, danger first.",
    discussion: """
      Examples:
        carers next
        carers next --lead "R Shah"

      First alarms that no named person has answered; then children referred again, referrals to \
      screen, and who a child is; then what is due: assessments, contacts, offers to make again, \
      signposts to look at. A repeat referral stays until a note answers it: carers note CASE --read.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp("Only this lead worker's cases; part of a name will do.", valueName: "name"))
  var lead: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let service = try session.service(entries.store)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let items = try reader.agenda(
        AgendaDays(session.today, service),
        families: entries.selected(ledBy: lead, on: session.today, reader))
      return AgendaItem.withTargets(items, of: service)
    }
    try session.write(
      found.map { Self.listing($0, session.today) }, found.content.map(\.reference), entries,
      output,
      empty: "Nothing waits.")
  }

  private static func listing(_ items: [AgendaItem], _ today: Day) -> Listing {
    var listing = Listing(columns: [
      .init(name: "what", title: "What", minimum: 14, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "child", title: "Who", minimum: 10, priority: 7, wraps: true),
      .init(name: "since", title: "Since", minimum: 10, priority: 2),
      .init(name: "due", title: "Due", minimum: 18, priority: 6),
      .init(name: "about", title: "About", minimum: 12, priority: 7, wraps: true),
      .init(name: "lead", title: "Lead", minimum: 8, priority: 3),
      .init(name: "entry", title: "Entry", minimum: 26, priority: 1),
    ])
    listing.rows = items.map { item in
      [
        item.what.words, item.family.text, item.whom,
        item.since.description, item.due.map { $0.description + ($0 < today ? " overdue" : "") },
        item.detail, item.lead, item.entry.text,
      ]
    }
    return listing
  }
}

extension AgendaDays {
  /// A fortnight ahead for assessments; transition between the service's ages, which gate nothing.
  init(_ today: Day, _ service: Service) {
    self.init(
      today: today, soon: today + 14,
      transitionFrom: today.adding(months: -12 * service.number(.transitionUntil)),
      transitionUntil: today.adding(months: -12 * service.number(.transitionFrom)))
  }
}

extension AgendaItem {
  var reference: Reference { Reference(id: entry, kind: what.kind.rawValue, family: family) }
}

extension AgendaItem.What {
  var kind: Kind {
    switch self {
    case .flag: .flag
    case .referredAgain, .screen, .identity: .referral
    case .answer: .screening
    case .alert: .alert
    case .complaint: .complaint
    case .conference: .conference
    case .prepare: .invitee
    case .action: .action
    case .triage, .brief, .assessment, .council, .record: .assessment
    case .adultReview: .adultReview
    case .contact: .contact
    case .offer, .book: .offer
    case .signpost: .signpost
    case .lead, .review: .family
    case .limit: .allocation
    case .transition: .person
    }
  }
}
