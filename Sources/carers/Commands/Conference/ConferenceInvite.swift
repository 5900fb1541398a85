import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Writes down somebody whom the family wants at its conference.
struct ConferenceInvite: Command {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Ask somebody to the conference: the child and parents too.",
    discussion: """
      Examples:
        carers conference invite YC-7KQ4-M2DX-J --person YP-3CR9-H4NT-Y
        carers conference invite YC-7KQ4-M2DX-J - --circle family < name.txt
        carers conference invite YC-7KQ4-M2DX-J "Ms Bell" --circle professional
        carers conference invite YC-7KQ4-M2DX-J --sheet people.csv

      The family says whom. A name in the command can be seen by others on this machine while it runs: \
      - reads it from standard input, and --person takes it from the case. A sheet has many at once, \
      and may say too who was prepared and how, who is coming, and who speaks for a child; it is taken \
      whole or not at all.
      """)

  @OptionGroup var about: InviteeArguments

  @Option(help: ArgumentHelp("Family, friend or professional.", valueName: "circle"))
  var circle: String?

  @Option(help: ArgumentHelp("What they are to the child.", valueName: "relation"))
  var relation: String?

  @Option(help: ArgumentHelp("The agency of a professional.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("How to reach them.", valueName: "how"))
  var contact: String?

  @Option(help: ArgumentHelp("Who in the case they are.", valueName: "id"))
  var person: String?

  @Option(
    help: ArgumentHelp("A CSV file of people; - is standard input.", valueName: "file"),
    completion: .file())
  var sheet: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let rows = try sheet.map { try read($0, session) } ?? [(try given(session), nil)]
    try about.atConference(session) { desk in
      var making = InviteeMaking(desk)
      return try rows.flatMap { try making.write($0.values, at: $0.place) }
    }
  }

  private func read(_ sheet: String, _ session: Session) throws -> [(
    values: [String: String], place: Place?
  )] {
    let spool = try Spool(opening: sheet, session.world)
    return try NamedRows.read(
      spool.source(), named: spool.name, columns: InviteeMaking.columns, needed: "name"
    ).map { ($0.values, Place(file: spool.name, line: $0.line)) }
  }

  private func given(_ session: Session) throws -> [String: String] {
    let name = person != nil && about.name == nil ? nil : try about.whom(session)
    let kinds = Invitee.Circle.known.map(\.rawValue)
    let kind =
      try circle == nil && person != nil
      ? Invitee.Circle.family.rawValue
      : session.choice(circle, of: kinds, "Which circle", option: "--circle")
    let values: [(String, String?)] = [
      ("name", name), ("circle", kind), ("relation", relation), ("agency", agency),
      ("contact", contact), ("person", person),
    ]
    return Dictionary(values.compactMap { name, value in value.map { (name, $0) } }) { $1 }
  }
}
