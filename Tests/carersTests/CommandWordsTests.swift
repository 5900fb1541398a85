import ArgumentParser
import Testing

@testable import carers

@Suite("The words that name a command")
struct CommandWordsTests {
  @Test("Every first word of the help names the command that is called so")
  func firstWords() {
    let words = CommandWords.firstWords.flatMap(\.1)
    #expect(CommandWords.groups.flatMap(\.subcommands).map { $0._commandName } == words)
  }

  @Test(
    "A command is named by the words that lead to it, and what it is given is no part of its name",
    arguments: [
      (["refer", "import", "next.csv"], "refer import"),
      (["plan", "action", "add"], "plan action add"),
      (["next", "--lead", "show"], "next"), (["refer", "--store", "x", "list"], "refer"),
      (["imprt"], ""), ([], ""),
    ])
  func names(_ words: [String], name: String) {
    #expect(CommandWords(words).name == name)
  }

  @Test(
    "Help says the whole of what is typed, however deep the command stands",
    arguments: [["next"], ["conference", "book"], ["plan", "action", "add"]])
  func help(_ words: [String]) throws {
    let help = try #require(throws: (any Error).self) {
      var asked = try CommandWords(words + ["--help"]).parsed()
      try asked.run()
    }
    #expect(
      Carers.fullMessage(for: help).contains("USAGE: carers \(words.joined(separator: " ")) "))
  }

  @Test("A slip is told with the word that it is near to")
  func slip() {
    #expect(CommandWords(["refer", "imprt"]).slip?.contains("import") == true)
    #expect(CommandWords(["refer", "import", "x.csv"]).slip == nil)
  }
}
