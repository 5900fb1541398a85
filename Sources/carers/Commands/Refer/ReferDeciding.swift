import ArgumentParser
import Storage
import YoungCarers

/// Takes a family on.
struct ReferAccept: Command {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept a referral: the service takes the family on.",
    discussion: """
      Examples:
        carers refer accept YP-7KQ4-M2DX-K --by "R Shah"
        carers refer accept YP-7KQ4-M2DX-K --because "read together"

      It is written as a triage, beside what the rules recommend. Where it differs from that, \
      --because says why.
      """)

  @OptionGroup var subject: DecidedReferral
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try subject.decide(.accepted, [], filter, session) }
}

/// Turns a referral down.
struct ReferDecline: Command {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline a referral, and say why.",
    discussion: """
      Examples:
        carers refer decline YP-7KQ4-M2DX-K --because "moved to Bradford"
        carers refer decline YP-7KQ4-M2DX-K --because "no caring" --by "R Shah"

      The child and the referral stay. A right to be assessed stays too: whoever waits for an \
      assessment waits on.
      """)

  @OptionGroup var subject: DecidedReferral
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try subject.decide(.declined, [], filter, session) }
}

/// Points a family to mainstream services.
struct ReferSignpost: Command {
  static let configuration = CommandConfiguration(
    commandName: "signpost", abstract: "Point a child's family to mainstream services.",
    discussion: """
      Examples:
        carers refer signpost YP-7KQ4-M2DX-K --service "the school nurse"
        carers refer signpost YP-7KQ4-M2DX-K --by "R Shah" --because "asked for it"

      Without --service, what the settings name for the topics that the brief assessment gives. \
      How it went is looked at later: carers signpost list.
      """)

  @OptionGroup var subject: DecidedReferral

  @Option(
    name: .customLong("service"), parsing: .singleValue,
    help: ArgumentHelp("A mainstream service; may be given several times.", valueName: "name"))
  var services: [String] = []

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try subject.decide(.mainstream, services, filter, session) }
}

/// Whose referral is decided on, by whom, and why.
struct DecidedReferral: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The referral's id, the child's, or a case's with one child.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var decision: DecisionOptions

  func decide(
    _ way: Triage.Way, _ services: [String], _ filter: FilterOptions, _ session: Session
  ) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let service = try session.service(entries.store)
    let (child, about) = try subject(entries, session)
    let triaging = Triaging(
      child: child, ways: [way], services: services, because: decision.because,
      decider: decision.by ?? session.actor.name, about: about)
    try session.change(entries, filter) { try triaging.write($0, service, session) }
  }

  private func subject(_ entries: Entries, _ session: Session) throws -> (ID, ID?) {
    let typed = try session.whole(id, entries)
    guard typed.shape == nil else { return (try session.child(id, entries), nil) }
    let entry = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try $0.entry(typed) }.content
    guard case .referral(let referral)? = entry, let child = referral.person else {
      throw Problem(
        "referral-missing", .noInput, "\(typed) is no referral of a child",
        cure: "carers refer list --fields referral,child shows their ids.")
    }
    return (child, typed)
  }
}
