import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Takes referral sheets in.
struct ReferImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in the referrals of schools' and other agencies' CSVs.",
    discussion: """
      Examples:
        carers refer import oakfield.csv --rejects oakfield-rejects.csv
        carers refer import oakfield.csv --profile oakfield.toml --dry-run
        carers refer import a.csv --store - | carers refer list --format csv -

      A bad row never stops the good ones: it goes to --rejects, to be corrected and given to import \
      again. The same file twice adds nothing. All the files of one command are taken, or none.
      """)

  @Argument(
    help: ArgumentHelp("CSV files; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("Where rows that are not believed go.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp("Where to write which person each row is, as CSV.", valueName: "file"),
    completion: .file())
  var links: String?

  @Flag(help: "Keep nothing where any row is rejected.")
  var strict = false

  @Flag(name: .customLong("no-match"), help: "Do not look whether a child is known already.")
  var noMatch = false

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Without a store: a stream of entries to add to.", valueName: "file"),
    completion: .file())
  var known: String?

  @OptionGroup var sheet: SheetOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let profile = try sheet.sheetProfile(session)
    let sheets = try SheetFiles(files, profile, session)
    let entries = try session.destination(known, partial: filter.partial)
    try session.take(
      sheets, into: entries,
      ImportOptions(
        rejects: rejects, links: links, strict: strict, matching: !noMatch, filter: filter,
        agency: profile.agency, agencyKind: profile.agencyKind))
  }
}

/// The sheets of one import, proved, and readable again for excerpts.
struct SheetFiles {
  let spools: [Spool]
  let sheets: [Sheet]

  init(_ operands: [String], _ profile: SheetProfile, _ session: Session) throws {
    try self.init(operands.map { try Spool(opening: $0, session.world) }, profile, session)
  }

  init(_ spools: [Spool], _ profile: SheetProfile, _ session: Session) throws {
    self.spools = spools
    let named = Dictionary(spools.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var encodings: [String: TextEncoding] = [:]
    session.presenter.reread = { file, range in
      guard let bytes = try? named[file]?.bytes(range) else { return nil }
      return encodings[file]?.text(of: bytes).map { Array($0.utf8) } ?? bytes
    }
    sheets = try spools.map { spool in
      let sheet = try Sheet.prove(
        spool.source(session.progress(spool)), named: spool.name, profile: profile,
        today: session.today)
      encodings[spool.name] = sheet.encoding
      return sheet
    }
  }
}
