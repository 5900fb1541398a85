import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Takes one referral.
struct ReferAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Take one referral: asked for, from options, or from standard input.",
    discussion: """
      Examples:
        carers refer add
        carers refer add --given Zoë --surname Okafor --agency "Oakfield Academy"
        printf 'given=Zoë\\nsurname=Okafor\\nborn=4/2/2014\\n' | carers refer add -

      At a terminal what is missing is asked for. Standard input has a line field=value for each \
      field of a sheet (see carers-csv(5)); options can be seen by others while the command runs.
      """)

  @Argument(
    help: ArgumentHelp("Lines field=value; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(help: "The child's given name.") var given: String?
  @Option(help: "The child's family name.") var surname: String?
  @Option(help: "The child's date of birth.") var born: String?
  @Option(help: "The child's school.") var school: String?
  @Option(help: "The child's postcode.") var postcode: String?
  @Option(help: "Where the child lives.") var address: String?
  @Option(help: "The child's Unique Pupil Number.") var upn: String?
  @Option(name: .customLong("nhs-number"), help: "The child's NHS number.") var nhsNumber: String?
  @Option(help: "The agency that makes contact.") var agency: String?
  @Option(help: "Who makes contact.") var referrer: String?
  @Option(name: .customLong("cares-for"), help: "What the person cared for is to the child.")
  var caresFor: String?
  @Option(help: "What the person cared for lives with.") var condition: String?
  @Option(help: "Caring tasks, separated by ;.") var tasks: String?
  @Option(help: "Why the referral is made.") var reason: String?
  @Option(help: "What the referrer says of consent; it never stops a referral.") var consent:
    String?
  @Option(help: "The day of the referral.") var day: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    var fields = try file.map { try Self.lines(Spool(opening: $0, session.world)) } ?? [:]
    for (field, value) in options where value != nil { fields[field] = value }
    try ask(&fields, session)
    for field in [SheetField.born, .day] {
      fields[field] = try fields[field].map {
        try session.day($0, file == nil ? "--\(field.rawValue)" : field.rawValue).description
      }
    }
    if fields[.agency] == nil { fields[.agency] = session.configuration["agency"] }
    let sheet = try Self.sheet(fields, session)
    let entries = try session.destination(nil, partial: false)
    // Whoever types it knows of the child: it is never set aside.
    try session.take(sheet, into: entries, ImportOptions(setsAside: false, filter: filter))
    try tell(entries, session)
  }

  private var options: [(SheetField, String?)] {
    [
      (.given, given), (.surname, surname), (.born, born), (.school, school),
      (.postcode, postcode), (.address, address), (.upn, upn), (.nhsNumber, nhsNumber),
      (.agency, agency), (.referrer, referrer), (.caredForRelation, caresFor),
      (.condition, condition), (.tasks, tasks), (.reason, reason), (.consent, consent), (.day, day),
    ]
  }

  private static let questions: [(SheetField, String)] = [
    (.given, "Child's given name"), (.surname, "Family name"),
    (.born, "Date of birth (4/2/2014; Enter where not known)"), (.school, "School"),
    (.postcode, "Postcode"), (.agency, "Agency that makes contact"),
    (.referrer, "Who makes contact"),
    (.caredForRelation, "Whom they care for (mother, brother…)"),
    (.tasks, "What they do (tasks, separated by ;)"), (.reason, "Why, in the referrer's words"),
  ]

  /// At a terminal, what nobody has said yet.
  private func ask(_ fields: inout [SheetField: String], _ session: Session) throws {
    guard file == nil, session.asking.isPossible else {
      guard fields[.given] != nil || fields[.surname] != nil else {
        throw Problem(
          "answer-missing", .usage, "this needs --given or --surname",
          cure: "Say it, or give lines field=value on standard input: carers refer add -.")
      }
      return
    }
    for (field, question) in Self.questions where fields[field] == nil {
      fields[field] = try session.asking.ask(question, option: "--\(field.rawValue)")
    }
  }

  private static func lines(_ spool: Spool) throws -> [SheetField: String] {
    guard let text = String(validating: try spool.bytes(0..<spool.size), as: UTF8.self) else {
      throw Problem("not-utf8", .data, at: Place(file: spool.name), "this is not UTF-8")
    }
    var fields: [SheetField: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let mapping = line.firstIndex(of: "=").flatMap { equals in
        try? SheetMapping(header: "x", named: String(line[..<equals])).field
      }
      guard let field = mapping, let equals = line.firstIndex(of: "=") else {
        throw Problem(
          "field-line", .data, at: Place(file: spool.name, line: number + 1),
          "the line does not begin with a field and =",
          cure: "The fields are in carers-csv(5), for example surname=Okafor.")
      }
      fields[field] = String(line[line.index(after: equals)...])
    }
    return fields
  }

  /// One row, so that one referral goes the way of every other.
  private static func sheet(_ fields: [SheetField: String], _ session: Session) throws -> SheetFiles
  {
    let given = SheetField.allCases.compactMap { field in
      fields[field].flatMap { $0.isEmpty ? nil : (field, $0) }
    }
    var bytes: [UInt8] = []
    let csv = CSVWriter(lineEnd: .lf)
    csv.write(given.map { $0.0.rawValue }, to: &bytes)
    csv.write(given.map { $0.1 }, to: &bytes)
    var profile = SheetProfile(delimiter: ",", encoding: .utf8, dates: .ymd)
    profile.columns = given.enumerated().map {
      SheetMapping(header: "#\($0.offset + 1)", field: $0.element.0)
    }
    return try SheetFiles([Spool(bytes, name: "refer add", session.world)], profile, session)
  }

  /// What was made of it, for whoever typed it.
  private func tell(_ entries: Entries, _ session: Session) throws {
    guard !filter.dryRun, !entries.isPipe, session.world.stderr.isTerminal else { return }
    let last = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try $0.lastReferral() }.content
    if let last, let family = last.header.family {
      try session.say("See carers show \(family.text).")
    }
  }
}
