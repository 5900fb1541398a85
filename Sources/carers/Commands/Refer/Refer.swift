import ArgumentParser

/// The pathway's first act: taking contacts in, and knowing who they are about.
struct Refer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refer", abstract: "Take referrals in, and say who they are about.",
    discussion: """
      Examples:
        carers refer columns oakfield.csv
        carers refer import oakfield.csv --rejects oakfield-rejects.csv
        carers refer queue
      """,
    subcommands: [
      ReferImport.self, ReferColumns.self, ReferAdd.self, ReferList.self, ReferScreen.self,
      ReferAccept.self, ReferDecline.self, ReferSignpost.self, ReferAcknowledge.self,
      ReferTold.self, ReferConsult.self, ReferConsultations.self, ReferQueue.self,
      ReferSame.self, ReferDifferent.self,
    ])
}
