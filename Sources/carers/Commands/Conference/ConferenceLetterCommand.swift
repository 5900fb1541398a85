import ArgumentParser
import Storage
import YoungCarers

/// Writes a letter to one of those who are asked.
struct ConferenceLetterCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Write a letter to one of those who are asked.",
    discussion: """
      Examples:
        carers conference letter YC-7KQ4-M2DX-J --to Gran
        carers conference letter YC-7KQ4-M2DX-J --to Gran --kind moved -o letter.txt
        carers conference letter YC-7KQ4-M2DX-J --to - --kind away < name.txt

      The kinds are invitation, concerns, moved, cancelled and away. A letter names nobody else who is \
      asked, and whoever must stay away is not told when or where. Status 77 where an alert forbids \
      it, or somebody has died. The service's own words: the settings templates.
      """)

  @Argument(help: ArgumentHelp("The case's id, or that of somebody in it.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Whom: a name or an id; - is standard input.", valueName: "name"))
  var whom: String?

  @Option(help: ArgumentHelp("Which letter; the invitation, unless said.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp("What somebody who must stay away is told of why.", valueName: "reason"))
  var because: String?

  @OptionGroup var output: FileOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let subject = try session.whole(id, entries)
    let name = try session.words(whom, "To whom", option: "--to", operands: files)
    let chosen = try kind.map {
      try session.choice(
        $0, of: ConferenceLetter.Kind.allCases.map(\.rawValue), "Which", option: "--kind")
    }
    let kind = chosen.flatMap(ConferenceLetter.Kind.init) ?? .invitation
    let reason = try session.optional(because)
    let service = try session.service(entries.store)
    let template = try Template(kind.template, service, session.world)
    let letter = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(subject)
      let conference = try kind == .cancelled ? file.requireCancelled() : file.requireBooked()
      return try ConferenceLetter(
        kind: kind, conference: conference, invitee: file.invitee(name, at: conference),
        file: file, service: service, today: session.today, because: reason
      ).written(template)
    }
    try session.writeText(letter, output)
  }
}

extension CaseFile {
  /// The last conference, where it was cancelled.
  func requireCancelled() throws -> Conference {
    guard let conference = conferences.last, conference.cancelled != nil else {
      throw Problem(
        "conference-not-cancelled", .noInput, "no conference of \(family) was cancelled",
        cure: "carers conference cancel \(family) cancels one.")
    }
    return conference
  }
}
