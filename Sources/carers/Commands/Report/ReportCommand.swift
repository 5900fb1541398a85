import ArgumentParser

/// Figures about many families.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Figures about many families, and what of them may be shown.",
    discussion: """
      Examples:
        carers report outcomes --starts 1/4/2026 --ends 31/3/2027
        carers report outcomes --audience contract --for "Bolton Council"
        carers report check outcomes.csv
      """,
    subcommands: [ReportOutcomes.self, ReportCheck.self, ReportPublished.self])
}
