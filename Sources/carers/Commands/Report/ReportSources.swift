import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// Which agencies refer children.
struct ReportSources: Command {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Which agencies refer children, and who is not heard from.",
    discussion: """
      Examples:
        carers report sources last
        carers report sources 2026-Q3 --format html -o sources.html
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

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let period = try ReportingPeriod(any: period, today: session.today)
    let estimates = try estimates.map { try session.estimates($0) }
    let areas = try areas.map { try session.areas($0) } ?? AreaLookup()
    guard !areas.isEmpty || !(estimates?.hasWards ?? false) else {
      throw Problem(
        "areas-missing", .usage, at: Place(file: "--estimates"),
        "there are estimates of wards, and nothing says which postcode lies in which",
        cure: "Give --areas, a CSV with the columns postcode and ward.")
    }
    let entries = try session.whole(report)
    let service = try session.service(entries.store)
    let counting = try Counting(Spans(period), service, instruments: session.instruments([]))
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      let agencies = try reader.agencies()
      let census = try estimates.map { estimates in
        let year = period.last.adding(months: -12) + 1
        let heard = try reader.schoolsHeard(year...period.last).filter { $0.heard != nil }
        return EstimateTables(
          try reader.identified(areas), estimates, agencies, heard: Set(heard.map(\.agency.name)))
      }
      return SourcesReport(
        try reader.figures(counting), agencies, service: service.text(.nameService),
        census: census)
    }
    try session.write(found.map(\.report), report)
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
