import ArgumentParser
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

      The family says whom. A name in the command can be seen by others on this machine while it runs: \
      - reads it from standard input, and --person takes it from the case.
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

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let given = person != nil && about.name == nil ? nil : try about.whom(session)
    let kinds = Invitee.Circle.known.map(\.rawValue)
    let kind =
      try circle == nil && person != nil
      ? Invitee.Circle.family.rawValue
      : session.choice(circle, of: kinds, "Which circle", option: "--circle")
    try about.atConference(session) { desk in
      let member = try person.map { try self.member($0, desk) }
      var invitee = Invitee()
      invitee.name = given ?? member?.called ?? ""
      invitee.circle = Invitee.Circle(rawValue: kind)
      invitee.relation = relation ?? member?.latest(\.relation)
      invitee.agency = agency
      invitee.contact = contact
      invitee.conference = desk.conference.key
      invitee.person = member?.id
      invitee.invited = desk.day
      try prove(invitee, desk)
      invitee.header =
        try member.map { try desk.writer.header(about: $0.id) }
        ?? desk.writer.header(family: desk.conference.header.family)
      invitee.header.day = desk.day
      try desk.writer.append(invitee.entry)
      return ["Asked: \(invitee.name)\(invitee.relation.map { ", \($0)" } ?? "")."]
    }
  }

  private func member(_ typed: String, _ desk: AtConference) throws -> CaseFile.Member {
    guard case .whole(let id) = ID.typed(typed), let member = desk.file.member(id) else {
      throw Problem(
        "person-missing", .noInput, "that is nobody of \(desk.file.family)",
        cure: "carers show \(desk.file.family) lists its people.")
    }
    return member
  }

  private func prove(_ invitee: Invitee, _ desk: AtConference) throws {
    guard !invitee.name.isEmpty else {
      throw Problem(
        "invitee-name", .usage, "nobody wrote down what they are called",
        cure: "Give a name, or - and the name on standard input.")
    }
    let same = desk.invitees.first {
      Text.folded($0.name) == Text.folded(invitee.name)
        || invitee.person != nil && $0.person.map(desk.file.today) == invitee.person
    }
    guard let same else { return }
    throw Problem(
      "invitee-there", .usage, "somebody of that name is asked already: \(same.key)",
      cure: "Tell two people of one name apart, as \"Joe (uncle)\".")
  }
}
