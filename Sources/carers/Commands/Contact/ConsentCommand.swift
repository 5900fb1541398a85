import ArgumentParser
import Storage
import YoungCarers

/// Writes down who agreed, refused or withdrew; or asks what may be shared.
struct ConsentCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Write down who agreed to share what, and ask what may be.",
    discussion: """
      Examples:
        carers consent YP-3CR9-H4NT-Y --answer agreed --giver child
        carers consent YP-3CR9-H4NT-Y --answer refused --giver parent --what diagnosis
        carers consent YP-3CR9-H4NT-Y --may --what needs --agency "Ward 7"

      The answers are agreed, refused, withdrawn and not asked. Want of consent never stops a referral \
      or a screen: it stops what goes out. A refusal beats an older agreement, and a cared-for adult's \
      diagnosis needs that adult's own (--giver "cared-for adult"). With --may nothing is written: \
      status 77 where it may not be shared.
      """)

  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("What was answered.", valueName: "answer"))
  var answer: String?

  @Option(help: ArgumentHelp("Who answered: child, parent, cared-for adult…", valueName: "who"))
  var giver: String?

  @Option(help: ArgumentHelp("What may be shared, separated by ;.", valueName: "a;b"))
  var what: String?

  @Option(help: ArgumentHelp("With whom; it may be given several times.", valueName: "name"))
  var agency: [String] = []

  @Option(help: ArgumentHelp("How they were asked.", valueName: "how"))
  var how: String?

  @Option(help: ArgumentHelp("Whether and how they can decide.", valueName: "text"))
  var competence: String?

  @Option(help: ArgumentHelp("Why, in their words; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("The last day it holds.", valueName: "date"))
  var ends: String?

  @Flag(help: "Write nothing: say whether it may be shared with the agency.")
  var may = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    if may { return try ask(entries, subject, session) }
    var consent = Consent()
    consent.answer = Consent.Answer(
      rawValue: try session.choice(
        answer, of: Consent.Answer.known.map(\.rawValue), "Answer", option: "--answer"))
    consent.giver = try session.optional(giver)
    if consent.giver == nil {
      consent.giver = try session.asking.ask("Who answered", option: "--giver")
    }
    consent.agencies = agency
    consent.because = try session.optional(because)
    consent.competence = try session.optional(competence)
    consent.ends = try ends.map { try session.day($0, "--ends") }
    consent.how = try session.optional(how)
    consent.person = subject.ifPerson
    consent.what = session.several(what)
    try about.write(about: subject, to: entries, session) { _, _ in
      consent
    } _: { consent in
      [
        "Consent: \(consent.answer.rawValue), \((consent.ends.map { "until \($0.spoken)" } ?? "until it changes"))."
      ]
    }
  }

  private func ask(_ entries: Entries, _ subject: ID, _ session: Session) throws {
    guard let person = subject.ifPerson, agency.count == 1, let agency = agency.first,
      let what, session.several(what).count == 1
    else {
      throw Problem(
        "may-what", .usage, "--may needs a person's id, one --what and one --agency",
        cure: "For example --may --what needs --agency \"Ward 7\".")
    }
    let sharing = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.caseFile(person).sharing(
        what, about: person, with: agency, among: reader.agencies(), on: session.today)
    }
    let entry = sharing.content.entry
    guard sharing.content.isAllowed else {
      throw Problem(
        "not-shared", .notAllowed,
        "that about \(person) may not be shared with \(named: agency): \(named: sharing.content.reason.rawValue)\(named: entry.map { " (\($0.text))" } ?? "")",
        cure:
          "Ask, and write the answer down: carers consent. To share all the same, somebody decides: carers decide."
      )
    }
    try session.writeText(
      sharing.map {
        "It may be shared: \($0.reason.rawValue)\(entry.map { " (\($0.text))" } ?? "").\n"
      })
  }
}
