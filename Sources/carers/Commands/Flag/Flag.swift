import ArgumentParser

/// Safeguarding alarms: raised by anybody, answered by a named person, never taken back.
struct FlagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Raise, list and answer safeguarding flags.",
    discussion: """
      Examples:
        carers flag list
        carers flag raise YP-3CR9-H4NT-Y < worry.txt
        carers flag answer 000SGDKCXXWGYVGV4TK0TSW2V2 --by "R Shah" < done.txt

      A flag is never quiet: it stands until a named person says what was done, and carers undo does \
      not remove it.
      """,
    subcommands: [FlagList.self, FlagRaise.self, FlagAnswer.self])
}
