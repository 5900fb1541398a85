import ArgumentParser
import Storage
import YoungCarers

/// Lists what a plan still needs before a family reads it.
struct PlanCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List what a plan needs before the family reads it.",
    discussion: """
      Examples:
        carers plan check YC-7KQ4-M2DX-J
        carers plan check YC-7KQ4-M2DX-J --format csv

      The reading age, words of the trade and what to write in their place, actions without a name, a \
      day or a yes, whether the child was asked, whether anything takes caring from the child, blame \
      and pity. Status 1 where there is anything. It refuses nothing.
      """)

  @Argument(help: ArgumentHelp("The case's id.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Which plan, where the family has more than one.", valueName: "id"))
  var plan: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let service = try session.service(entries.store)
    let subject = try session.whole(id, entries)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(subject)
      let check = try PlanCheck(
        file, file.livePlan(plan), among: reader.agencies(), service, on: session.today)
      return (findings: check.findings, age: check.age)
    }
    if !found.content.findings.isEmpty { session.status = 1 }
    try session.write(
      found.map { Self.listing($0.findings) }, output, empty: "There is nothing to mend.")
    if let years = found.content.age.years {
      try session.say(
        "Reading age \(years), of \(found.content.age.words) words in \(found.content.age.sentences) sentences; written for \(service.number(.readingAge))."
      )
    }
  }

  private static func listing(_ findings: [PlanFinding]) -> Listing {
    Listing(
      columns: [
        .init(name: "finding", title: "Finding", minimum: 12, priority: 8),
        .init(name: "action", title: "Action", isNumber: true, minimum: 3, priority: 7),
        .init(name: "found", title: "Found", minimum: 10, priority: 6),
        .init(name: "cure", title: "What to do", minimum: 20, priority: 9, wraps: true),
      ],
      rows: findings.map { [$0.rule.rawValue, $0.action.map(String.init), $0.found, $0.cure] })
  }
}
