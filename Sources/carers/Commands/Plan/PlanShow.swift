import ArgumentParser
import Storage
import YoungCarers

/// Shows a plan to one reader.
struct PlanShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan as one reader may see it: family, worker, school…",
    discussion: """
      Examples:
        carers plan show YC-7KQ4-M2DX-J --for family --format html -o plan.html
        carers plan show YC-7KQ4-M2DX-J --for Nan --format html --large
        carers plan show YC-7KQ4-M2DX-J --for school
        carers plan show YC-7KQ4-M2DX-J --for worker --version 1

      Family means those who were in the room; anybody else is named, and sees what they do \
      themselves. A school sees the actions that it needs to know of, where sharing the plan was \
      agreed. Status 77 where somebody must not see it.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Family, worker, school, or a school's or a person's name.", valueName: "who"))
  var reader: String

  @Option(help: ArgumentHelp("The version; the latest unless said.", valueName: "number"))
  var version: Int?

  @Option(help: ArgumentHelp("Which plan, where the family has more than one.", valueName: "id"))
  var plan: String?

  @Option(help: ArgumentHelp("How it is written.", valueName: "text|html|md"))
  var format: PlanRendering.Format = .text

  @Flag(help: "Large print: 20 point, in HTML.")
  var large = false

  @OptionGroup var file: FileOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if large, format != .html {
      throw Problem(
        "plan-large", .usage, "only HTML has a size of print", cure: "Add --format html.")
    }
    let entries = try session.entries(files)
    let service = try session.service(entries.store)
    let rendering = try PlanRendering(format, isLarge: large, service, session.world)
    let subject = try session.whole(id, entries)
    let shown = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(subject)
      let plan = try file.livePlan(plan)
      let (old, then) = try version.map { try file.version($0, of: plan) } ?? (plan, file)
      let page = try file.page(
        of: old, for: planReader(file, plan, reader.agencies()), among: reader.agencies(), service,
        on: session.today, contents: then)
      return (page: page, alerts: file.outgoing(about: nil, on: session.today))
    }
    try session.writeText(shown.map { rendering.text($0.page) }, file)
    try tell(shown.content.page, shown.content.alerts, session)
  }

  private func planReader(_ file: CaseFile, _ plan: FamilyPlan, _ agencies: [Agency]) throws
    -> PlanReader
  {
    switch Text.folded(reader) {
    case "family": return .family
    case "worker": return .worker
    case "school":
      guard let school = file.schools.first, file.schools.count == 1 else {
        throw Problem(
          "school-unnamed", .usage, "the children have \(file.schools.count) schools",
          cure: "Name the one that is meant: --for \"Elm School\".")
      }
      return .school(school)
    default: break
    }
    let names = agencies.names(of: reader).map(Text.folded)
    if let school = file.schools.first(where: { names.contains(Text.folded($0)) }) {
      return .school(school)
    }
    let several = file.members(called: reader)
    guard several.count < 2 else {
      throw Problem(
        "reader-several", .usage, "\(several.count) people of \(file.family) are called that",
        cure: "Give the id: \(ID(several.map(\.id.text).joined(separator: ", "))).")
    }
    guard let one = file.reader(called: reader, of: plan) else {
      throw Problem(
        "reader-unknown", .noInput, "nobody in the plan of \(file.family) is called that",
        cure: "Say family, worker, school, or somebody as the plan names them.")
    }
    return .person(one)
  }

  /// What whoever hands it over should know, which is not for the page.
  private func tell(_ page: PlanPage, _ alerts: Outgoing, _ session: Session) throws {
    if page.heldBack > 0 {
      session.status = 1
      let left = page.heldBack == 1 ? "1 action that names" : "\(page.heldBack) actions that name"
      try session.insist(
        "Left out: \(left) what somebody lives with, who has not agreed to share it.")
    }
    guard page.reader != .worker else { return }
    if let contact = alerts.safeContact { try session.say("Safe contact: \(contact)") }
    if let address = alerts.safeAddress { try session.say("Safe address: \(address)") }
  }
}
