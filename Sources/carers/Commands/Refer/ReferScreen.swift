import ArgumentParser
import Storage
import YoungCarers

/// Writes down the safeguarding screen.
struct ReferScreen: Command {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Write down the result of the safeguarding screen.",
    discussion: """
      Examples:
        carers refer screen YC-7KQ4-M2DX-J --result clear
        carers refer screen YP-3CR9-H4NT-Y --result s47 --front-door "T Moss, MASH"
        carers refer screen YP-3CR9-H4NT-Y --result advice --step down
        carers refer list --unscreened | carers refer screen - --result clear

      The results are clear, advice, more information, open to social care, s17 and s47. Every \
      referral is screened anew, a known child's too. s17 and s47 go to the front door the same day: \
      where nobody there was told, the result is kept and a flag is raised.
      """)

  enum Stepping: String, Choice { case up, down }

  @Argument(
    help: ArgumentHelp(
      "A child's id, or a case's for all its children who wait; - takes references or entries.",
      valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("What came of it.", valueName: "result"))
  var result: String?

  @Option(help: ArgumentHelp("The referral or assessment that was screened.", valueName: "id"))
  var about: String?

  @Option(help: "Up to social care, or down from it.")
  var step: Stepping?

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Whose case it is at social care.", valueName: "name"))
  var whose: String?

  @Option(
    name: .customLong("front-door"),
    help: ArgumentHelp("Who at the front door was told of a concern.", valueName: "whom"))
  var frontDoor: String?

  @Option(help: ArgumentHelp("The day the referrer was told.", valueName: "date"))
  var told: String?

  @Option(help: ArgumentHelp("Who screened, where it was not this service.", valueName: "who"))
  var by: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let isBatch = id == "-"
    let entries = try session.entries(isBatch ? ["-"] + files : files, partial: filter.partial)
    let subject = isBatch ? nil : try session.whole(id, entries)
    let about = try about.map { try session.whole($0, entries) }
    let screening = try asked(session, try session.service(entries.store))
    var raised: [SafeguardingFlag] = []
    try session.change(entries, filter) { writer in
      let turns = ScreeningTurns(entries, writer.reader)
      let (due, spared) =
        try subject.map { (try turns.of($0, about: about), 0) }
        ?? turns.named(sparing: screening.result.letsGoOn)
      for turn in due {
        var screen = screening
        screen.header = try writer.header(about: turn.child)
        screen.person = turn.child.ifPerson
        screen.about = turn.about
        try writer.append(.screening(screen))
        if screen.result.isConcern, screen.frontDoor == nil {
          raised.append(
            try writer.raise(
              "safeguarding: \(screen.result.rawValue), and the front door has not been told",
              about: screen.header.id, person: turn.child))
        }
      }
      if due.isEmpty || spared > 0 { session.status = 1 }
      let left =
        spared == 0
        ? []
        : [
          "\(spared) left to be screened one by one: an alarm that nobody has answered (carers flag list)."
        ]
      return
        (due.isEmpty
        ? ["Nobody there waits for the screen."] : sentences(screening, due.count)) + left
    }
    try session.tell(raised)
  }

  /// What was said, and at a terminal what nobody has said yet. None of it holds up the screen.
  private func asked(_ session: Session, _ service: Service) throws -> Screening {
    var screening = Screening()
    screening.result = Screening.Result(
      rawValue: try session.choice(
        result, of: Screening.Result.known.map(\.rawValue), "Result", option: "--result"))
    screening.because = try session.optional(because)
    screening.whose = try session.optional(whose)
    screening.frontDoor = try session.optional(frontDoor)
    let isAsked = session.asking.isPossible
    if screening.result.isConcern, screening.frontDoor == nil, isAsked {
      screening.frontDoor = try session.asking.ask(
        "Who at the front door was told (Enter where nobody yet)", option: "--front-door")
    }
    if screening.result == .open, screening.whose == nil, isAsked {
      screening.whose = try session.asking.ask("Whose case is it there", option: "--whose")
    }
    screening.step = step?.rawValue
    screening.told = try told.map { try session.day($0, "--told") }
    let screener = try session.optional(by) ?? service.text(.screener)
    screening.screener = screener.isEmpty ? nil : screener
    return screening
  }

  private func sentences(_ screening: Screening, _ count: Int) -> [String] {
    let who = screening.screener.map { ", by \($0)" } ?? ""
    let children = count == 1 ? "1 child" : "\(count) children"
    var lines = ["Screened: \(children), \(screening.result.rawValue)\(who)."]
    if screening.result.isConcern, let whom = screening.frontDoor {
      lines.append("The front door was told: \(whom).")
    }
    if screening.told == nil {
      lines.append("The referrer is to be told: carers refer told.")
    }
    return lines
  }
}
