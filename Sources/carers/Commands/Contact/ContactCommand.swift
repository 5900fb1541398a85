import ArgumentParser
import Storage
import YoungCarers

/// Writes down a visit, a call or a session.
struct ContactCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Write down a visit, a call or a session.",
    discussion: """
      Examples:
        carers contact YP-3CR9-H4NT-Y --purpose visit --alone --words - < words.txt
        carers contact YC-7KQ4-M2DX-J --purpose session --not-brought --next +2w

      --words holds what the child said, in the child's own words. Others on this machine can see \
      options while the command runs: - reads one of them from standard input.
      """)

  @OptionGroup var about: AboutArguments

  @Option(
    help: ArgumentHelp("Visit, session, waiting, or what the service says.", valueName: "what"))
  var purpose: String?

  @Option(name: .customLong("with"), help: ArgumentHelp("With whom.", valueName: "whom"))
  var whom: String?

  @Option(help: ArgumentHelp("Their agency, where it was a professional.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("In person, telephone, video, letter…", valueName: "how"))
  var how: String?

  @Flag(inversion: .prefixedNo, help: "Whether the child was seen.")
  var seen: Bool?

  @Flag(help: "The child was seen alone.")
  var alone = false

  @Flag(name: .customLong("not-brought"), help: "The child was not brought.")
  var notBrought = false

  @Option(help: ArgumentHelp("In the child's own words; - is standard input.", valueName: "text"))
  var words: String?

  @Option(help: ArgumentHelp("What happened; - is standard input.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("The day of the next contact.", valueName: "date"))
  var next: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if alone && seen == false || notBrought && (alone || seen == true) {
      throw Problem(
        "contact-seen", .usage, "the child cannot have been seen and not have been there",
        cure: "Leave out --alone and --seen, or --no-seen and --not-brought.")
    }
    let (entries, subject) = try about.open(session)
    var contact = Contact()
    let given = try purpose ?? session.asking.ask("What for (visit, session…)", option: "--purpose")
    contact.purpose = Contact.Purpose(rawValue: given ?? Contact.Purpose.visit.rawValue)
    contact.whom = try session.optional(whom)
    contact.agency = try session.optional(agency)
    contact.how = try session.optional(how)
    contact.childSeen = alone ? true : notBrought ? false : seen
    contact.seenAlone = alone ? true : nil
    contact.notBrought = notBrought ? true : nil
    contact.words = try session.optional(words)
    contact.text = try session.optional(text)
    if contact.text == nil, session.asking.isPossible {
      contact.text = try session.asking.ask("What happened (Enter for nothing)", option: "--text")
    }
    contact.nextDay = try next.map { try session.day($0, "--next") }
    contact.person = subject.ifPerson
    try about.write(about: subject, to: entries, session) { _, _ in
      contact
    } _: { contact in
      ["Written down: \(contact.purpose.rawValue), \(contact.header.day.spoken)."]
        + (contact.nextDay.map { ["Next on \($0.spoken)."] } ?? [])
    }
  }
}
