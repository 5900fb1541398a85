import ArgumentParser
import Storage
import YoungCarers

/// What a command takes that changes a plan.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When it happened.", valueName: "date"))
  var day: String?

  @Option(help: ArgumentHelp("Which plan, where the family has more than one.", valueName: "id"))
  var plan: String?

  @OptionGroup var filter: FilterOptions

  /// Does what `body` says with the family's plan, in one transaction.
  func change(
    _ id: String, _ files: [String], _ session: Session, _ body: (PlanDesk) throws -> [String]
  ) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let subject = try session.whole(id, entries)
    let when = try day.map { try session.day($0, "--day") } ?? session.today
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      return try body(
        PlanDesk(writer: writer, file: file, plan: file.livePlan(plan), day: when))
    }
  }
}

extension CaseFile {
  /// The plan that is meant: the one that is named, this service's, or the one that it joins. Throws
  /// status 66 where there is none.
  func livePlan(_ named: String?) throws -> FamilyPlan {
    if let named {
      guard let plan = plan(ID(named)) else {
        throw Problem(
          "plan-unknown", .noInput, "\(family) has no plan with that id",
          cure: "carers plan list --fields case,plan shows them.")
      }
      return plan
    }
    guard let plan = plan ?? all(FamilyPlan.self).last(where: { $0.ended == nil }) else {
      guard let ended = all(FamilyPlan.self).last else {
        throw Problem(
          "plan-none", .noInput, "\(family) has no plan",
          cure: "carers plan new \(family) begins one.")
      }
      throw Problem(
        "plan-ended", .noInput, "the plan of \(family) has ended",
        cure: "As it was it is shown by carers plan show \(family) --plan \(ended.key) --for …")
    }
    return plan
  }
}

/// A plan being worked on.
struct PlanDesk {
  let writer: Writer
  let file: CaseFile
  let plan: FamilyPlan
  let day: Day

  func header(replacing before: Header? = nil) throws -> Header {
    var header =
      try before.map { writer.header(family: $0.family) } ?? writer.header(about: file.family)
    header.day = day
    header.replaces = before?.id
    return header
  }

  /// Writes the plan again in its place.
  func write(_ changed: FamilyPlan) throws {
    var changed = changed
    changed.begun = plan.key
    changed.header = try header(replacing: plan.header)
    try writer.append(.plan(changed))
  }

  /// The action that somebody names by its number or its id. Throws status 66 where there is none.
  /// Each once, though it be named twice.
  func actions(_ words: ActionWords) throws -> [PlanAction] {
    try words.actions.map(action).reduce(into: []) { found, next in
      if !found.contains(where: { $0.key == next.key }) { found.append(next) }
    }
  }

  func action(_ word: String) throws -> PlanAction {
    let actions = file.actions(of: plan)
    let id = ID(word.uppercased())
    guard
      let found = actions.first(where: {
        String($0.number) == word || $0.key == id || $0.header.id == id
      })
    else {
      let numbers = actions.map { String($0.number) }.joined(separator: ", ")
      throw Problem(
        "action-unknown", .noInput, "the plan of \(file.family) has no such action",
        cure: numbers.isEmpty ? "carers plan action add adds one." : "There are \(named: numbers).")
    }
    return found
  }

  func progress(
    _ action: PlanAction, _ state: ActionProgress.State, because: String?, saidBy: String?
  ) throws {
    var progress = ActionProgress()
    progress.header = try header()
    progress.action = action.key
    progress.state = state
    progress.because = because
    progress.saidBy = saidBy
    try writer.append(.progress(progress))
  }
}

/// What of the words after the case's id names actions; the rest are files.
struct ActionWords {
  let actions: [String]
  let files: [String]

  /// Throws status 64 where no action is named.
  init(_ words: [String]) throws {
    func isAction(_ word: String) -> Bool {
      word.allSatisfy(\.isNumber) || word.count == 26 && !word.contains(".") && !word.contains("/")
    }
    actions = words.filter(isAction)
    files = words.filter { !isAction($0) }
    guard !actions.isEmpty else {
      throw Problem(
        "action-unnamed", .usage, "no action is named", cure: "Give its number: 3, or several: 1 3."
      )
    }
  }
}
