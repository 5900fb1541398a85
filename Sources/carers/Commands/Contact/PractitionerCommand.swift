import ArgumentParser
import Storage
import YoungCarers

/// Names another worker in a family's life.
struct PractitionerCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "practitioner", abstract: "Name another worker in a family's life, and how long.",
    discussion: """
      Examples:
        carers practitioner YC-7KQ4-M2DX-J --name "J Bell" --agency "Ward 7"
        carers practitioner YP-3CR9-H4NT-Y --name "P Novak" --role "school nurse"
        carers practitioner YC-7KQ4-M2DX-J --name "J Bell" --ends today

      With a person's id it is for that person. --ends ends the involvement of whoever is involved \
      already under that name: it is written again with its last day.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("The worker's name.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Their agency.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("What they do for the family.", valueName: "role"))
  var role: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("For whom in the family.", valueName: "id"))
  var child: String?

  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?

  @Option(help: ArgumentHelp("Telephone.", valueName: "number"))
  var phone: String?

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day.", valueName: "date"))
  var ends: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let whom = try child.map { try session.whole($0, entries) }?.ifPerson ?? subject.ifPerson
    guard let name = try session.optional(name) ?? session.asking.ask("Name", option: "--name")
    else {
      throw Problem("practitioner-name", .usage, "nobody was named", cure: "Give --name.")
    }
    let first = try starts.map { try session.day($0, "--starts") }
    let last = try ends.map { try session.day($0, "--ends") }
    try about.write(about: subject, to: entries, session) { file, day in
      try prove(whom, in: file)
      let before = file.practitioners(on: day).last {
        Text.folded($0.name) == Text.folded(name)
          && $0.person.map(file.today) == whom.map(file.today)
      }
      var worker = before ?? Practitioner()
      worker.header.replaces = before?.header.id
      worker.name = before?.name ?? name
      worker.person = before?.person ?? whom
      worker.agency = try session.optional(agency) ?? worker.agency
      worker.role = try session.optional(role) ?? worker.role
      worker.email = try session.optional(email) ?? worker.email
      worker.phone = try session.optional(phone) ?? worker.phone
      worker.starts = first ?? worker.starts ?? before?.header.day
      worker.ends = last ?? worker.ends
      return worker
    } _: { worker in
      ["\(worker.name) is involved\(worker.ends.map { " until \($0.spoken)" } ?? "")."]
    }
  }

  private func prove(_ whom: ID?, in file: CaseFile) throws {
    guard let whom, !file.members.contains(where: { $0.id == file.today(whom) }) else { return }
    throw Problem(
      "person-elsewhere", .noInput, "\(whom) is not in \(file.family)",
      cure: "carers show \(file.family) lists its people.")
  }
}
