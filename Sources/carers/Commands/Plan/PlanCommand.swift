import ArgumentParser

/// The family's plan.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make a family's plan, follow its actions, and show it.",
    discussion: """
      Examples:
        carers plan new YC-7KQ4-M2DX-J --wishes "Sam sees friends"
        carers plan action add YC-7KQ4-M2DX-J "Ring the school" --who Mum
        carers plan agree YC-7KQ4-M2DX-J --by "Mum; Sam; R Shah"
        carers plan show YC-7KQ4-M2DX-J --for family --format html -o plan.html

      Who does what by when, and which caring it takes from the child. One family, one plan.
      """,
    subcommands: [
      PlanNew.self, PlanActionCommand.self, PlanAgree.self, PlanChange.self, PlanList.self,
      PlanShow.self, PlanCheckCommand.self,
    ])
}

/// The actions of a plan.
struct PlanActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Add actions to a plan, and say what became of them.",
    discussion: """
      Examples:
        carers plan action add YC-7KQ4-M2DX-J --sheet actions.csv
        carers plan action done YC-7KQ4-M2DX-J 1 3
        carers plan action list --overdue

      An action keeps its number, and no other action of the plan ever has it.
      """,
    subcommands: [
      PlanActionAdd.self, PlanActionDone.self, PlanActionProgress.self, PlanActionDrop.self,
      PlanActionList.self,
    ])
}
