/// What has changed for many children whose involvement ended, taken one ending at a time: counts,
/// middles and spreads, each scorer, scale and area for itself, and never an average of areas (practice
/// P35). Planned and unplanned endings are apart.
public struct Collated: Sendable {
  public var planned = Part()
  public var unplanned = Part()

  public init() {}

  public struct Part: Sendable {
    /// Closures of families, and the children in them.
    public var closures = 0
    public var children = 0
    public var reasons: [Closure.Reason: Int] = [:]
    public var scorers: [Scorer: Standing] = [:]
    public var areas: [Key: Tally] = [:]
    public var caring = CaringTotals()
    /// Practitioners in a family's life, on the first and on the last day (practice P15).
    public var practitionersFirst = Spread()
    public var practitionersLast = Spread()
  }

  /// How many children have a first and a closing score by one scorer, and why others have not:
  /// `paired` and all of `unpaired` are all the children.
  public struct Standing: Sendable, Equatable {
    public var paired = 0
    public var unpaired: [Distance.Unpaired: Int] = [:]

    public init() {}
  }

  public struct Key: Hashable, Sendable {
    public var scorer: Scorer
    public var area: Area
    /// As the settings write it.
    public var scale: String
  }

  /// The pairs of one area by one scorer on one scale.
  public struct Tally: Sendable {
    public let scale: Scale
    public private(set) var first = Spread()
    public private(set) var last = Spread()
    private var moves: [ClosedRange<Int>: [Distance.Move: Int]] = [:]

    init(_ scale: Scale) { self.scale = scale }

    public var pairs: Int { first.count }

    mutating func add(_ pair: Distance.Pair) {
      first.add(pair.first)
      last.add(pair.last)
      let start = scale.start(of: pair.first)
      moves[start, default: [:]][pair.move, default: 0] += 1
    }

    public func count(_ move: Distance.Move) -> Int {
      moves.values.reduce(0) { $0 + ($1[move] ?? 0) }
    }

    public func count(_ move: Distance.Move, from start: ClosedRange<Int>) -> Int {
      moves[start]?[move] ?? 0
    }

    /// The starting points from which anybody began, the lowest first.
    public var starts: [ClosedRange<Int>] {
      scale.starts.filter { moves[$0] != nil }
    }
  }

  /// Adds one ending of a family. `started` is the first day of the involvement.
  public mutating func add(_ file: CaseFile, _ spell: Spell, _ instruments: Instruments) {
    guard let closure = spell.closure else { return }
    if closure.planned {
      planned.add(file, spell, closure, instruments)
    } else {
      unplanned.add(file, spell, closure, instruments)
    }
  }
}

extension Scale {
  /// Starting points in groups: below the top in thirds, and the top by itself.
  public var starts: [ClosedRange<Int>] {
    let below = range.upperBound - range.lowerBound
    let size = (below + 2) / 3
    return stride(from: range.lowerBound, to: range.upperBound, by: size).map {
      $0...min($0 + size - 1, range.upperBound - 1)
    } + [range.upperBound...range.upperBound]
  }

  func start(of score: Int) -> ClosedRange<Int> {
    starts.first { $0.contains(score) } ?? range
  }
}

extension Collated.Part {
  mutating func add(
    _ file: CaseFile, _ spell: Spell, _ closure: Closure, _ instruments: Instruments
  ) {
    closures += 1
    reasons[closure.because, default: 0] += 1
    let begun = file.begins(spell)
    practitionersFirst.add(file.countOfPractitioners(on: begun))
    practitionersLast.add(file.countOfPractitioners(on: closure.header.day))
    for child in file.children {
      children += 1
      let distance = Distance(file.scored(child.id, in: spell), closingOnly: true)
      for scorer in Scorer.allCases { take(distance, scorer) }
      caring.add(
        file.caringReduced(child.id, in: spell, closingOnly: true, instruments: instruments))
    }
  }

  private mutating func take(_ distance: Distance, _ scorer: Scorer) {
    if let reason = distance.unpaired(by: scorer) {
      scorers[scorer, default: .init()].unpaired[reason, default: 0] += 1
    } else {
      scorers[scorer, default: .init()].paired += 1
    }
    for pair in distance.pairs(by: scorer) {
      let key = Collated.Key(scorer: scorer, area: pair.area, scale: pair.scale.text)
      areas[key, default: Collated.Tally(pair.scale)].add(pair)
    }
  }
}

extension CaseFile {
  /// The day an involvement began: of its reopening, or of the family's first referral or entry.
  public func begins(_ spell: Spell) -> Day {
    spell.from ?? referrals.map(\.header.day).min() ?? standing.map(\.header.day).min()
      ?? Day(number: 0)
  }
}
