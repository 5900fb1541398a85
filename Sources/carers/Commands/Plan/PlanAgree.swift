import ArgumentParser
import Storage
import YoungCarers

/// Writes who agreed to a plan, and when.
struct PlanAgree: Command {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Write down who agreed to the plan, and when.",
    discussion: """
      Examples:
        carers plan agree YC-7KQ4-M2DX-J --by "Mum; Sam; R Shah"
        carers plan agree YC-7KQ4-M2DX-J --by "Mum; Sam" --day fri

      Where this version was agreed before, it is agreed anew as the next one. Actions of theirs to \
      which nobody has said yes or no are agreed with it.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Who agreed, separated by ;", valueName: "a; b"))
  var by: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let given = try session.optional(by) ?? session.asking.ask("Who agreed (a; b)", option: "--by")
    let names = session.several(given)
    guard !names.isEmpty else {
      throw Problem("agreed-nobody", .usage, "nobody agreed", cure: "Name them: --by \"Mum; Sam\".")
    }
    try options.change(id, files, session) { desk in
      var plan = desk.plan
      if plan.agreed != nil { plan.version += 1 }
      plan.agreed = desk.day
      plan.agreedBy = names
      try desk.write(plan)
      let agreed = try desk.file.actions(of: plan).filter { action in
        action.agreed == nil && action.dropped == nil
          && names.contains { Text.folded($0) == Text.folded(action.who) }
      }.map { try desk.agree(to: $0).number }
      let told = agreed.map(String.init).joined(separator: ", ")
      return ["Version \(plan.version) is agreed by \(names.joined(separator: ", "))."]
        + (agreed.isEmpty ? [] : ["Agreed with it, by who does it: \(told)."])
    }
  }
}

extension PlanDesk {
  fileprivate func agree(to action: PlanAction) throws -> PlanAction {
    var agreed = action
    agreed.begun = action.key
    agreed.agreed = true
    agreed.header = try header(replacing: action.header)
    try writer.append(.action(agreed))
    return agreed
  }
}
