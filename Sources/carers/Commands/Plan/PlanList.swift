import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the plans that are in force.
struct PlanList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans in force, and what is overdue in each.",
    discussion: """
      Examples:
        carers plan list
        carers plan list --overdue --format csv

      In the order of the day on which each is looked at again; one without a day comes first. In a pipe \
      it writes references; --format or --fields asks for values.
      """)

  @Argument(
    help: ArgumentHelp("Entries, or references; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Only plans in which something is overdue.")
  var overdue = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  private struct Row {
    var plan: Listed<FamilyPlan>
    var open: [PlanAction]
    var overdue: Int
  }

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let open = try reader.listed(PlanAction.self, in: "openActions", families: entries.selected)
      let byPlan = Dictionary(grouping: open.map(\.entry), by: \.plan)
      return try reader.listed(FamilyPlan.self, in: "livePlans", families: entries.selected)
        .map { plan in
          let open = byPlan[plan.entry.key] ?? []
          return Row(
            plan: plan, open: open,
            overdue: open.count { $0.due.map { $0 < session.today } ?? false })
        }
        .filter { !overdue || $0.overdue > 0 }
        .sorted { Self.order($0) < Self.order($1) }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing), found.content.map { $0.plan.reference }, entries, output,
      empty: "There are no such plans.")
  }

  private static func order(_ row: Row) -> (Int32, ID) {
    (row.plan.entry.reviewDate?.number ?? .min, row.plan.entry.header.id)
  }

  private static func listing(_ rows: [Row]) -> Listing {
    Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 9),
        .init(name: "family", title: "Family", minimum: 8, priority: 8),
        .init(name: "version", title: "Version", isNumber: true, minimum: 3, priority: 2),
        .init(name: "agreed", title: "Agreed", minimum: 10, priority: 4),
        .init(name: "review", title: "Look again", minimum: 10, priority: 6),
        .init(name: "open", title: "Open", isNumber: true, minimum: 4, priority: 3),
        .init(name: "overdue", title: "Overdue", isNumber: true, minimum: 4, priority: 7),
        .init(name: "joins", title: "Joins", minimum: 8, priority: 1),
        .init(name: "plan", title: "Plan", isUsual: false),
      ],
      rows: rows.map { row in
        let plan = row.plan.entry
        return [
          row.plan.family?.text, row.plan.familyName, String(plan.version),
          plan.agreed?.description, plan.reviewDate?.description, String(row.open.count),
          String(row.overdue), plan.joins, plan.key.text,
        ]
      })
  }
}
