import ArgumentParser

/// The pathway's second act: finding out what caring means for a child.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Assess what caring means for a child.",
    discussion: """
      Examples:
        carers assess brief --answers brief.csv --rejects again.csv
        carers assess form --format html -o brief.html
        carers assess score answers.jsonl
        carers assess triage YP-7KQ4-M2DX-K
      """,
    subcommands: [
      AssessBrief.self, AssessForm.self, AssessList.self, AssessScore.self, AssessTold.self,
      AssessTriage.self,
      AssessNeeds.self,
      AssessTransition.self,
      AssessFinish.self,
      AssessAdult.self,
      AssessFamily.self,
      AssessWaiting.self,
      AssessOpenList.self,
      AssessCloseList.self,
    ])
}
