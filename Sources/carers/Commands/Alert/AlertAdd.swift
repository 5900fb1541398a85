import ArgumentParser
import Storage
import YoungCarers

/// Writes an alert.
struct AlertAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down what keeps a person, or a family, safe.",
    discussion: """
      Examples:
        carers alert add YC-7KQ4-M2DX-J --what "worker safety" < why.txt
        carers alert YP-3CR9-H4NT-Y --what "must not see" --whom father < why.txt

      The alerts are worker safety, no contact, must not see, safe contact, safe address, interpreter \
      and bereavement. What to do comes from standard input, from a question at a terminal, or from \
      --text, which others on this machine can see while the command runs.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("What the alert is.", valueName: "alert"))
  var what: String?

  @Option(help: ArgumentHelp("What to do; - is standard input.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("Who must not see, or must not be met.", valueName: "whom"))
  var whom: String?

  @Option(help: ArgumentHelp("The first day it holds.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day it holds.", valueName: "date"))
  var ends: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    var alert = Alert()
    alert.what = Alert.What(
      rawValue: try session.choice(
        what, of: Alert.What.known.map(\.rawValue), "Alert", option: "--what"))
    alert.text = try session.words(text, "What to do", option: "--text", operands: about.files)
    alert.whom = try session.optional(whom)
    alert.starts = try starts.map { try session.day($0, "--starts") }
    alert.ends = try ends.map { try session.day($0, "--ends") }
    alert.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, _ in
      alert
    } _: { alert in
      let until = alert.ends.map { "until \($0.spoken)" } ?? "until it is ended"
      let isOpen = alert.what == .mustNotSee && alert.whom == nil
      return ["Alert: \(alert.what.rawValue), \(until)."]
        + (isOpen ? ["It names nobody, so nobody is sent anything: --whom says who."] : [])
    }
  }
}
