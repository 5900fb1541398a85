import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Describes the entries.
struct Schema: Command {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Describe a kind of entry as JSON Schema, or as a table's.",
    discussion: """
      Examples:
        carers schema
        carers schema referral
        carers schema person --table

      The kinds and their fields are explained in carers-entries(5).
      """)

  @Argument(
    help: ArgumentHelp("The kind; without one, all are named.", valueName: "kind"),
    completion: .list(Kind.allCases.map(\.rawValue)))
  var kind: String?

  @Flag(help: "A Frictionless Table Schema instead.")
  var table = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let text: String
    if let kind {
      guard let known = Kind(rawValue: kind) else {
        throw Problem(
          "kind-unknown", .usage, "no kind of entry is called \"\(named: kind)\"",
          cure: Nearest.cure(kind, among: Kind.allCases.map(\.rawValue)))
      }
      text = table ? FrictionlessSchema.text(for: known) : JSONSchema.text(for: known)
    } else {
      text = Kind.allCases.map { "\($0.rawValue)  \($0.about)\n" }.joined()
    }
    try session.writeText(session.given(text))
  }
}
