import ArgumentParser

/// The family group conference: offered, booked, prepared, held.
struct ConferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conference",
    abstract: "Offer, book, prepare and hold family group conferences.",
    discussion: """
      Examples:
        carers conference offer YC-7KQ4-M2DX-J --answer accepted --said-by family
        carers conference book YC-7KQ4-M2DX-J --at "fri 3.30pm" --coordinator "R Shah"
        carers conference ready YC-7KQ4-M2DX-J
        carers conference held YC-7KQ4-M2DX-J --attended - < names.txt

      The family chooses whom, where and when. ready says what is missing before the day; a named \
      person may override it, and the reason stays. held always records what happened.
      """,
    subcommands: [
      ConferenceOffer.self, ConferenceBook.self, ConferenceMove.self, ConferenceCancel.self,
      ConferenceInvite.self, ConferenceVisited.self, ConferenceReply.self, ConferenceExclude.self,
      ConferenceAdvocate.self, ConferenceConcerns.self, ConferenceQuestion.self,
      ConferenceReady.self, ConferenceHeld.self, ConferenceList.self, ConferenceICS.self,
      ConferenceLetterCommand.self,
    ])
}
