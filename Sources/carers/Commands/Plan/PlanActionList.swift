import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists what somebody still has to do.
struct PlanActionList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the actions that somebody still has to do, soonest first.",
    discussion: """
      Examples:
        carers plan action list --overdue
        carers plan action list --who "R Shah" --format csv

      Those of the plans in force that are neither done nor dropped, the workers' too. In a pipe it \
      writes references; --format or --fields asks for values.
      """)

  @Flag(help: "Only those whose day is past.")
  var overdue = false

  @Option(help: ArgumentHelp("Only this person's.", valueName: "name"))
  var who: String?

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no such actions.", Self.listing) { reader, families in
      try reader.listed(PlanAction.self, in: "openActions", families: families)
        .filter { isAsked($0.entry, session.today) }
        .sorted { Self.order($0.entry) < Self.order($1.entry) }
    }
  }

  private func isAsked(_ action: PlanAction, _ today: Day) -> Bool {
    (!overdue || action.due.map { $0 < today } ?? false)
      && who.map { Text.folded($0) == Text.folded(action.who) } ?? true
  }

  private static func order(_ action: PlanAction) -> (Int32, ID, Int) {
    (action.due?.number ?? .max, action.plan, action.number)
  }

  private static func listing(_ actions: [Listed<PlanAction>]) -> Listing {
    Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 8),
        .init(name: "family", title: "Family", minimum: 8, priority: 4),
        .init(name: "number", title: "No", isNumber: true, minimum: 2, priority: 7),
        .init(name: "what", title: "What", minimum: 16, priority: 9, wraps: true),
        .init(name: "who", title: "Who", minimum: 8, priority: 6),
        .init(name: "due", title: "By when", minimum: 10, priority: 5),
        .init(name: "group", title: "Group", isUsual: false),
        .init(name: "area", title: "Area", isUsual: false),
        .init(name: "plan", title: "Plan", isUsual: false),
        .init(name: "action", title: "Action", isUsual: false),
      ],
      rows: actions.map { one in
        let action = one.entry
        return [
          one.family?.text, one.familyName ?? one.name, String(action.number), action.what,
          action.who, action.due?.description, action.owner.rawValue, action.area, action.plan.text,
          action.key.text,
        ]
      })
  }
}
