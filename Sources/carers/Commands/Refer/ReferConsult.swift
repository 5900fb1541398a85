import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Writes down informal advice to an agency.
struct ReferConsult: Command {
  static let configuration = CommandConfiguration(
    commandName: "consult", abstract: "Write down advice to an agency, without a referral.",
    discussion: """
      Examples:
        carers refer consult --agency "Oakfield Academy" < question.txt
        carers refer consult --agency "Ward 7" --outcome referral < question.txt

      Nobody need be named. The question comes from standard input, from a question at a terminal, or \
      from --question, which others on this machine can see while the command runs.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The agency that asked.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("Who asked.", valueName: "name"))
  var referrer: String?

  @Option(help: ArgumentHelp("What they asked; - is standard input.", valueName: "text"))
  var question: String?

  @Option(help: ArgumentHelp("What was advised.", valueName: "text"))
  var advice: String?

  @Option(
    help: ArgumentHelp("What they will do: no referral, brief assessment…", valueName: "text"))
  var outcome: String?

  @Option(
    name: .customLong("about"),
    help: ArgumentHelp("Whom it is about, where the child was named and is known.", valueName: "id")
  )
  var about: String?

  @Option(help: ArgumentHelp("When they asked.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try about.map { try session.whole($0, entries) }
    var consultation = Consultation()
    consultation.agency = try session.optional(agency)
    if consultation.agency == nil {
      consultation.agency = try session.asking.ask("Agency that asked", option: "--agency")
    }
    consultation.question = try session.words(
      question, "What they asked", option: "--question", operands: files)
    consultation.advice = try session.optional(advice)
    consultation.outcome = try session.optional(outcome)
    consultation.referrer = try session.optional(referrer)
    consultation.person = subject?.ifPerson
    let when = try day.map { try session.day($0, "--day") } ?? session.today
    try session.change(entries, filter) { writer in
      let known = try writer.reader.agencies()
      consultation.agencyKind =
        known.first { $0.isCalled(consultation.agency ?? "") }?.agencyKind
      consultation.header =
        try subject.map { try writer.header(about: $0) } ?? writer.header(family: nil)
      consultation.header.day = when
      try writer.append(.consultation(consultation))
      return ["Written down: advice to \(consultation.agency ?? "an agency"), \(when.spoken)."]
    }
  }
}

/// Lists the advice that was given.
struct ReferConsultations: Command {
  static let configuration = CommandConfiguration(
    commandName: "consultations", abstract: "List the advice that agencies were given.",
    discussion: """
      Examples:
        carers refer consultations
        carers refer consultations --format csv -o advice.csv

      In a pipe it writes references; --format or --fields asks for values.
      """)

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "No advice was written down.", Self.listing) { reader, families in
      try reader.listed(Consultation.self, in: "consultations", families: families)
    }
  }

  private static func listing(_ consultations: [Listed<Consultation>]) -> Listing {
    Listing(
      columns: [
        .init(name: "day", title: "Day", minimum: 10, priority: 8),
        .init(name: "agency", title: "Agency", minimum: 10, priority: 7),
        .init(name: "referrer", title: "Who asked", minimum: 8, priority: 3),
        .init(name: "question", title: "Question", minimum: 14, priority: 6),
        .init(name: "advice", title: "Advice", minimum: 14, priority: 5),
        .init(name: "outcome", title: "What they will do", minimum: 10, priority: 4),
        .init(name: "case", title: "Case", minimum: 14, priority: 2),
        .init(name: "consultation", title: "Consultation", isUsual: false),
      ],
      rows: consultations.map { one in
        [
          one.entry.header.day.description, one.entry.agency, one.entry.referrer,
          one.entry.question, one.entry.advice, one.entry.outcome, one.family?.text,
          one.entry.header.id.text,
        ]
      })
  }
}
