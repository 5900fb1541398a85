import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// What is late, by worker.
struct ReportOverdue: Command {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: "What is late, by worker.",
    discussion: """
      Examples:
        carers report overdue
        carers report overdue --lead "R Shah" --format csv
        carers report overdue --by worker --format html -o overdue.html

      A list of what is past its day, with whose it is, since when and by how many days: what carers \
      next lists, referrals that nobody has acknowledged, and children who wait and have not been \
      contacted in time. What is nobody's comes first; --lead nobody lists that alone. It names \
      children: it is for the workers of the service. In a pipe it writes references; --format or \
      --fields asks for values. With --by worker it is figures, for managers.
      """)

  @Option(
    help: ArgumentHelp("Only this lead worker's; part of a name will do.", valueName: "name"))
  var lead: String?

  @Option(help: ArgumentHelp("Figures in place of the list.", valueName: "worker"))
  var by: By?

  @OptionGroup var options: WorkListOptions
  @OptionGroup var common: CommonOptions

  enum By: String, Choice { case worker }

  func run(_ session: Session) throws {
    let entries = try session.entries(for: options.report)
    let service = try session.service(entries.store)
    let isNobodys = lead.map(Text.folded) == "nobody"
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      try reader.overdue(
        AgendaDays(session.today, service), service,
        families: entries.selected(ledBy: isNobodys ? nil : lead, on: session.today, reader)
      ).filter { !isNobodys || $0.worker == nil }
    }
    guard by == nil else {
      return try session.writeForManagers(
        found.map {
          OverdueReport($0, service: service.text(.nameService), day: session.today).report
        }, options.figures())
    }
    try session.write(
      found.map(Self.listing), found.content.map(\.reference), entries, options.list(),
      empty: "Nothing is late.")
  }

  private static func listing(_ late: [Overdue]) -> Listing {
    Listing(
      columns: [
        .init(name: "worker", title: "Worker", minimum: 8, priority: 8),
        .init(name: "what", title: "What", minimum: 12, priority: 9, wraps: true),
        .init(name: "days", title: "Days late", isNumber: true, minimum: 9, priority: 9),
        .init(name: "due", title: "Due", minimum: 10, priority: 6),
        .init(name: "case", title: "Case", minimum: 14, priority: 8),
        .init(name: "child", title: "Child", minimum: 10, priority: 7),
        .init(name: "about", title: "About", minimum: 12, priority: 5, wraps: true),
        .init(name: "owner", title: "Made by", isUsual: false),
        .init(name: "since", title: "Since", isUsual: false),
        .init(name: "person", title: "Person", isUsual: false),
        .init(name: "entry", title: "Entry", isUsual: false),
      ],
      rows: late.map { one in
        let item = one.item
        return [
          one.worker ?? "nobody", one.what.words, String(one.days), one.due.description,
          item.family.text, item.whom,
          item.detail, one.owner?.rawValue, item.since.description, item.person?.text,
          item.entry.text,
        ]
      })
  }
}

extension Overdue {
  fileprivate var reference: Reference {
    let kind: Kind =
      switch what {
      case .item(let what): what.kind
      case .acknowledgement: .referral
      case .waitingContact: .person
      }
    return Reference(id: item.entry, kind: kind.rawValue, family: item.family)
  }
}
