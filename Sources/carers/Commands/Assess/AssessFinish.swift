import ArgumentParser
import Storage
import YoungCarers

/// Finishes a needs or transition assessment.
struct AssessFinish: Command {
  static let configuration = CommandConfiguration(
    commandName: "finish",
    abstract: "Finish a needs or transition assessment, and give the record.",
    discussion: """
      Examples:
        carers assess finish YP-7KQ4-M2DX-K --form needs --authorised-by "A Cox"
        carers assess finish YP-7KQ4-M2DX-K --form needs --record-given today

      It is finished only with all its determinations, information given beforehand, a trained \
      assessor and a manager's authorisation; what is missing is named with its source.
      """)

  @Argument(help: ArgumentHelp("The child's id, or a case's with one child.", valueName: "child"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Which: needs or transition.", valueName: "form"))
  var form: Form

  @Option(
    name: .customLong("cares-for"),
    help: ArgumentHelp("Whom the child cares for, where it is not the only one.", valueName: "whom")
  )
  var caresFor: String?

  @Option(
    help: ArgumentHelp("What came of it; of transition also \"not assessed\".", valueName: "text"))
  var outcome: String?

  @Option(help: ArgumentHelp("Why it ended so.", valueName: "reason"))
  var because: String?

  @Option(
    name: .customLong("authorised-by"),
    help: ArgumentHelp("The manager who authorised it.", valueName: "name"))
  var authorisedBy: String?

  @Option(help: ArgumentHelp("The day it was finished.", valueName: "date"))
  var finished: String?

  @Option(
    name: .customLong("record-given"),
    help: ArgumentHelp("The day the written record was given.", valueName: "date"))
  var recordGiven: String?

  @Option(
    name: .customLong("record-to"),
    help: ArgumentHelp("To whom, separated by ;.", valueName: "whom;whom"))
  var recordTo: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  enum Form: String, Choice {
    case needs, transition
    var form: Assessment.Form { self == .needs ? .needs : .transition }
  }

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let child = try session.child(id, entries)
    let service = try session.service(entries.store)
    guard let questions = AssessmentForm(form.form, service) else { return }
    let day = try finished.map { try session.day($0, "--finished") } ?? session.today
    let given = try recordGiven.map { try session.day($0, "--record-given") }
    if let given, given > session.today {
      throw Problem(
        "record-ahead", .usage, at: Place(file: "--record-given"),
        "the day the record was given has not come yet",
        cure: "Write it down when it has been given; or correct the date.")
    }
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(child)
      var assessment = try which(file, child)
      let isOpen = assessment.finished == nil
      let before = assessment.header
      assessment.header = writer.header(family: before.family)
      assessment.header.replaces = before.id
      assessment.begun = assessment.begun ?? before.id
      assessment.recordGiven = given ?? assessment.recordGiven
      assessment.recordTo = recordTo.map(Item.split) ?? assessment.recordTo
      guard isOpen else {
        try writer.append(.assessment(assessment))
        return [record(assessment) ?? "Written again."]
      }
      return try finish(&assessment, questions, day, child, writer)
        + others(assessment, file, child, day)
    }
  }

  private func finish(
    _ assessment: inout Assessment, _ questions: AssessmentForm, _ day: Day, _ child: ID,
    _ writer: Writer
  ) throws -> [String] {
    assessment.outcome = outcome ?? assessment.outcome
    assessment.because = because ?? assessment.because
    assessment.finished = day
    let lacking = questions.lacking(in: assessment, authorised: authorisedBy != nil)
    guard lacking.isEmpty else { throw Lacking.problem(lacking, questions, assessment) }
    try questions.proveOutcome(of: assessment)
    try writer.append(.assessment(assessment))
    var decision = ManagersDecision()
    decision.header = try writer.header(about: child)
    decision.what = .authorised
    decision.decider = authorisedBy ?? ""
    decision.about = assessment.begun ?? assessment.header.id
    decision.person = child
    try writer.append(.decision(decision))
    let late = assessment.due.map { $0 < day } ?? false
    return [
      "\(form.rawValue.capitalised) assessment of \(child.text) finished on \(day.spoken), authorised by \(decision.decider)."
    ] + (late ? ["It was due \(assessment.due?.spoken ?? "")."] : [])
      + [
        record(assessment)
          ?? "The written record is still to be given: --record-given, --record-to."
      ]
  }

  /// Others whom the child cares for, and for whom there is none: each is another matter.
  private func others(_ assessment: Assessment, _ file: CaseFile, _ child: ID, _ day: Day)
    -> [String]
  {
    let done = file.assessments(form.form, of: child).map(\.caredFor) + [assessment.caredFor]
    let relations = done.compactMap { $0.flatMap { file.member($0)?.latest(\.relation) } }
      .map(Relation.key)
    let left = file.triageFacts(of: child, on: day).caredFor.filter {
      !relations.contains($0.relation) && !(form == .transition && $0.isChild == true)
    }
    return left.map {
      "\(child.text) also cares for \($0.relation): there is no \(form.rawValue) assessment for them yet."
    }
  }

  /// The one under way; with `--record-given` the last that was finished, where none is.
  private func which(_ file: CaseFile, _ child: ID) throws -> Assessment {
    let all = file.assessments(form.form, of: child).filter { one in
      guard let caresFor else { return true }
      if case .whole(let id) = ID.typed(caresFor) {
        return one.caredFor.map(file.today) == file.today(id)
      }
      return one.caredFor.map(file.today) == file.member(called: caresFor)?.id
    }
    let open = all.filter { $0.finished == nil }
    if open.count > 1 {
      throw Problem(
        "cares-for-missing", .usage, "\(open.count) are under way for \(child)",
        cure: "Say with --cares-for which is meant.")
    }
    if let one = open.first ?? (recordGiven != nil ? all.last : nil) { return one }
    throw Problem(
      "assessment-none", .noInput, "no \(named: form.rawValue) assessment of \(child) is under way",
      cure: "Begin one: carers assess \(named: form.rawValue) \(child).")
  }

  private func record(_ assessment: Assessment) -> String? {
    assessment.recordGiven.map { day in
      let whom =
        assessment.recordTo.isEmpty ? "" : " to \(assessment.recordTo.joined(separator: ", "))"
      return "The written record was given\(whom) on \(day.spoken)."
    }
  }
}
