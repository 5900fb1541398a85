import ArgumentParser
import Storage
import YoungCarers

/// Writes down what a manager decided.
struct Decide: Command {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Write down a manager's decision, and why.",
    discussion: """
      Examples:
        carers decide YC-7KQ4-M2DX-J --what supervision --by "M Osei" < notes.txt
        carers decide YP-3CR9-H4NT-Y --what "not shared" --agency "Ward 7" < why.txt

      It is about an entry, a person or a case. The decisions are authorised, supervision, override, \
      departure, not shared, shared without consent and cover. Sharing without consent names the \
      agency and, as its reason, the lawful basis. The reason comes from standard input, from a \
      question at a terminal, or from --because, which others on this machine can see.
      """)

  @Argument(help: ArgumentHelp("The entry, the person or the case.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("What was decided.", valueName: "decision"))
  var what: String?

  @Option(help: ArgumentHelp("Who decided; you, unless said.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("The rule or the step that was overridden.", valueName: "rule"))
  var rule: String?

  @Option(help: ArgumentHelp("The agency that it is, or is not, shared with.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("When it was decided.", valueName: "date"))
  var day: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let about = try session.whole(id, entries)
    let what = ManagersDecision.What(
      rawValue: try session.choice(
        what, of: ManagersDecision.What.known.map(\.rawValue), "Decision", option: "--what"))
    if what == .shared, agency?.nilIfEmpty == nil {
      throw Problem(
        "decision-agency", .usage, "sharing without consent needs --agency",
        cure: "Say with whom; the reason is the lawful basis.")
    }
    let why = try session.words(because, "Why", option: "--because", operands: files)
    let decider = try session.optional(by) ?? session.actor.name
    let when = try day.map { try session.day($0, "--day") }
    try session.change(entries, filter) { writer in
      let subject = about.shape == nil ? try writer.reader.entry(about)?.subject : nil
      var decision = ManagersDecision()
      let person = about.ifPerson ?? subject?.person
      let filed = about.shape == nil ? person ?? subject?.family : about
      decision.header =
        try filed.map { try writer.header(about: $0) } ?? writer.header(family: nil)
      decision.header.day = when ?? session.today
      decision.about = about.shape == nil ? about : nil
      decision.because = why
      decision.decider = decider
      decision.person = person
      decision.rule = agency ?? rule
      decision.what = what
      try writer.append(.decision(decision))
      return ["Decided by \(decider): \(what.rawValue)."]
    }
  }
}
