/// What of a plan one reader may see.
extension CaseFile {
  /// The page for a reader. `contents` is the case as it stood when an earlier version was in force;
  /// who may see it is judged by today. Throws status 77 where an alert, a bereavement, being kept
  /// away or the want of consent forbids it (practice P3, P6, P8).
  public func page(
    of plan: FamilyPlan, for reader: PlanReader, among agencies: [Agency], _ service: Service,
    on day: Day, contents: CaseFile? = nil
  ) throws -> PlanPage {
    let permit = try permit(reader, plan, agencies, day)
    let then = contents ?? self
    var page = PlanPage(reader)
    page.children = permit.children.compactMap(\.called)
    page.version = plan.version
    page.review = plan.reviewDate
    page.worker = leads(on: day).first?.lead
    let telephone = service.text(.nameTelephone)
    page.telephone = telephone.isEmpty ? nil : telephone
    page.complaints = service.text(.nameComplaints)
    let seen = then.actions(of: plan).filter {
      permit.shows($0, self) && (permit.isWhole || $0.dropped == nil)
    }
    let shown = seen.filter {
      permit.isWhole || !namesCondition($0.what, for: reader, agencies, day)
    }
    page.heldBack = seen.count - shown.count
    let rows = shown.map { ($0, then.row($0, permit)) }
    page.groups = PlanAction.Owner.known.compactMap { owner in
      let own = rows.filter {
        $0.0.owner == owner && $0.1.state != .done && $0.1.state != .notNeeded
      }
      return own.isEmpty ? nil : PlanPage.Group(owner: owner, rows: own.map(\.1))
    }
    page.went = rows.map(\.1).filter { $0.state != nil }
    guard permit.isWhole else { return page }
    page.agreed = plan.agreed
    page.agreedBy = plan.agreedBy
    page.wishes = plan.wishes
    page.strengths = plan.strengths
    page.emergency = plan.emergency
    page.emergencyWho =
      plan.emergencyWho.filter { reader == .worker || !mustNotBeRung($0, plan, on: day) }
    page.reviewChosenBy = plan.reviewChosenBy
    page.seenBy = room(of: plan)
    if reader == .worker { page.workers = workersPart(plan) }
    return page
  }

  private func row(_ action: PlanAction, _ permit: Permit) -> PlanPage.Row {
    let last = progress(of: action).last
    var row = PlanPage.Row(number: action.number, what: action.what, who: action.who)
    row.due = action.due
    row.state = state(of: action)
    guard permit.isWhole else { return row }
    row.because = action.dropped == nil ? last?.because : action.droppedBecause ?? last?.because
    row.lessens = action.lessens
    if permit.isWorkers {
      row.area = action.area
      row.onlyFor = action.onlyFor
    }
    return row
  }

  /// Whether an alert says not to contact somebody, or they must stay away from the meeting.
  func mustNotBeRung(_ name: String, _ plan: FamilyPlan, on day: Day) -> Bool {
    let plain = name.split(separator: ",").first.map(String.init) ?? name
    return outgoing(about: nil, on: day).bars([name, plain])
      || reader(called: plain, of: plan)?.isKeptAway ?? false
  }

  private func workersPart(_ plan: FamilyPlan) -> PlanPage.WorkersPart {
    let joins = plan.joins.map { "\(plan.joinsKind ?? "plan"), \($0)" }
    let decisions = all(ManagersDecision.self).filter { decision in
      decision.about == plan.key || decision.about == plan.conference && decision.about != nil
    }
    return PlanPage.WorkersPart(
      joins: joins,
      decisions: decisions.map { decision in
        ["\(decision.what.rawValue) by \(decision.decider)", decision.rule, decision.because]
          .compactMap { $0 }.joined(separator: ": ")
      })
  }
}

/// What a reader was found to be allowed.
private struct Permit {
  /// The whole plan: those who were in the room, and workers.
  var isWhole = false
  var isWorkers = false
  var children: [CaseFile.Member]
  var isShown: @Sendable (PlanAction, CaseFile) -> Bool

  func shows(_ action: PlanAction, _ file: CaseFile) -> Bool { isShown(action, file) }
}

extension CaseFile {
  private func permit(
    _ reader: PlanReader, _ plan: FamilyPlan, _ agencies: [Agency], _ day: Day
  ) throws -> Permit {
    let outgoing = outgoing(about: nil, on: day)
    if reader != .worker, outgoing.isBereaved {
      throw Problem(
        "plan-bereavement", .notAllowed,
        "the family of \(plan.key) is bereaved, and no page of its plan goes out by itself",
        cure: "Go through it with them. plan show --for worker shows it to you.")
    }
    switch reader {
    case .worker:
      return Permit(isWhole: true, isWorkers: true, children: children) { _, _ in true }
    case .family:
      guard !outgoing.bars(room(of: plan)) else { throw Problem.barred(plan) }
      return Permit(isWhole: true, children: children) { action, _ in action.onlyFor.isEmpty }
    case .school(let school):
      guard !outgoing.bars(agencies.names(of: school)) else { throw Problem.barred(plan) }
      let pupils = try pupils(of: school, plan, agencies, day)
      let ids = pupils.map(\.id)
      return Permit(children: pupils) { action, file in
        let child = action.person.flatMap(file.member)
        return action.school == true && action.onlyFor.allSatisfy { PlanReader.same($0, school) }
          && (child.map { !$0.isYoungCarer || ids.contains($0.id) } ?? true)
      }
    case .person(let one):
      guard !outgoing.bars(one.names), !one.isKeptAway else { throw Problem.barred(plan) }
      return Permit(isWhole: one.wasInRoom, children: children) { action, file in
        let isTheirs =
          one.isCalled(action.who)
          || action.person != nil && action.person.map(file.today) == one.person
        return (one.wasInRoom || isTheirs)
          && (action.onlyFor.isEmpty || action.onlyFor.contains(where: one.isCalled))
      }
    }
  }

  /// The young carers of a school whose plan it may know of.
  private func pupils(
    of school: String, _ plan: FamilyPlan, _ agencies: [Agency], _ day: Day
  ) throws -> [Member] {
    let names = agencies.names(of: school).map(Text.folded)
    let theirs = children.filter { child in
      child.latest(\.school).map { names.contains(Text.folded($0)) } ?? false
    }
    let answers = theirs.map { child in
      sharing(Consent.plan, about: child.id, with: school, among: agencies, on: day)
    }
    let pupils = zip(theirs, answers).filter { $0.1.isAllowed }.map(\.0)
    guard !pupils.isEmpty else {
      let reason = answers.first?.reason.rawValue ?? "no child of this family goes there"
      throw Problem(
        "plan-not-shared", .notAllowed,
        "the plan \(plan.key) may not be shown to that school: \(named: reason)",
        cure: "Write down who agreed: carers consent … --what plan.")
    }
    return pupils
  }

  /// Whether a text names what somebody cared for lives with, and they have not agreed that this
  /// reader knows it (practice P4).
  func namesCondition(
    _ text: String, for reader: PlanReader, _ agencies: [Agency], _ day: Day
  ) -> Bool {
    let words = " \(Text.folded(text)) "
    let said =
      all(Referral.self).compactMap(\.condition)
      + all(Assessment.self).compactMap { Answers($0.answers)["condition"] }
    guard
      said.flatMap(Item.split).map(Text.folded).contains(where: {
        $0.count > 1 && words.contains(" \($0) ")
      })
    else { return false }
    let whom =
      switch reader {
      case .worker: ""
      case .family: "family"
      case .school(let school): school
      case .person(let one): one.name
      }
    let caredFor = members.filter { member in member.entries.contains { $0.role == .caredFor } }
    return caredFor.isEmpty
      || !caredFor.allSatisfy { member in
        sharing(Consent.diagnosis, about: member.id, with: whom, among: agencies, on: day).isAllowed
      }
  }
}

extension Outgoing {
  /// Whether an alert keeps it from any of these, whatever they are called: `Dad` is `father`.
  func bars(_ names: [String]) -> Bool {
    !maySee(anyOf: names)
      || barred.contains { whom in names.contains { PlanReader.same($0, whom) } }
  }
}

extension Consent {
  /// What a plan is called among the things that may be shared.
  public static let plan = "plan"
}

extension Problem {
  fileprivate static func barred(_ plan: FamilyPlan) -> Problem {
    Problem(
      "plan-barred", .notAllowed,
      "somebody who must not see it would see this page of \(plan.key)",
      cure: """
        An alert says who, or the meeting's list: carers show. Whoever else was in the room can have a \
        page of their own: --for NAME.
        """)
  }
}
