import ArgumentParser
import Storage
import YoungCarers

/// Checks a store.
struct Check: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that a store is as it was written: seals, journal, identity.",
    discussion: """
      Examples:
        carers check --store leeds.sqlite
        carers check --store cases/ || echo "look at it"

      Status 1 where anything is found. It mends nothing.
      """)

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries()
    let findings = try Verification.findings(entries.store)
    for finding in findings.prefix(100) {
      try session.insist("carers: \(finding.says.text(value: ""))")
    }
    if findings.count > 100 { try session.insist("carers: and \(findings.count - 100) more") }
    if !findings.isEmpty {
      session.status = 1
      return
    }
    let journal = try entries.store.read(
      as: session.actor, for: .check, at: session.world.clock()
    ) { try $0.journal() }.content
    let head = journal.last?.digestText.prefix(16) ?? "none"
    try session.say(
      "All is as it was written: \(journal.count) command\(journal.count == 1 ? "" : "s"), head \(head)."
    )
  }
}
