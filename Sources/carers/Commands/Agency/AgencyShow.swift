import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Shows one agency and the quality of what it sends.
struct AgencyShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an agency, and the quality of what it sends.",
    discussion: """
      Examples:
        carers agency show "Oakfield Academy"
        carers agency show oakfield-academy --format json

      Of its referrals it counts those that bring what was agreed, those with a brief assessment and \
      with consent, repeats, those acknowledged in time, and those whose referrer was told the outcome.
      """)

  @Argument(help: ArgumentHelp("The agency's name, or an alias.", valueName: "name"))
  var name: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let service = try session.service(entries.store)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let agencies = try reader.agencies()
      guard let agency = agencies.first(where: { $0.isCalled(name) }) else {
        throw Problem(
          "agency-missing", .noInput, "no agency is called that",
          cure: Nearest.cure(name, among: agencies.map(\.name)))
      }
      let sent = try reader.sent(where: agency.isCalled)
      return (agency, ReferralQuality(sent, by: agency, service))
    }
    try session.write(
      found.map { Self.listing($0.0, $0.1, on: session.today) }, output, empty: "")
  }

  private static func listing(_ agency: Agency, _ quality: ReferralQuality, on today: Day)
    -> Listing
  {
    let told: [(String, String?)] = [
      ("name", agency.name), ("kind", agency.agencyKind),
      ("also called", agency.aliases.joined(separator: "; ").nilIfEmpty), ("URN", agency.urn),
      ("on roll", agency.roll.map(String.init)), ("agreement", agency.agreement),
      ("signed", agency.signed?.description), ("until", agency.ends?.description),
      ("in force", agency.isAgreed(on: today) ? "yes" : "no"),
      ("brings", agency.requires.joined(separator: "; ").nilIfEmpty),
      ("ask for", agency.contact), ("e-mail", agency.email), ("telephone", agency.phone),
      ("referrals", String(quality.referrals)), ("complete", String(quality.complete)),
      ("with brief assessment", String(quality.withBrief)),
      ("with consent", String(quality.withConsent)), ("repeats", String(quality.repeats)),
      ("acknowledged in time", String(quality.acknowledgedInTime)),
      ("told the outcome", String(quality.told)),
    ]
    return Listing(
      columns: [
        .init(name: "what", title: "What", minimum: 12, priority: 2),
        .init(name: "value", title: "Value", minimum: 12, priority: 1),
      ], rows: told.filter { $0.1 != nil }.map { [$0.0, $0.1] })
  }
}
