import ArgumentParser

/// The partners who refer, and what was agreed with them.
struct AgencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agency", abstract: "Keep the agencies, what they agreed, and what they send.",
    discussion: """
      Examples:
        carers agency add "Oakfield Academy" --kind school --signed 1/9/2026
        carers agency import agencies.csv
        carers agency show "Oakfield Academy"
        carers agency check

      Agencies are known by their name or an alias, however it is written. What a referral lacks of \
      what its agency agreed is told and never a reason to refuse it.
      """,
    subcommands: [
      AgencyAdd.self, AgencyImport.self, AgencyList.self, AgencyShow.self, AgencyCheck.self,
    ])
}
