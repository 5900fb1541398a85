import ArgumentParser
import Storage
import YoungCarers

/// Writes down the concerns to talk about, and that they were sent.
struct ConferenceConcerns: Command {
  static let configuration = CommandConfiguration(
    commandName: "concerns", abstract: "Write down the concerns agreed, and that they were sent.",
    discussion: """
      Examples:
        carers conference concerns YC-7KQ4-M2DX-J --agreed - < concerns.txt
        carers conference concerns YC-7KQ4-M2DX-J --sent --day 27/11/2026

      They are agreed with the family, and sent to those who come before the day. In a file each \
      concern has a line.
      """)

  @OptionGroup var about: AboutArguments

  @Option(
    help: ArgumentHelp("The concerns, separated by ;; - is standard input.", valueName: "a;b"))
  var agreed: String?

  @Flag(help: "They were sent to those who come.")
  var sent = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let concerns = try session.names(agreed)
    guard !concerns.isEmpty || sent else {
      throw Problem(
        "concerns-none", .usage, "this needs --agreed, or --sent",
        cure: "For example --agreed - and a file with a concern on each line.")
    }
    try about.atConference(session) { desk in
      let conference = try desk.replace(desk.conference) { conference in
        if !concerns.isEmpty { conference.concerns = concerns }
        if sent { conference.concernsSent = try session.past(desk.day, "nothing can be sent") }
      }
      if sent && conference.concerns.isEmpty {
        throw Problem(
          "concerns-none", .usage, "no concerns are agreed that could be sent",
          cure: "--agreed says which.")
      }
      let count = conference.concerns.count
      return [
        "\(count) \(count == 1 ? "concern" : "concerns") agreed"
          + (conference.concernsSent.map { ", sent \($0.spoken)." } ?? ", not yet sent.")
      ]
    }
  }
}
