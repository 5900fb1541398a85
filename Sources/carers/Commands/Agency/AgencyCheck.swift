import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists what referrals lack of what their agencies agreed.
struct AgencyCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List what referrals lack of what their agencies agreed.",
    discussion: """
      Examples:
        carers agency check
        carers agency check --agency "Ward 7" --format csv

      It is told to be mended and refuses nothing. Status 1 where anything is missing. In a pipe it \
      writes references; --format or --fields asks for values.
      """)

  @Argument(
    help: ArgumentHelp("Entries, or references; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Only this agency's referrals.", valueName: "name"))
  var agency: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  private typealias Lack = (sent: SentReferral, missing: [String])

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let agencies = try reader.agencies()
      return try reader.sent(where: isAsked(agencies)).compactMap { sent -> Lack? in
        if let selected = entries.selected, !(sent.family.map(selected.contains) ?? false) {
          return nil
        }
        let theirs = agencies.first { $0.isCalled(sent.referral.agency ?? "") }
        let missing = theirs?.missing(from: sent.referral, briefs: sent.briefs) ?? ["agency"]
        return missing.isEmpty ? nil : (sent, missing)
      }
    }
    if !found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing),
      found.content.map {
        Reference(
          id: $0.sent.referral.header.id, kind: Kind.referral.rawValue, family: $0.sent.family)
      }, entries, output, empty: "Nothing is missing.")
  }

  private func isAsked(_ agencies: [Agency]) -> (String) -> Bool {
    guard let agency else { return { _ in true } }
    let known = agencies.first { $0.isCalled(agency) }
    return { known?.isCalled($0) ?? (Text.folded($0) == Text.folded(agency)) }
  }

  private static func listing(_ lacks: [Lack]) -> Listing {
    Listing(
      columns: [
        .init(name: "agency", title: "Agency", minimum: 10, priority: 7),
        .init(name: "case", title: "Case", minimum: 14, priority: 6),
        .init(name: "referred", title: "Referred", minimum: 10, priority: 5),
        .init(name: "referrer", title: "Referrer", minimum: 8, priority: 3),
        .init(name: "missing", title: "Missing", minimum: 12, priority: 8),
        .init(name: "referral", title: "Referral", minimum: 26, priority: 4),
      ],
      rows: lacks.map { lack in
        let referral = lack.sent.referral
        return [
          referral.agency, lack.sent.family?.text, referral.header.day.description,
          referral.referrer, lack.missing.joined(separator: "; "), referral.header.id.text,
        ]
      })
  }
}
