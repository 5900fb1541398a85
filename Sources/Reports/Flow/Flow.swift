import YoungCarers

/// What was carried in, came, went and is carried out, of families or of children, and the identities
/// that must hold (practice P38). What is carried in is what was known when the period began; what is
/// known otherwise since is told apart, so that this month's report begins where the last one ended.
public struct Flow: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    public var code: String
    public var title: String
    public var count: Int
    /// Whether it is taken away.
    public var isLess = false
  }

  public var carriedIn: Int
  /// What is known otherwise since about those who were carried in.
  public var corrections: [Step]
  /// What happened in the period.
  public var moves: [Step]
  /// Counted on its own, and not from the steps.
  public var carriedOut: Int

  public var steps: [Step] { corrections + moves }

  public var sum: Int { carriedIn + steps.net }
}

extension Flow {
  /// What is known otherwise about the last day before a period than when the period began: of
  /// families, or of children.
  public struct Corrections: Sendable, Equatable {
    /// Found to be two where they were taken for one; found to be one where they were taken for two.
    public var parted = 0
    public var joined = 0
    /// Worked with then, as was written down later; and the other way round.
    public var writtenLate = 0
    public var takenBack = 0
    /// Worked with then, and erased since as the law asks.
    public var forgotten = 0

    public init() {}

    /// From who was worked with as known then, as known then with the identity of now, and as known
    /// now.
    init(then: Set<ID>, identified: Set<ID>, now: Set<ID>) {
      parted = identified.subtracting(then).count
      joined = then.subtracting(identified).count
      writtenLate = now.subtracting(identified).count
      takenBack = identified.subtracting(now).count
    }

    /// Adds so many who are erased. Fewer than none: two had been taken for one, and one of them is.
    mutating func forget(_ count: Int) {
      forgotten += max(0, count)
      parted += max(0, -count)
    }

    /// Adds those of others, or takes them away.
    mutating func add(_ other: Corrections, times: Int = 1) {
      parted += times * other.parted
      joined += times * other.joined
      writtenLate += times * other.writtenLate
      takenBack += times * other.takenBack
      forgotten += times * other.forgotten
    }

    /// As lines of a report; `stock` is the measure of those worked with.
    func steps(_ stock: Measure) -> [Step] {
      func step(_ code: String, _ title: String, _ count: Int, isLess: Bool = false) -> Step {
        Step(code: "\(stock) \(code)", title: title, count: count, isLess: isLess)
      }
      return [
        step("parted", "Found since to be two, and not one", parted),
        step("joined", "Found since to be one, and not two", joined, isLess: true),
        step("writtenLate", "Begun or gone on before, written down since", writtenLate),
        step(
          "takenBack", "Ended before or taken back, written down since", takenBack, isLess: true),
        step("forgotten", "Forgotten since, as the law asks", forgotten, isLess: true),
      ]
    }
  }

  public struct Past: Sendable, Equatable {
    public var families: Corrections
    public var children: Corrections

    public init() { (families, children) = (Corrections(), Corrections()) }

    /// `before` is the last day before the period, `since` its first moment.
    public init(
      _ entries: AtAnEarlierTime, _ forgettings: [Forgetting], before: Day, since: Instant
    ) {
      let then = entries.involved(after: before, written: since, identity: since)
      let identified = entries.involved(after: before, written: since, identity: nil)
      let now = entries.involved(after: before, written: nil, identity: nil)
      self.init(then: then, identified: identified, now: now)
      forget(forgettings, before: before, since: since)
    }

    /// Adds whom a forgetting took that was written down since: of them no entry is left to tell.
    mutating func forget(_ forgettings: [Forgetting], before: Day, since: Instant) {
      for forgetting in forgettings where forgetting.header.recorded >= since {
        families.forget(Forgetting.count(forgetting.families, after: before))
        children.forget(Forgetting.count(forgetting.children, after: before))
      }
    }

    init(then: Involved, identified: Involved, now: Involved) {
      families = Corrections(
        then: then.families, identified: identified.families, now: now.families)
      children = Corrections(
        then: then.children, identified: identified.children, now: now.children)
    }
  }
}

extension Flow {
  init(families tally: Tally, _ past: Corrections, carriedOut: Int) {
    self.init(
      tally, .involvedFamilies, past,
      plus: [
        .acceptedFamilies, .reopenedFamilies,
        .transferredInFamilies,
      ],
      less: [
        .closedFamilies,
        .transferredOutFamilies,
      ], carriedOut: carriedOut)
  }

  init(children tally: Tally, _ past: Corrections, carriedOut: Int) {
    self.init(
      tally, .involvedChildren, past,
      plus: [
        .acceptedChildren, .reopenedChildren,
        .transferredInChildren,
        .joinedChildren,
      ],
      less: [
        .closedChildren,
        .transferredOutChildren,
      ], carriedOut: carriedOut)
  }

  private init(
    _ tally: Tally, _ stock: Measure, _ past: Corrections, plus: [Measure],
    less: [Measure], carriedOut: Int
  ) {
    corrections = past.steps(stock)
    carriedIn = tally.count(stock, Spans.before) - corrections.net
    func step(_ measure: Measure, isLess: Bool = false) -> Step {
      Step(
        code: measure.rawValue, title: measure.title, count: tally.count(measure, Spans.this),
        isLess: isLess)
    }
    moves = plus.map { step($0) } + less.map { step($0, isLess: true) }
    self.carriedOut = carriedOut
  }
}

extension [Flow.Step] {
  /// What they come to.
  var net: Int { reduce(0) { $0 + ($1.isLess ? -$1.count : $1.count) } }
}
