import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// The report of a month, a quarter or a year: only the length differs, and what the help says.
struct ReportPeriod<Length: ReportedLength>: ReportOfServices {
  static var configuration: CommandConfiguration { Length.configuration }

  @Argument(help: Length.help)
  var period: String

  @OptionGroup var options: PeriodOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let period = try ReportingPeriod(period, Length.length, today: session.today)
    let explanations = try options.explanations
    let areas = try options.areas.map { try session.areas($0) } ?? AreaLookup()
    let made = PeriodMaking(
      session: session, spans: Spans(period), areas: areas, report: report,
      parts: options.parts)
    if options.part { return try made.writePart() }
    let (figures, settled) = try made.figures()
    for words in figures.content.wrong {
      session.presenter.remark(Remark("the figures do not add up: \(named: words)"))
      session.status = 1
    }
    let known = session.knownUntil.map { Day(inLondonAt: $0) } ?? session.today
    try session.write(
      figures.map {
        PeriodReport($0, settled, on: known, explanations: explanations).report
      }, report)
  }
}

/// A length of period, and how the command for it is told of.
protocol ReportedLength {
  static var length: ReportingPeriod.Length { get }
  static var configuration: CommandConfiguration { get }
  static var help: ArgumentHelp { get }
}

enum ReportedMonth: ReportedLength {
  static let length = ReportingPeriod.Length.month
  static let help = ArgumentHelp("As 2026-10, last or this.", valueName: "month")
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "A month: who came, who waits, what was done, what it changed.",
    discussion: """
      Examples:
        carers report month last
        carers report month 2026-10 --format html -o october.html
        carers report month last --store north.sqlite --store south.sqlite
        carers refer import oakfield.csv --store - | carers report month this -

      One set of figures for children's services, adults' services and health, with what each answers \
      for, beside the month before, the same month last year and the year to date. Status 1: the \
      figures do not add up, and the report says where.
      """)
}

enum ReportedQuarter: ReportedLength {
  static let length = ReportingPeriod.Length.quarter
  static let help = ArgumentHelp("As 2026-Q3, last or this.", valueName: "quarter")
  static let configuration = CommandConfiguration(
    commandName: "quarter", abstract: "A quarter of the financial year, as month has it.",
    discussion: """
      Examples:
        carers report quarter last
        carers report quarter 2026-Q3 --format md

      2026-Q3 is October to December 2026: the year begins in April.
      """)
}

enum ReportedYear: ReportedLength {
  static let length = ReportingPeriod.Length.year
  static let help = ArgumentHelp("As 2026-27, last or this.", valueName: "year")
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "A financial year, as month has it.",
    discussion: """
      Examples:
        carers report year last
        carers report year 2026-27 --format md

      2026-27 is April 2026 to March 2027.
      """)
}

/// What the reports of a period take beside what every report takes.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A CSV with the columns postcode, ward and deprivation, one or both.", valueName: "file"),
    completion: .file())
  var areas: String?

  @Option(
    help: ArgumentHelp(
      "What the service says about a measure, by its code.", valueName: "measure=text"))
  var explain: [String] = []

  @Flag(help: "Write what these entries add to the figures, for a report that adds parts up.")
  var part = false

  @Option(help: ArgumentHelp("Of how many parts this must be the sum.", valueName: "count"))
  var parts: Int?
}

extension PeriodOptions {
  fileprivate var explanations: [(measure: Measure, text: String)] {
    get throws {
      try explain.map { given in
        guard let (code, text) = Answers.parted(given), let measure = Measure(rawValue: code) else {
          throw Problem(
            "explain", .usage, at: Place(file: "--explain"),
            "that is no measure and what is said about it",
            cure:
              "For example --explain referrals=\"two schools were shut\"; carers-report(1) lists the measures."
          )
        }
        return (measure, text)
      }
    }
  }
}

extension Session {
  /// Postcodes with their wards, from a file of the user's own.
  func areas(_ name: String) throws -> AreaLookup {
    let spool = try Spool(opening: name, world)
    let rows = try NamedRows.read(
      spool.source(), named: name, columns: ["postcode", "ward", "deprivation"],
      needed: "postcode")
    return rows.reduce(into: AreaLookup()) { areas, row in
      guard let postcode = row.values["postcode"] else { return }
      areas.add(
        postcode,
        AreaLookup.Area(ward: row.values["ward"], deprivation: row.values["deprivation"]))
    }
  }
}
