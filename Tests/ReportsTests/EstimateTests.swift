import GRDB
import Testing
import YoungCarers

@testable import Reports
@testable import Storage

@Suite("Identified and referred, beside the census")
struct EstimateTests {
  private static let urns = ["100001", "100005", "100011", "999999"]

  private func report(_ ledger: Ledger, _ period: ReportingPeriod) throws -> Report {
    var estimates = CensusEstimates()
    let places = Self.urns.map { CensusEstimates.Place.school(urn: $0) } + [.ward("North")]
    for place in places {
      let isFirst = estimates.add(.init(place, count: place == .ward("North") ? 90 : 40))
      let isAgain = estimates.add(.init(place, count: 1))
      #expect(isFirst && !isAgain)
    }
    var areas = AreaLookup()
    areas.add("LS1 1AA", AreaLookup.Area(ward: "North", deprivation: nil))
    areas.add("LS2 2BB", AreaLookup.Area(ward: "South", deprivation: nil))
    return try ledger.read { reader in
      let tables = EstimateTables(
        try reader.identified(areas), estimates, try reader.agencies(), heard: ["School 1"])
      return SourcesReport(
        try reader.figures(Counting(period)), [Service(.plain)], census: tables
      ).report
    }
  }

  /// By plain SQL: how many under 18 by a day, and how many of them a school, or anybody, referred.
  private static func counted(_ place: String, _ agencies: String, on day: String) -> String {
    func latest(_ column: String) -> String {
      """
      (SELECT \(column) FROM people AS other WHERE other.today = people.today
        AND \(column) IS NOT NULL ORDER BY day DESC, recorded DESC, id DESC LIMIT 1)
      """
    }
    return """
      WITH child AS (
        SELECT today AS child, min(day) AS known, \(latest("born")) AS born,
          lower(\(latest("school"))) AS school, \(latest("postcode")) AS postcode
        FROM people GROUP BY today HAVING max(role = 'young carer'))
      SELECT count(*) AS identified, coalesce(sum(EXISTS (
        SELECT 1 FROM referrals WHERE today = child AND day <= '\(day)' AND \(agencies))), 0) AS referred
      FROM child WHERE known <= '\(day)' AND \(place)
        AND (born IS NULL OR '\(day)' < date(born, '+18 years'))
      """
  }

  @Test("They are what plain SQL counts", arguments: ["2025-03", "2026-03"])
  func same(_ month: String) throws {
    let ledger = try Ledger(MadeService(children: 300, seed: 5).entries)
    let period = try ReportingPeriod(month, .month)
    let report = try report(ledger, period)
    let days = [period.last, period.yearBefore.last]
    for (table, label, place, agencies) in [
      ("census-school", "School 1", "school = 'school 1'", "lower(agency) = 'school 1'"),
      (
        "census-school", "School 5", "school IN ('school 5', 'school 13')",
        "lower(agency) IN ('school 5', 'school 13')"
      ),
      ("census-school", "School 11", "school = 'school 11'", "FALSE"),
      ("census-school", "URN 999999", "FALSE", "FALSE"),
      ("census-school", "Another school", "school = 'elsewhere'", "FALSE"),
      ("census-school", "Not known", "school IS NULL", "FALSE"),
      ("census-ward", "North", "postcode = 'LS1 1AA'", "TRUE"),
      ("census-ward", "Another ward", "postcode = 'LS2 2BB'", "TRUE"),
      ("census-ward", "Not known", "postcode IS NULL", "TRUE"),
      ("census-ward", "All", "TRUE", "TRUE"),
    ] {
      let cells = try #require(report.cells(table, label))
      for (slot, day) in days.enumerated() {
        let row = try ledger.sql {
          try Row.fetchOne(
            $0, sql: Self.counted(place, agencies, on: day.description))
        }
        for (column, name) in [(slot, "identified"), (slot + 2, "referred")] {
          guard case .count(let count) = cells[column] else {
            Issue.record("\(label)")
            continue
          }
          #expect(count.value == row?[name], "\(table) \(label) \(day) \(name)")
        }
      }
    }
    #expect(wrongSums(report).filter { $0.contains("identified") || $0.contains("census") } == [])
    #expect(report.cells("not-heard", "School 5", "100005") == [.number(40)])
    #expect(report.cells("not-heard", "School 1", "100001") == nil)
  }

  @Test("The public is shown no small number, and no way to one", arguments: [2, 3, 4] as [UInt64])
  func held(_ seed: UInt64) throws {
    let ledger = try Ledger(MadeService(children: 60, seed: seed).entries)
    let made = try report(ledger, ReportingPeriod("2025-10", .month))
    let shown = Release(made, for: .everybody).report
    for case .count(let count) in shown.cells { #expect(count.value == 0 || count.value >= 5) }
    #expect(shown.cells("census-ward", "North")?[4] == .number(90))
  }
}
