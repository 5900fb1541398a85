/// What `plan check` finds: each is told to be mended, and refuses nothing.
public struct PlanFinding: Sendable, Equatable {
  public enum Rule: String, Sendable, CaseIterable {
    case readingAge = "reading age"
    case longSentence = "long sentence"
    case jargon
    case blame
    case pity
    case nobody
    case noDay = "no day"
    case notAgreed = "not agreed"
    case notAsked = "child not asked"
    case lessensNothing = "lessens nothing"
    case childCares = "child cares"
    case movedToChild = "moved to a child"
    case unaskedGroup = "not asked for"
    case noEmergency = "no emergency plan"
    case barred = "must not be met"
    case noReview = "no review"
    case condition
    case twoPlans = "two plans"
    case twoLeads = "two leads"
  }

  public var rule: Rule
  /// The action's number; nil where it is about the plan.
  public var action: Int?
  /// The words of the plan that it is about.
  public var found: String?
  /// What to do, in a sentence.
  public var cure: String
}

/// The checks of a plan: practice P34, P44, P45 and field notes §10 (one idea a sentence, no more than
/// fifteen words).
public struct PlanCheck {
  static let longest = 15
  let file: CaseFile
  let plan: FamilyPlan
  let agencies: [Agency]
  let service: Service
  let today: Day

  public init(
    _ file: CaseFile, _ plan: FamilyPlan, among agencies: [Agency], _ service: Service,
    on today: Day
  ) {
    self.file = file
    self.plan = plan
    self.agencies = agencies
    self.service = service
    self.today = today
  }

  /// Those that somebody may still do, or has done.
  private var actions: [PlanAction] { file.actions(of: plan).filter { $0.dropped == nil } }

  public var findings: [PlanFinding] {
    whole + caring + actions.flatMap(about) + texts.flatMap(words) + reading
  }

  private func finding(
    _ rule: PlanFinding.Rule, _ action: PlanAction? = nil, _ found: String? = nil, _ cure: String
  ) -> PlanFinding {
    PlanFinding(rule: rule, action: action?.number, found: found, cure: cure)
  }
}

extension PlanCheck {
  /// What is wanting in the plan as a whole.
  private var whole: [PlanFinding] {
    var found: [PlanFinding] = []
    for child in file.children where !isAsked(child) {
      found.append(
        finding(
          .notAsked, nil, child.called,
          "Nobody has written down what this child thinks: ask, and write down their words."))
    }
    if (plan.emergency ?? "").isEmpty {
      found.append(finding(.noEmergency, nil, nil, "Say what to do, and whom to ring first."))
    }
    for name in plan.emergencyWho where file.mustNotBeRung(name, plan, on: today) {
      found.append(
        finding(
          .barred, nil, name,
          "An alert or the meeting keeps them away: ring somebody else in an emergency.")
      )
    }
    if plan.reviewDate == nil {
      found.append(finding(.noReview, nil, nil, "Ask the family on what day to look at it again."))
    }
    let plans = file.all(FamilyPlan.self).filter { $0.ended == nil && $0.joins == nil }
    if plans.count > 1 {
      found.append(finding(.twoPlans, nil, nil, "One family, one plan: end one of them."))
    }
    if file.leads(on: today).count > 1 {
      found.append(
        finding(.twoLeads, nil, nil, "Wherever possible one lead worker: agree who it is."))
    }
    return found
  }

  /// Whether somebody asked the child: a score or words of their own, seen alone, or at the meeting.
  private func isAsked(_ child: CaseFile.Member) -> Bool {
    func isTheirs(_ person: ID?) -> Bool { person.map(file.today) == child.id }
    return file.standing.contains { entry in
      switch entry {
      case .assessment(let assessment) where isTheirs(assessment.person):
        Text.folded(assessment.scorer ?? "") == "child"
          || !(Answers(assessment.answers)["words"] ?? "").isEmpty
      case .contact(let contact) where isTheirs(contact.person):
        contact.seenAlone == true || !(contact.words ?? "").isEmpty
      case .invitee(let invitee) where isTheirs(invitee.person):
        invitee.attended == true || invitee.viewsBy != nil && invitee.attended != nil
      default: false
      }
    }
  }

  /// Whether the plan lessens what the child does for others (practice P34).
  private var caring: [PlanFinding] {
    actions.contains { !$0.lessens.isEmpty && !isForChild($0) }
      ? []
      : [
        finding(
          .lessensNothing, nil, nil,
          "No action takes a caring task from the child: ask who could do one of them.")
      ]
  }

  /// Whether a child does it, one of this family or said to be one.
  private func isForChild(_ action: PlanAction) -> Bool {
    if action.owner == .child { return true }
    if let person = action.person.flatMap(file.member) { return person.isChild(on: today) }
    let named = file.members.first { member in
      member.names.contains { PlanReader.same($0, action.who) }
    }
    return named?.isChild(on: today) ?? false
  }

  /// What is wanting in one action.
  private func about(_ action: PlanAction) -> [PlanFinding] {
    var found: [PlanFinding] = []
    let isOpen = file.open([action]).isEmpty == false
    if action.who.allSatisfy(\.isWhitespace) {
      found.append(finding(.nobody, action, nil, "Say who does it, by name."))
    }
    if action.due == nil, isOpen { found.append(finding(.noDay, action, nil, "Say by when.")) }
    if action.agreed != true {
      found.append(
        finding(.notAgreed, action, action.who, "Ask whoever does it whether they will: --agreed."))
    }
    if isForChild(action) {
      if !action.lessens.isEmpty {
        found.append(
          finding(
            .movedToChild, action, action.lessens.joined(separator: "; "),
            "A task that moves to a brother or sister is not lessened: find an adult."))
      } else if PlainWords.isCaring(action.what) {
        found.append(
          finding(
            .childCares, action, action.what, "This gives a child more caring to do: find an adult."
          )
        )
      }
    }
    if action.askedFor != true, isGroup(action.what) {
      found.append(
        finding(
          .unaskedGroup, action, action.what,
          "Meeting other young carers is an action only if the child asked: --asked-for."))
    }
    if file.namesCondition(action.what, for: .family, agencies, today) {
      found.append(
        finding(
          .condition, action, nil,
          "It names what somebody lives with: ask them first, or leave it out."))
    }
    return found
  }

  private func isGroup(_ what: String) -> Bool {
    let words = " \(Text.folded(what)) "
    return [
      " other young carers ", " young carers group ", " young carers club ",
      " young carers sessions ", " group for young carers ",
    ].contains(where: words.contains)
  }
}

extension PlanCheck {
  /// Each piece of text that a family reads, with the action it belongs to.
  private var texts: [(action: PlanAction?, text: String)] {
    (plan.wishes + plan.strengths + [plan.emergency].compactMap { $0 }).map { (nil, $0) }
      + actions.flatMap { action in
        ([action.what] + action.lessens).map { (action, $0) }
      }
  }

  private func words(_ piece: (action: PlanAction?, text: String)) -> [PlanFinding] {
    let poor = file.members.compactMap(\.called).map {
      PlainWords.Term(said: "poor \($0)", instead: $0)
    }
    let lists: [(PlanFinding.Rule, [PlainWords.Term])] = [
      (.jargon, PlainWords.jargon), (.blame, PlainWords.blame), (.pity, PlainWords.pity + poor),
    ]
    let isGroup = isGroup(piece.text)
    let terms = lists.flatMap { rule, terms in
      PlainWords.found(terms, in: piece.text)
        .filter { !isGroup || !Text.folded($0.said).hasPrefix("young carer") }
        .map { finding(rule, piece.action, $0.said, "Write: \($0.instead).") }
    }
    let long = ReadingAge.sentences(piece.text).filter { $0.count > Self.longest }.map { words in
      finding(
        .longSentence, piece.action, words.prefix(6).joined(separator: " ") + " …",
        "\(words.count) words: make two sentences of it, of \(Self.longest) words or fewer.")
    }
    return terms + long
  }

  /// The reading age of the page for the family, against what the service settled.
  private var reading: [PlanFinding] {
    let most = service.number(.readingAge)
    guard let years = age.years, years > most else { return [] }
    return [
      finding(
        .readingAge, nil, "\(years)",
        "Shorter words and sentences: \(most) is what it is written for."
      )
    ]
  }

  /// Measured of all that people wrote and the family reads.
  public var age: ReadingAge { ReadingAge(texts.map(\.text)) }
}
