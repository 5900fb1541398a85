import ArgumentParser

/// What keeps people safe, until when.
struct AlertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alert", abstract: "Write down, list and end what keeps people safe.",
    discussion: """
      Examples:
        carers alert YC-7KQ4-M2DX-J --what "worker safety" < why.txt
        carers alert list
        carers alert end 000SGDKCXXWGYVGV4TK0TSW2V2

      An alert is shown before anything else, and everything that goes out obeys it.
      """, subcommands: [AlertAdd.self, AlertList.self, AlertEnd.self],
    defaultSubcommand: AlertAdd.self)
}
