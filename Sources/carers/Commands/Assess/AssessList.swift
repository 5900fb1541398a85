import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists assessments.
struct AssessList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List assessments, oldest first.",
    discussion: """
      Examples:
        carers assess list
        carers assess list --form brief --unfinished
        carers find okafor | carers assess list --format csv -

      In a pipe it writes references from a store; --format or --fields asks for values.
      """)

  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Only of this form: brief, needs or transition.", valueName: "form"))
  var form: String?

  @Option(help: ArgumentHelp("Only those this agency made.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("Only those from this day on.", valueName: "date"))
  var since: String?

  @Flag(help: "Only those that are not finished.")
  var unfinished = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  static let columns: [Listing.Column] = [
    .init(name: "case", title: "Case", minimum: 14, priority: 8),
    .init(name: "child", title: "Child", minimum: 12, priority: 9),
    .init(name: "form", title: "Form", minimum: 5, priority: 6),
    .init(name: "setting", title: "Setting", minimum: 10, priority: 5),
    .init(name: "day", title: "Day", minimum: 10, priority: 7),
    .init(name: "finished", title: "Finished", minimum: 10, priority: 2),
    .init(name: "outcome", title: "Outcome", minimum: 9, priority: 4),
    .init(name: "level", title: "Help needed", minimum: 8, priority: 3),
    .init(name: "due", title: "Due", isUsual: false),
    .init(name: "answers", title: "Answers", isUsual: false, isNumber: true),
    .init(name: "assessor", title: "Assessor", isUsual: false),
    .init(name: "person", title: "Person", isUsual: false),
    .init(name: "given", title: "Given name", isUsual: false),
    .init(name: "surname", title: "Surname", isUsual: false),
    .init(name: "assessment", title: "Assessment", isUsual: false),
  ]

  func run(_ session: Session) throws {
    if try session.explained(output, Self.columns) { return }
    let entries = try session.entries(files)
    let first = try since.map { try session.day($0, "--since") }
    let forms = ["brief", "needs", "transition"]
    if let form, !forms.contains(form) {
      throw Problem(
        "form-unknown", .usage, "no form is called \"\(named: form)\"",
        cure: Nearest.cure(form, among: forms))
    }
    let wanted = agency.map { Text.folded($0) }
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.assessments(families: entries.selected).filter { listed in
        (form.map { listed.form == $0 } ?? true) && (first.map { listed.day >= $0 } ?? true)
          && (wanted.map { Text.folded(listed.setting ?? "") == $0 } ?? true)
          && (!unfinished || listed.finished == nil)
      }
    }
    if found.content.isEmpty { session.status = 1 }
    let references = found.content.map {
      Reference(id: $0.assessment, kind: Kind.assessment.rawValue, family: $0.family)
    }
    try session.write(
      found.map(Self.listing), references, entries, output, empty: "There are no such assessments.")
  }

  private static func listing(_ assessments: [ListedAssessment]) -> Listing {
    Listing(
      columns: columns,
      rows: assessments.map { one in
        [
          one.family.text, [one.given, one.surname].compactMap { $0 }.joined(separator: " "),
          one.form, one.setting, one.day.description, one.finished?.description, one.outcome,
          one.level, one.due?.description, String(one.answers), one.assessor, one.person.text,
          one.given, one.surname, one.assessment.text,
        ]
      })
  }
}
