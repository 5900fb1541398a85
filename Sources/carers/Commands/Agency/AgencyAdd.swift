import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Writes one agency.
struct AgencyAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down an agency, or what has changed of one.",
    discussion: """
      Examples:
        carers agency add "Oakfield Academy" --kind school --urn 100001 --roll 940
        carers agency add "Ward 7" --signed 1/9/2026 --requires "reason; consent"

      An agency of that name is written again, with what is not said as it was. --requires says what \
      each of its referrals brings: reason, tasks, consent, condition, referrer, attendance, \
      lawful-basis, cared-for, young-carer, brief-assessment.
      """)

  @Argument(help: ArgumentHelp("The agency's name.", valueName: "name"))
  var name: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("School, gp, hospital, adult services…", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("A school's Unique Reference Number.", valueName: "urn"))
  var urn: String?

  @Option(help: ArgumentHelp("How many pupils are on roll.", valueName: "number"))
  var roll: String?

  @Option(help: ArgumentHelp("Other names of it, separated by ;.", valueName: "a;b"))
  var aliases: String?

  @Option(help: ArgumentHelp("The memorandum or protocol it works under.", valueName: "text"))
  var agreement: String?

  @Option(help: ArgumentHelp("The day that was signed.", valueName: "date"))
  var signed: String?

  @Option(help: ArgumentHelp("The last day of it.", valueName: "date"))
  var ends: String?

  @Option(help: ArgumentHelp("What each referral brings, separated by ;.", valueName: "a;b"))
  var requires: String?

  @Option(help: ArgumentHelp("Its contact source code, as 2A for schools.", valueName: "code"))
  var code: String?

  @Option(help: ArgumentHelp("Whom to ask for.", valueName: "name"))
  var contact: String?

  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?

  @Option(help: ArgumentHelp("Telephone.", valueName: "number"))
  var phone: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let said = [
      name, kind, urn, roll, aliases, agreement, signed, ends, requires, code, contact, email,
      phone,
    ]
    let given = try zip(AgencyWriting.columns, said).compactMap { column, value in
      try session.optional(value).map { (column, $0) }
    }
    do {
      try session.change(entries, filter) { writer in
        var writing = try AgencyWriting(writer, today: session.today)
        try writing.write(Dictionary(given) { first, _ in first }, at: nil)
        return [writing.sentence]
      }
    } catch var problem as Problem where problem.status == .data {
      problem.status = .usage
      throw problem
    }
  }
}

/// Writes the agencies of a sheet.
struct AgencyImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Write down the agencies of a CSV file.",
    discussion: """
      Examples:
        carers agency import agencies.csv
        carers agency import agencies.csv --dry-run

      The columns are name and any of kind, urn, roll, aliases, agreement, signed, ends, requires, \
      code, contact, email and phone. An empty cell changes nothing. All of the file is taken, or \
      none.
      """)

  @Argument(
    help: ArgumentHelp("A CSV file; - is standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("Without a store, entries to add to.", valueName: "file"),
    completion: .file())
  var with: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let spool = try Spool(opening: file, session.world)
    let rows = try NamedRows.read(
      spool.source(), named: spool.name, columns: AgencyWriting.columns, needed: "name")
    let entries = try session.destination(with, partial: filter.partial)
    try session.change(entries, filter) { writer in
      var writing = try AgencyWriting(writer, today: session.today)
      for row in rows { try writing.write(row.values, at: Place(file: spool.name, line: row.line)) }
      return [writing.sentence]
    }
  }
}
