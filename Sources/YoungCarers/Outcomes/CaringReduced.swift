/// How much caring was reduced for one child: which tasks ended or are shared, who took them and why.
/// Only what the plan or an adult service changed is claimed (practice P36).
public struct CaringReduced: Sendable, Equatable {
  /// What became of a task that was told at the first scoring.
  public enum Fate: Hashable, Sendable {
    /// Claimed: the plan or an adult service ended it, or somebody shares it.
    case stopped, shared
    /// It ended, and for another reason: recovery, hospital, bereavement, moving.
    case ended(Relief.Cause)
    /// A brother or sister does it now: not counted as reduced (practice P34).
    case takenByChild
    case goesOn
    /// It was said to have stopped, and was told again afterwards.
    case disputed
    /// Not told again, and nobody wrote down who took it and why.
    case unexplained
    /// Nobody asked again.
    case notAsked

    public var isClaimed: Bool { self == .stopped || self == .shared }
  }

  public struct Task: Sendable, Equatable {
    public var name: String
    public var fate: Fate
    public var relief: Relief?
    /// Whether it was told at the first scoring, and not only when it ended.
    public var wasTold: Bool
  }

  public struct Both<Value: Sendable & Equatable>: Sendable, Equatable {
    public var first: Value
    public var last: Value

    public init(first: Value, last: Value) {
      self.first = first
      self.last = last
    }
  }

  public private(set) var tasks: [Task] = []
  /// Tasks told last that were not told at first; nil where nobody asked both times.
  public private(set) var added: [String]?
  /// Hours of care a week, in bands.
  public private(set) var hours: Both<String>?
  /// What is too much, or not right for the child's age.
  public private(set) var tooMuch: Both<[String]>?
  /// The whole total of MACA-YC18: higher is more caring.
  public private(set) var maca: Both<Int>?

  public static let instrument = "MACA-YC18"

  /// Child's answers come before a parent's, and a parent's before a worker's; first and last are
  /// the same scorer's.
  public init(
    _ scores: [Scored], _ reliefs: [Relief], closingOnly: Bool,
    instruments: Instruments = Instruments([])
  ) {
    func both<Value>(_ read: (Scored) -> Value?) -> Both<Value>? {
      for scorer in Scorer.allCases {
        let theirs = scores.filter { $0.scorer == scorer && read($0) != nil }
        let last = theirs.last { closingOnly ? $0.stage == .closing : $0.stage != .first }
        guard let last, let after = read(last),
          let first = theirs.first(where: { $0.stage == .first && $0.isBySame(as: last) }),
          let before = read(first)
        else { continue }
        return Both(first: before, last: after)
      }
      return nil
    }
    hours = both(\.hours)
    tooMuch = both(\.tooMuch)
    if let place = instruments.place(of: Self.instrument) {
      maca = both { instruments.all[place].total(in: $0.answers) }
    }
    let told = both(\.tasks)
    let first =
      told?.first
      ?? Scorer.allCases.lazy.compactMap { scorer in
        scores.first { $0.scorer == scorer && $0.stage == .first && $0.tasks != nil }?.tasks
      }.first ?? []
    let last = told.map { Set($0.last.map(Text.folded)) }
    let latest = Dictionary(reliefs.map { (Text.folded($0.task), $0) }) { $1 }
    tasks = first.map { name in
      let relief = latest[Text.folded(name)]
      let stands = last.map { $0.contains(Text.folded(name)) }
      return Task(
        name: name, fate: Self.fate(relief, stillTold: stands), relief: relief, wasTold: true)
    }
    let names = Set(first.map(Text.folded))
    tasks += reliefs.filter { relief in
      !names.contains(Text.folded(relief.task)) && latest[Text.folded(relief.task)] == relief
    }.map { relief in
      let stands = last.map { $0.contains(Text.folded(relief.task)) }
      return Task(
        name: relief.task, fate: Self.fate(relief, stillTold: stands), relief: relief,
        wasTold: false)
    }
    added = told.map { $0.last.filter { !names.contains(Text.folded($0)) } }
  }

  private static func fate(_ relief: Relief?, stillTold: Bool?) -> Fate {
    guard let relief else {
      return switch stillTold {
      case true?: .goesOn
      case false?: .unexplained
      case nil: .notAsked
      }
    }
    if relief.became == .goesOn { return .goesOn }
    if relief.became == .stopped, stillTold == true { return .disputed }
    if relief.takenByChild == true { return .takenByChild }
    if !relief.cause.isClaimed { return .ended(relief.cause) }
    return relief.became == .shared ? .shared : .stopped
  }

  /// The tasks told at first that are claimed as reduced.
  public var claimed: Int { tasks.count { $0.wasTold && $0.fate.isClaimed } }
}

extension Instrument {
  /// Its first total, where every item of it is answered among an assessment's answers; nil else.
  func total(in answers: Answers) -> Int? {
    var sheet = AnswerSheet(items: count)
    for item in 1...count {
      guard let answer = answers.number("\(code).\(item)") else { continue }
      try? sheet.put(answer, for: item, of: self)
    }
    return scores(sheet).sums.first?.value
  }
}

extension CaseFile {
  /// How much caring was reduced for a child in one involvement.
  public func caringReduced(
    _ child: ID, in spell: Spell, closingOnly: Bool, instruments: Instruments
  ) -> CaringReduced {
    let reliefs = all(Relief.self).filter {
      $0.person.map(today) == today(child) && spell.contains($0.header.day)
    }
    return CaringReduced(
      scored(child, in: spell), reliefs, closingOnly: closingOnly, instruments: instruments)
  }
}
