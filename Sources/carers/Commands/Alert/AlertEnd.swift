import ArgumentParser
import Storage
import YoungCarers

/// Ends an alert.
struct AlertEnd: Command {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Say on which day an alert ends.",
    discussion: """
      Examples:
        carers alert end 000SGDKCXXWGYVGV4TK0TSW2V2
        carers alert end 000SGDKCXXWGYVGV4TK0TSW2V2 --ends 31/12/2026

      The alert is written again, with its last day, in the place of the one that had none. Today is \
      the last day unless said.
      """)

  @Argument(help: ArgumentHelp("The alert's id.", valueName: "alert"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The last day it holds.", valueName: "date"))
  var ends: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let id = try session.whole(id, entries)
    let last = try ends.map { try session.day($0, "--ends") } ?? session.today
    try session.change(entries, filter) { writer in
      guard case .alert(let before)? = try writer.reader.entry(id),
        try !writer.reader.hasFallen(id)
      else {
        throw Problem(
          "alert-missing", .noInput, "\(id) is no alert that stands",
          cure: "carers alert list shows them.")
      }
      var alert = before
      alert.header = writer.header(family: before.header.family)
      alert.header.replaces = before.header.id
      alert.starts = before.starts ?? before.header.day
      alert.ends = last
      try writer.append(.alert(alert))
      return ["It holds until \(last.spoken)."]
    }
  }
}
