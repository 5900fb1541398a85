/// Who scored. The three are never mixed (practice P7, P35).
public enum Scorer: String, Sendable, CaseIterable {
  case child, parent, worker
}

/// When in the work it was scored.
public enum Stage: String, Sendable, CaseIterable {
  case first, review, closing
}

/// One scoring of the eight areas, as it stands in an assessment.
public struct Scored: Sendable, Equatable {
  public let assessment: ID
  public let day: Day
  public let scorer: Scorer
  /// By name, where it is not the child and somebody said.
  public let name: String?
  public let stage: Stage
  /// Nil where nobody said on which scale: then it compares with nothing.
  public let scale: Scale?
  public let answers: Answers

  /// Nil where it is no scoring, or does not say whose or when.
  public init?(_ assessment: Assessment) {
    guard assessment.form == .outcomes,
      let scorer = assessment.scorer.flatMap(Scorer.init(rawValue:)),
      let stage = assessment.stage.flatMap(Stage.init(rawValue:))
    else { return nil }
    self.assessment = assessment.header.id
    day = assessment.finished ?? assessment.header.day
    self.scorer = scorer
    name = assessment.scorerName
    self.stage = stage
    scale = assessment.scale.flatMap { Scale($0) }
    answers = Answers(assessment.answers)
  }

  /// Nil where the area was not scored, which is not the lowest score.
  public subscript(area: Area) -> Int? { answers.number(area.rawValue) }

  /// The caring tasks that were told; nil where nobody answered, empty where the answer is none.
  public var tasks: [String]? { told("tasks") }

  /// Those that are too much, or not right for the child's age.
  public var tooMuch: [String]? { told("tooMuch") }

  public var hours: String? { answers["hours"] }

  private func told(_ item: String) -> [String]? {
    guard answers[item] != nil else { return nil }
    return answers.list(item).filter { !TriageFacts.saysNone($0) }
  }

  /// Without the answers that the child did not allow a parent.
  func showing(_ allowed: ParentMaySee) -> Scored? {
    if allowed.isAll { return self }
    var shown = Answers()
    for area in allowed.areas.sorted(by: { $0.rawValue < $1.rawValue }) {
      shown[area.rawValue] = answers[area.rawValue]
    }
    return shown.isEmpty ? nil : Scored(self, shown)
  }

  private init(_ whole: Scored, _ answers: Answers) {
    assessment = whole.assessment
    day = whole.day
    scorer = whole.scorer
    name = whole.name
    stage = whole.stage
    scale = whole.scale
    self.answers = answers
  }

  /// Whether two scorings are by the same person, as far as anybody said.
  func isBySame(as other: Scored) -> Bool {
    guard scorer == other.scorer else { return false }
    guard let name, let theirs = other.name else { return true }
    return Text.folded(name) == Text.folded(theirs)
  }
}

extension CaseFile {
  /// The scorings of a child, first to last; of one involvement, where that is given.
  public func scored(_ child: ID, in spell: Spell? = nil) -> [Scored] {
    all(Assessment.self).filter { $0.person.map(today) == today(child) }
      .compactMap(Scored.init).filter { spell?.contains($0.day) ?? true }
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// The scorings that a reader may see: a worker all, a child their own, a parent their own and what
  /// the child, asked first, allowed (practice P7).
  public func scored(_ child: ID, in spell: Spell, for reader: ScoreReader) -> [Scored] {
    let all = scored(child, in: spell)
    switch reader {
    case .worker: return all
    case .child: return all.filter { $0.scorer == .child }
    case .parent(let name):
      let allowed = parentMaySee(child)
      return all.compactMap { one in
        switch one.scorer {
        case .child: one.showing(allowed)
        case .parent where name == nil || one.name.map(Text.folded) == name.map(Text.folded): one
        default: nil
        }
      }
    }
  }

  /// What the child last said a parent may see of their scores: nothing, unless they were asked and
  /// said so (practice P7).
  public func parentMaySee(_ child: ID) -> ParentMaySee {
    let wish = scored(child).last { $0.scorer == .child && $0.answers["parentMaySee"] != nil }
    return ParentMaySee(wish?.answers.list("parentMaySee"))
  }
}

/// Who reads what was scored.
public enum ScoreReader: Sendable, Equatable {
  case worker, child
  /// By name, where it is said which parent it is.
  case parent(String?)
}

/// Which of a child's answers a parent may see, as the child was asked first (practice P7).
public struct ParentMaySee: Sendable, Equatable {
  public let wasAsked: Bool
  public let areas: Set<Area>
  /// All answers, what the child does and what is too much among them.
  public let isAll: Bool

  init(_ answer: [String]?) {
    wasAsked = answer != nil
    let answer = answer ?? []
    let isNone = answer.contains("none")
    isAll = answer.contains("all") && !isNone
    areas = isNone ? [] : isAll ? Set(Area.allCases) : Set(answer.compactMap(Area.init(rawValue:)))
  }
}
