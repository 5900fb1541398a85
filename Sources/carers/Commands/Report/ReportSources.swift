import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// Which agencies refer children.
struct ReportSources: ReportOfServices {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Which agencies refer children, and who is not heard from.",
    discussion: """
      Examples:
        carers report sources last
        carers report sources 2026-Q3 --format html -o sources.html
        carers report sources last --store north.sqlite --store south.sqlite
        carers report sources 2026-27 --estimates census.csv --areas postcodes.csv

      Referrals and new children of each agency in a month, a quarter or a year, beside the one before, \
      the same a year before and the year to date. Agencies of the service stand in it also with none. \
      With --estimates it says how many young carers are identified and referred, beside what a census \
      leads one to expect of a school or a ward, and the schools we have not heard from.
      """)

  @Argument(
    help: ArgumentHelp("As 2026-10, 2026-Q3, 2026-27, last or this.", valueName: "period"))
  var period: String

  @Option(
    help: ArgumentHelp(
      "A CSV with the columns urn or ward, estimate, name and year.", valueName: "file"),
    completion: .file())
  var estimates: String?

  @Option(
    help: ArgumentHelp("A CSV with the columns postcode and ward.", valueName: "file"),
    completion: .file())
  var areas: String?

  @Option(help: ArgumentHelp("Of how many parts this must be the sum.", valueName: "count"))
  var parts: Int?

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let period = try ReportingPeriod(any: period, today: session.today)
    if let estimates {
      return try session.write(beside(session.estimates(estimates), period, session), report)
    }
    let made = PeriodMaking(
      session: session, spans: Spans(period), areas: AreaLookup(), report: report, parts: parts)
    let (figures, settled) = try made.figures()
    try session.write(figures.map { SourcesReport($0, settled).report }, report)
  }

  /// One service, beside what a census leads one to expect in its area.
  private func beside(
    _ estimates: CensusEstimates, _ period: ReportingPeriod, _ session: Session
  ) throws -> Disclosed<Report> {
    guard session.options.stores.count < 2 else {
      throw Problem(
        "estimates-several", .usage, at: Place(file: "--estimates"),
        "a census is set beside one service at a time", cure: "Give one --store.")
    }
    let areas = try areas.map { try session.areas($0) } ?? AreaLookup()
    guard !areas.isEmpty || !estimates.hasWards else {
      throw Problem(
        "areas-missing", .usage, at: Place(file: "--estimates"),
        "there are estimates of wards, and nothing says which postcode lies in which",
        cure: "Give --areas, a CSV with the columns postcode and ward.")
    }
    let kept = try session.wholeServices(report)[0]
    let counting = try Counting(Spans(period), kept.service, instruments: session.instruments([]))
    return try kept.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      let year = period.last.adding(months: -12) + 1
      let heard = try reader.schoolsHeard(year...period.last).filter { $0.heard != nil }
      let census = EstimateTables(
        try reader.identified(areas), estimates, try reader.agencies(),
        heard: Set(heard.map(\.agency.name)))
      return SourcesReport(try reader.figures(counting), [kept.service], census: census).report
    }
  }
}

extension Session {
  /// What a census leads one to expect, from a file of the user's own.
  fileprivate func estimates(_ name: String) throws -> CensusEstimates {
    let spool = try Spool(opening: name, world)
    let rows = try NamedRows.read(
      spool.source(), named: spool.name, columns: ["urn", "ward", "name", "estimate", "year"],
      needed: "estimate")
    return try rows.reduce(into: CensusEstimates()) { estimates, row in
      func problem(_ code: String, _ text: Sentence, cure: Sentence) -> Problem {
        Problem(code, .data, at: Place(file: spool.name, line: row.line), text, cure: cure)
      }
      let place: CensusEstimates.Place
      switch (row.values["urn"], row.values["ward"]) {
      case (let urn?, nil): place = .school(urn: urn)
      case (nil, let ward?): place = .ward(ward)
      default:
        throw problem(
          "estimate-place", "an estimate is of a school or of a ward",
          cure: "Give the urn or the ward, and leave the other empty.")
      }
      guard let count = row.values["estimate"].flatMap({ Int($0) }), count >= 0 else {
        throw problem(
          "estimate-count", "the estimate is not a whole number", cure: "Write it as 34.")
      }
      guard
        estimates.add(
          .init(place, name: row.values["name"], count: count, year: row.values["year"]))
      else {
        throw problem(
          "estimate-twice", "the place has an estimate already", cure: "Keep one of the two.")
      }
    }
  }
}
