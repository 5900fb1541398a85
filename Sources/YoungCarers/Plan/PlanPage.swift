/// The plan as one reader may see it. It is made for that reader: what they may not see is never put
/// in, so that no template can let it out (practice P5, P6).
public struct PlanPage: Sendable, Equatable {
  /// One action: who does what by when, and what became of it.
  public struct Row: Sendable, Equatable {
    public var number: Int
    public var what: String
    public var who: String
    public var due: Day?
    public var state: ActionProgress.State?
    public var because: String?
    /// The child's caring tasks that it ends or shares.
    public var lessens: [String] = []
    /// For workers: the outcome area, and who alone may see it.
    public var area: String?
    public var onlyFor: [String] = []
  }

  /// The actions of one of the five groups of people.
  public struct Group: Sendable, Equatable {
    public var owner: PlanAction.Owner
    public var rows: [Row]
  }

  /// For workers alone: whose plan it joins, and each rule that was overridden, by whom and why.
  public struct WorkersPart: Sendable, Equatable {
    public var joins: String?
    public var decisions: [String]
  }

  public let reader: PlanReader
  /// The children whose plan it is, as they are called.
  public var children: [String] = []
  public var version = 1
  public var agreed: Day?
  public var agreedBy: [String] = []
  public var wishes: [String] = []
  public var strengths: [String] = []
  /// What somebody still has to do.
  public var groups: [Group] = []
  /// What became of each that somebody has looked at, the workers' too.
  public var went: [Row] = []
  public var emergency: String?
  public var emergencyWho: [String] = []
  public var review: Day?
  public var reviewChosenBy: String?
  /// Who else has seen this page.
  public var seenBy: [String] = []
  public var worker: String?
  public var telephone: String?
  public var complaints = ""
  public var workers: WorkersPart?
  /// How many actions were left out because they say what somebody lives with, who has not agreed to
  /// share that with this reader (practice P4).
  public var heldBack = 0

  init(_ reader: PlanReader) { self.reader = reader }

  /// What people wrote, each piece for itself: what a reading age is measured of.
  public var written: [String] {
    let rows = groups.flatMap(\.rows)
    return wishes + strengths + rows.map(\.what) + rows.flatMap(\.lessens)
      + went.compactMap(\.because) + [emergency].compactMap { $0 }
  }
}

extension PlanPage.Row {
  /// How it stands, in the words of practice P44.
  public var stateWords: String? {
    switch state {
    case .notYet: because.map { "Not yet, because \($0)" } ?? "Not yet"
    case .notNeeded: because.map { "No longer needed, because \($0)" } ?? "No longer needed"
    case .partly: because.map { "Partly done. \($0)" } ?? "Partly done"
    case .done: because.map { "Done. \($0)" } ?? "Done"
    case .some(let other): other.rawValue
    case nil: nil
    }
  }
}
