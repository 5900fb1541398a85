import ArgumentParser
import Storage
import YoungCarers

/// What a command takes that writes one entry about a case or somebody in it.
struct AboutArguments: AboutOne {
  @Argument(help: ArgumentHelp("The case's id, or that of somebody in it.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("When it happened.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions
}

/// The arguments of a command that writes about a case or somebody in it.
protocol AboutOne: ParsableArguments {
  var id: String { get }
  var files: [String] { get }
  var day: String? { get }
  var filter: FilterOptions { get }
}

extension AboutOne {
  /// Where the entries are, and whom the command is about.
  func open(_ session: Session) throws -> (entries: Entries, subject: ID) {
    let entries = try session.entries(files, partial: filter.partial)
    return (entries, try session.whole(id, entries))
  }

  /// The day that `--day` says, else the day worked on.
  func when(_ session: Session) throws -> Day {
    try day.map { try session.day($0, "--day") } ?? session.today
  }

  /// Writes what `make` gives, filed where the subject is filed, and then says `sentences`.
  func write<One: Payload>(
    about subject: ID, to entries: Entries, _ session: Session,
    _ make: (CaseFile, Day) throws -> One, _ sentences: (One) -> [String]
  ) throws {
    let when = try when(session)
    try session.change(entries, filter) { writer in
      var one = try make(writer.reader.caseFile(subject), when)
      let replaced = one.header.replaces
      one.header = try writer.header(about: one.person ?? subject)
      one.header.day = when
      one.header.replaces = replaced
      try writer.append(one.entry)
      return sentences(one)
    }
  }
}
