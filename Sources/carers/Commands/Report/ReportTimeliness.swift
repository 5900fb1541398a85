import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// How long referrals waited for an assessment.
struct ReportTimeliness: ReportOfServices {
  static let configuration = CommandConfiguration(
    commandName: "timeliness",
    abstract: "How long referrals waited for an assessment, by agency, month or year group.",
    discussion: """
      Examples:
        carers report timeliness last
        carers report timeliness --starts 1/4/2024 --ends 31/3/2027 --by month
        carers report timeliness 2026-27 --by agency,month,year --rows -o waits.csv
        carers report timeliness last --store north.sqlite --store south.sqlite

      How many referrals there were, how many are not yet assessed, and of the others the middle wait, \
      exact. Each referral is counted to the first assessment of the child that was finished since.
      """)

  @Argument(
    help: ArgumentHelp("As 2026-10, 2026-Q3, 2026-27, last or this.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("The first day of the referrals.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day of the referrals.", valueName: "date"))
  var ends: String?

  @Option(help: ArgumentHelp("One or several of agency, month, year.", valueName: "a,b"))
  var by: String = "agency"

  @Flag(help: "CSV with a row for each group, true counts, for --audience contract.")
  var rows = false

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let by = try dimensions
    let (days, code) = try days(session)
    let services = try session.wholeServices(report)
    for one in services { try one.store.prepareWaited() }
    let found = try session.read(services) {
      TimelinessReport(
        try OfServices(of: $0, days, session.act), by: by, days, code: code,
        services.map(\.service))
    }
    if rows { return try write(found, session) }
    let made = found.map(\.report)
    guard made.content.tables[0].rows.count <= TimelinessReport.most else {
      throw Problem(
        "groups-many", .usage, at: Place(file: "--by"),
        "that is \(made.content.tables[0].rows.count) groups, more than anybody reads",
        cure: "Tell apart by less; or take all as data: --rows --audience contract.")
    }
    try session.write(made, report)
  }

  private func write(_ found: Disclosed<TimelinessReport>, _ session: Session) throws {
    guard report.release.audience == .contract else {
      throw Problem(
        "rows-public", .usage, at: Place(file: "--rows"), "the rows have true counts",
        cure: "Give --audience contract and whom they are for; or leave --rows away.")
    }
    try report.release.proveRecipients()
    try session.writeRows(found, report) { report, write in try report.rows(write) }
  }

  private var dimensions: [Timeliness.By] {
    get throws {
      try by.split(separator: ",").map { word in
        guard let one = Timeliness.By(rawValue: Text.folded(String(word))) else {
          throw Problem(
            "by", .usage, at: Place(file: "--by"), "that is nothing to tell referrals apart by",
            cure: "One or several of agency, month and year.")
        }
        return one
      }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  private func days(_ session: Session) throws -> (ClosedRange<Day>, String) {
    if let period {
      guard starts == nil, ends == nil else {
        throw Problem(
          "period-twice", .usage, "a period and --starts or --ends say the same thing twice",
          cure: "Give one of them.")
      }
      let one = try ReportingPeriod(any: period, today: session.today)
      return (one.days, one.code)
    }
    let first = try starts.map { try session.day($0, "--starts") } ?? Day(number: 0)
    let last = try ends.map { try session.day($0, "--ends") } ?? session.today
    guard first <= last else {
      throw Problem(
        "period-backwards", .usage, at: Place(file: "--ends"), "the period ends before it starts",
        cure: "Give the first and the last day of the period.")
    }
    return (first...last, "\(first) to \(last)")
  }
}
