import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Takes scores of the eight outcome areas, by child, parent and worker apart.
struct AssessFamily: Command {
  static let configuration = CommandConfiguration(
    commandName: "family", abstract: "Score the eight outcome areas: child, parent, worker apart.",
    discussion: """
      Examples:
        carers assess family YP-Y4D6-MDM9-N --by child parentMaySee=none family=4
        carers assess family YP-Y4D6-MDM9-N --by parent --answers - < mum.txt
        carers assess family --sheet scores.csv --rejects again.csv
        carers assess form --form outcomes --format html -o areas.html

      Each scorer answers alone. The scale is the service's, and a higher number is always better. \
      The child is asked first which answers a parent may see. Of many children the scores are a CSV, \
      a row for each scoring. See carers-assess(1).
      """)

  @Argument(
    help: ArgumentHelp(
      "The child's id, answers item=value, and streams of entries; - is standard input.",
      valueName: "word"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp("Lines item=value; - is standard input.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    name: .customLong("sheet"),
    help: ArgumentHelp("Many scorings as CSV; - is standard input.", valueName: "file"),
    completion: .file())
  var csv: String?

  @Option(help: ArgumentHelp("Who scored: child, parent or worker.", valueName: "who"))
  var by: String?

  @Option(
    name: .customLong("scorer-name"),
    help: ArgumentHelp("Who that is, where it is not the child.", valueName: "name"))
  var scorerName: String?

  @Option(help: ArgumentHelp("The worker who asked.", valueName: "name"))
  var assessor: String?

  @Option(help: ArgumentHelp("first, review or closing.", valueName: "stage"))
  var stage: String?

  @Option(help: ArgumentHelp("The day it was scored.", valueName: "date"))
  var day: String?

  @Flag(name: .customLong("joint-visit"), help: "It was a joint visit with adult services.")
  var jointVisit = false

  @Option(
    help: ArgumentHelp("Where rows that are not believed go.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(help: "Keep nothing where any row is rejected.")
  var strict = false

  @OptionGroup var sheet: SheetOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let said = BriefWords(words)
    try said.prove(answers: csv ?? answers, begins: false, session)
    let entries = try session.entries(said.files, partial: filter.partial)
    let forms = try FamilyForms(session.service(entries.store), session)
    var setting = FamilySetting(forms: forms, today: session.today)
    setting.scorer = try by.map {
      try FamilySetting.scorer(
        session.choice($0, of: Scorer.allCases.map(\.rawValue), "Who scored", option: "--by"))
    }
    setting.stage = try stage.map {
      try FamilySetting.stage(
        session.choice($0, of: Stage.allCases.map(\.rawValue), "When", option: "--stage"))
    }
    setting.scorerName =
      try session.optional(scorerName) ?? (setting.scorer == .worker ? session.actor.name : nil)
    setting.assessor = assessor
    setting.day = try day.map { try session.day($0, "--day") }
    setting.jointVisit = jointVisit
    if csv != nil, said.child != nil || answers != nil {
      throw Problem(
        "answers-twice", .usage, "a sheet says whose each scoring is",
        cure: "Give the child and its answers, or --sheet.")
    }
    if let child = said.child {
      try one(session.child(child, entries), said.items, setting, entries, session)
    } else if let csv {
      let profile = try sheet.sheetProfile(session, further: forms.further)
      try session.take(
        Spool(opening: csv, session.world), of: setting, into: entries, profile,
        ImportOptions(
          rejects: rejects, strict: strict, filter: filter, agency: profile.agency,
          agencyKind: profile.agencyKind, again: "carers assess family --sheet"))
    } else {
      throw Problem(
        "answers-missing", .usage, "this needs a child or --sheet",
        cure: "Give the child's id, or a sheet of scores: see carers-assess(1).")
    }
  }

  private func one(
    _ child: ID, _ items: [String], _ setting: FamilySetting, _ entries: Entries,
    _ session: Session
  ) throws {
    var given = FamilyAnswers(setting)
    for (place, item) in items.enumerated() {
      try given.take(line: item, at: Place(file: "the words", line: place + 1))
    }
    if let answers { try given.take(Spool(opening: answers, session.world)) }
    if items.isEmpty, answers == nil, session.asking.isPossible { try given.ask(session) }
    let assessment = try setting.assessment(given.answers, of: child)
    var flags: [SafeguardingFlag] = []
    try session.change(entries, filter) { writer in
      let kept = try writer.takeScoring(assessment, setting.forms.alarms)
      flags = kept.flags
      let areas = Area.allCases.count { given.answers[$0.rawValue] != nil }
      let who = assessment.scorer ?? ""
      let scale = "\(setting.forms.scale.text). \(Scale.higherIsBetter)"
      return [
        "Scored for \(child.text) by the \(who), \(kept.stage.rawValue): \(areas) of \(Area.allCases.count) areas. \(scale)"
      ] + kept.said
    }
    try session.tell(flags)
  }
}
