import ArgumentParser

/// Figures about many families.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Figures about many families, and what of them may be shown.",
    discussion: """
      Examples:
        carers report month last --format html -o october.html
        carers report quarter 2026-Q3
        carers report outcomes --starts 1/4/2026 --ends 31/3/2027
        carers report check outcomes.csv
      """,
    subcommands: [
      ReportPeriod<ReportedMonth>.self, ReportPeriod<ReportedQuarter>.self,
      ReportPeriod<ReportedYear>.self, ReportWaiting.self,
      ReportOutcomes.self, ReportTimeliness.self, ReportSources.self, ReportCaseload.self,
      ReportOverdue.self, ReportGaps.self, ReportCensus.self, ReportAnnexA.self,
      ReportCheck.self, ReportPublished.self,
    ])
}
