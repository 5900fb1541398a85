import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Takes brief assessments, whichever setting made them.
struct AssessBrief: Command {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Take the brief assessments that any setting makes.",
    discussion: """
      Examples:
        carers assess brief YP-Y4D6-MDM9-N
        carers assess brief YP-Y4D6-MDM9-N --answers - < answers.txt
        carers assess brief --answers brief.csv --rejects again.csv
        carers refer import a.csv --store - | carers assess brief --answers b.csv -

      Of one child the answers are words item=value, lines of them, or asked for at a terminal; of \
      many they are a CSV, whose rows find their child as referrals do, or JSON, an object a line. \
      Options and words can be seen by others while the command runs. See carers-assess(1).
      """)

  @Argument(
    help: ArgumentHelp(
      "The child's id, answers item=value, and streams of entries; - is standard input.",
      valueName: "word"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "Answers: CSV, JSON lines, or lines item=value of the child named; - is standard input.",
      valueName: "file"), completion: .file())
  var answers: String?

  @Option(
    help: ArgumentHelp("Where rows that are not believed go.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(help: "Keep nothing where any row is rejected.")
  var strict = false

  @Flag(help: "Take in a child whom nobody knows, as a referral by that setting.")
  var add = false

  @Flag(help: "Keep it though needed items are not answered: it is not finished.")
  var unfinished = false

  @Flag(help: "Of one child, ask again what was answered in the last year.")
  var again = false

  @Option(help: ArgumentHelp("When it was made, where rows do not say.", valueName: "date"))
  var day: String?

  @Option(help: ArgumentHelp("Who made it, where rows do not say.", valueName: "name"))
  var assessor: String?

  @OptionGroup var sheet: SheetOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let said = BriefWords(words)
    try said.prove(answers: answers, begins: add, session)
    let entries =
      try add && said.files.isEmpty
      ? session.destination(nil, partial: filter.partial)
      : session.entries(said.files, partial: filter.partial)
    let service = try session.service(entries.store)
    let forms = try BriefForms(service, session)
    let profile = try sheet.sheetProfile(session, further: forms.further)
    let brief = BriefSetting(
      forms: forms, agency: profile.agency, agencyKind: profile.agencyKind, assessor: assessor,
      day: try day.map { try session.day($0, "--day") }, unfinished: unfinished,
      today: session.today)
    if let child = said.child {
      try one(child, said.items, brief, entries, session)
    } else {
      guard let answers else { throw Self.nothing }
      try session.take(
        Spool(opening: answers, session.world), of: brief, into: entries, profile,
        ImportOptions(
          rejects: rejects, strict: strict, filter: filter, agency: profile.agency,
          agencyKind: profile.agencyKind, again: "carers assess brief --answers"), add: add)
    }
  }

  private static var nothing: Problem {
    Problem(
      "answers-missing", .usage, "this needs a child or --answers",
      cure: "Give the child's id, or a file of answers: see carers-assess(1).")
  }

  private func one(
    _ typed: String, _ items: [String], _ brief: BriefSetting, _ entries: Entries,
    _ session: Session
  ) throws {
    let child = try session.child(typed, entries)
    var given = BriefAnswers(brief)
    for (place, item) in items.enumerated() {
      try given.take(line: item, at: Place(file: "the words", line: place + 1))
    }
    if let answers { try given.take(Spool(opening: answers, session.world)) }
    let known = try again ? [] : session.answered(child, entries, on: brief.day)
    if answers == nil, session.asking.isPossible {
      try given.ask(session, all: items.isEmpty, known: known)
    }
    let assessment = try brief.assessment(given.answers, of: child) { known }
    var flags: [SafeguardingFlag] = []
    try session.change(entries, filter) { writer in
      let kept = try writer.take(assessment, brief.forms.alarms)
      flags = kept.flags
      for remark in kept.remarks { session.presenter.remark(Remark(remark)) }
      let count = given.answers.codes.count
      let outcome = kept.outcome.map { ": \($0)" } ?? ""
      return [
        "\(brief.forms.form.title) kept, \(count) answers\(outcome)."
          + (assessment.finished == nil ? " It is not finished." : "")
      ]
    }
    try session.tell(flags)
  }
}

extension Session {
  /// The items that somebody answered for a child in the year before.
  fileprivate func answered(_ child: ID, _ entries: Entries, on day: Day?) throws -> Set<String> {
    try entries.store.read(as: actor, for: .casework, at: world.clock()) { reader in
      try reader.caseFile(child).answeredItems(of: child, on: day ?? today)
    }.content
  }
}

/// The words of the command: whose it is, what is answered, and where entries come from.
struct BriefWords {
  private(set) var child: String?
  private(set) var items: [String] = []
  private(set) var files: [String] = []

  init(_ words: [String]) {
    for word in words {
      if word != "-", word.contains("=") {
        items.append(word)
      } else if child == nil, word != "-", ID.typed(word) != .notAnID {
        child = word
      } else {
        files.append(word)
      }
    }
  }

  /// `begins` where without a stream of entries the pipe begins here.
  func prove(answers: String?, begins: Bool, _ session: Session) throws {
    if !items.isEmpty, child == nil {
      throw Problem(
        "child-unnamed", .usage, "answers were given, and no child they are of",
        cure: "Give the child's id before them.")
    }
    let path = session.storePath
    let readsEntries =
      files.contains("-") || files.isEmpty && !begins && (path == nil || path == "-")
    if answers == "-", readsEntries {
      throw Problem(
        "input-twice", .usage, "standard input cannot be both the answers and the entries",
        cure: "Give one of them as a file, or name a store.")
    }
  }
}
