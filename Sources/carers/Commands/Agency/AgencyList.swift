import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the agencies.
struct AgencyList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the agencies and their agreements.",
    discussion: """
      Examples:
        carers agency list
        carers agency list --format csv -o agencies.csv

      In a pipe it writes references; --format or --fields asks for values. What it writes as CSV, \
      carers agency import takes.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try $0.agencies() }
    try session.write(
      found.map(Self.listing),
      found.content.map {
        Reference(id: $0.header.id, kind: Kind.agency.rawValue, family: nil)
      }, entries, output, empty: "There are no agencies.")
  }

  /// The columns have the names that `agency import` takes.
  private static func listing(_ agencies: [Agency]) -> Listing {
    Listing(
      columns: [
        .init(name: "name", title: "Agency", minimum: 12, priority: 9),
        .init(name: "kind", title: "Kind", minimum: 8, priority: 7),
        .init(name: "urn", title: "URN", isUsual: false),
        .init(name: "roll", title: "Roll", isUsual: false, isNumber: true),
        .init(name: "aliases", title: "Also called", isUsual: false),
        .init(name: "agreement", title: "Agreement", minimum: 10, priority: 4),
        .init(name: "signed", title: "Signed", minimum: 10, priority: 6),
        .init(name: "ends", title: "Until", minimum: 10, priority: 5),
        .init(name: "requires", title: "Brings", minimum: 10, priority: 3),
        .init(name: "code", title: "Code", isUsual: false),
        .init(name: "contact", title: "Ask for", minimum: 8, priority: 2),
        .init(name: "email", title: "E-mail", isUsual: false),
        .init(name: "phone", title: "Telephone", minimum: 10, priority: 1),
      ],
      rows: agencies.map { agency in
        [
          agency.name, agency.agencyKind, agency.urn, agency.roll.map(String.init),
          agency.aliases.joined(separator: "; "), agency.agreement, agency.signed?.description,
          agency.ends?.description, agency.requires.joined(separator: "; "), agency.code,
          agency.contact, agency.email, agency.phone,
        ]
      })
  }
}
