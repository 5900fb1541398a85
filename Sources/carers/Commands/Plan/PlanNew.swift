import ArgumentParser
import Storage
import YoungCarers

/// Begins a family's plan.
struct PlanNew: Command {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a family's plan: one family, one plan.",
    discussion: """
      Examples:
        carers plan new YC-7KQ4-M2DX-J --wishes "Sam sees friends; Mum rests"
        carers plan new YC-7KQ4-M2DX-J --emergency - --review +3m < emergency.txt
        carers plan new YC-7KQ4-M2DX-J --joins "Social care" --joins-kind "early help"

      A second plan of this service is refused with the first one named, unless --despite says why: \
      then a decision to override is written. A plan of another agency is joined: --joins. The \
      conference is the last that was held or is booked, and the day of the review is the one that the \
      family chose there, unless said.
      """)

  @OptionGroup var about: AboutArguments
  @OptionGroup var contents: PlanContents

  @Option(help: ArgumentHelp("Its conference, by id.", valueName: "id"))
  var conference: String?

  @Option(
    help: ArgumentHelp("The agency whose plan it is, where ours joins it.", valueName: "name"))
  var joins: String?

  @Option(
    name: .customLong("joins-kind"),
    help: ArgumentHelp("Child in need, child protection, early help…", valueName: "kind"))
  var joinsKind: String?

  @Option(help: ArgumentHelp("Why there is a second plan of this service.", valueName: "reason"))
  var despite: String?

  @Option(help: ArgumentHelp("Who decided that; you, unless said.", valueName: "name"))
  var by: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, subject) = try about.open(session)
    let when = try about.day.map { try session.day($0, "--day") } ?? session.today
    let decider = try session.optional(by) ?? session.actor.name
    try session.change(entries, about.filter) { writer in
      let file = try writer.reader.caseFile(subject)
      try file.requireGoingOn()
      let isOverridden = try proveOnly(file)
      var plan = FamilyPlan()
      plan.header = try writer.header(about: file.family)
      plan.header.day = when
      plan.joins = try session.optional(joins)
      plan.joinsKind = joinsKind
      plan.despite = isOverridden ? despite : nil
      try take(from: file, into: &plan)
      try contents.put(into: &plan, session)
      try writer.append(.plan(plan))
      if isOverridden { try writer.append(.decision(override(of: plan, decider, writer))) }
      return sentences(plan, file)
        + (isOverridden ? ["Overridden by \(decider): one family, one plan."] : [])
    }
  }

  /// Whether there is a plan already and `--despite` says why there are two (practice P14).
  private func proveOnly(_ file: CaseFile) throws -> Bool {
    guard joins == nil, let first = file.plan else { return false }
    guard let despite, !despite.isEmpty else {
      throw Problem(
        "plan-twice", .usage, "\(file.family) has a plan already: \(first.key)",
        cure:
          "One family, one plan: plan change changes that one, or say why there are two with --despite."
      )
    }
    return true
  }

  private func take(from file: CaseFile, into plan: inout FamilyPlan) throws {
    let meeting = try conference.map { given in
      guard let found = file.conference(ID(given)) else {
        throw Problem(
          "conference-unknown", .noInput, "\(file.family) has no conference with that id",
          cure: "carers show \(file.family) shows its conferences.")
      }
      return found
    }
    guard let meeting = meeting ?? file.heldConference ?? file.bookedConference else { return }
    plan.conference = meeting.key
    plan.reviewDate = meeting.reviewDate
    plan.reviewChosenBy = meeting.reviewChosenBy
  }

  private func override(of plan: FamilyPlan, _ decider: String, _ writer: Writer)
    -> ManagersDecision
  {
    var decision = ManagersDecision()
    decision.header = writer.header(family: plan.header.family)
    decision.about = plan.header.id
    decision.because = despite
    decision.decider = decider
    decision.rule = "one family, one plan"
    decision.what = .override
    return decision
  }

  private func sentences(_ plan: FamilyPlan, _ file: CaseFile) -> [String] {
    [
      plan.joins.map { "The plan of \($0) is joined: \(plan.joinsKind ?? "plan")." }
        ?? "The plan of \(file.family.text) is begun, version 1.",
      plan.reviewDate.map {
        "Looked at again on \($0.spoken)\(plan.reviewChosenBy.map { ", as \($0) chose" } ?? "")."
      } ?? "No day is chosen on which to look at it again.",
    ]
  }
}
