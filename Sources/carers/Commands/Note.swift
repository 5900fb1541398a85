import ArgumentParser
import Storage
import YoungCarers

/// Adds a line to a chronology.
struct NoteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a line to a case's chronology.",
    discussion: """
      Examples:
        carers note YC-7KQ4-M2DX-J < visit.txt
        carers note YC-7KQ4-M2DX-J --read --text "Rang the school; nothing new."
        carers note YC-7KQ4-M2DX-J --day yesterday --text "Rang the school."

      The text comes from standard input, from a question at a terminal, or from --text, which \
      others on this machine can see while the command runs. --about answers a repeat referral.
      """)

  @Argument(help: ArgumentHelp("The case's id, or that of somebody in it.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The note.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp("The entry it answers: a repeat referral that was read.", valueName: "id"))
  var about: String?

  @Flag(help: "Answer every repeat referral of the case that is not yet read.")
  var read = false

  @Option(help: ArgumentHelp("When it happened.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let answered = try about.map { try session.whole($0, entries) }
    let words = try session.words(text, "Note", option: "--text", operands: files)
    let when = try day.map { try session.day($0, "--day") }
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      let unread = read ? file.unreadRepeats.map(\.header.id) : []
      let all: [ID?] = [answered].compactMap { $0 } + unread
      for (index, about) in (all.isEmpty ? [nil] : all).enumerated() {
        var note = Note()
        let whom = try about.map { try Self.answered($0, in: file) } ?? subject
        note.header = try writer.header(about: whom)
        note.header.day = when ?? session.today
        note.person = whom.shape == .person ? whom : nil
        note.about = about
        note.text = index == 0 ? words : "Read, as noted above."
        try writer.append(.note(note))
      }
      let answer = unread.count == 1 ? "Read: 1 referral." : "Read: \(unread.count) referrals."
      return (read ? [answer] : []) + ["Noted, \((when ?? session.today).spoken)."]
    }
  }

  /// Whom an entry of the case is about: what answers it stands where it stands.
  private static func answered(_ about: ID, in file: CaseFile) throws -> ID {
    guard let entry = file.standing.first(where: { $0.id == about }) else {
      throw Problem(
        "about-elsewhere", .noInput, "\(about) is no entry of \(file.family) that stands",
        cure: "carers show \(file.family) --all lists its entries.")
    }
    return entry.subject.person ?? entry.subject.family ?? file.family
  }
}
