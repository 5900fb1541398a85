import ArgumentParser
import Storage
import YoungCarers

/// Makes the next version of a plan.
struct PlanChange: Command {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Change a plan: the next version, which has to be agreed.",
    discussion: """
      Examples:
        carers plan change YC-7KQ4-M2DX-J --review fri --review-chosen-by Sam
        carers plan change YC-7KQ4-M2DX-J --emergency - < emergency.txt
        carers plan change YC-7KQ4-M2DX-J --ends today

      What is not said stays as it was. The version before can be seen: plan show --version 1.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var contents: PlanContents

  @Option(help: ArgumentHelp("The last day of the plan.", valueName: "date"))
  var ends: String?

  @OptionGroup var options: PlanOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    guard !contents.isEmpty || ends != nil else {
      throw Problem(
        "change-nothing", .usage, "nothing is changed",
        cure: "Say what: --wishes, --strengths, --emergency, --emergency-who, --review or --ends.")
    }
    let last = try ends.map { try session.day($0, "--ends") }
    try options.change(id, files, session) { desk in
      var plan = desk.plan
      try contents.put(into: &plan, session)
      plan.ended = last ?? plan.ended
      guard !contents.isEmpty else {
        try desk.write(plan)
        return ["The plan ends on \((last ?? desk.day).spoken)."]
      }
      plan.version += 1
      plan.agreed = nil
      plan.agreedBy = []
      try desk.write(plan)
      return [
        "Version \(plan.version) of the plan. It is not agreed yet: carers plan agree \(desk.file.family.text)."
      ]
    }
  }
}
