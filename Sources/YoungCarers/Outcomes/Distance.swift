/// How far one child has come, area by area, for each scorer apart: the same scorer and the same scale
/// only (practice P35). It says what has changed, and nothing of why.
public struct Distance: Sendable, Equatable {
  public enum Move: String, Sendable, CaseIterable {
    case up, same, down
    /// At the highest score both times: there was nowhere to go.
    case atTop = "already at the top"
  }

  /// A first score and a later one that compare.
  public struct Pair: Sendable, Equatable {
    public var area: Area
    public var scorer: Scorer
    public var scale: Scale
    public var first: Int
    public var last: Int
    public var firstDay: Day
    public var lastDay: Day
    public var lastStage: Stage

    public var move: Move {
      if first == last { return first >= scale.range.upperBound ? .atTop : .same }
      return last > first ? .up : .down
    }
  }

  /// Why there is no pair.
  public enum Unpaired: String, Sendable, CaseIterable {
    case neither = "no score"
    case onlyFirst = "only a first score"
    case onlyLast = "no first score"
    case scorer = "another person scored"
    case scale = "another scale"
  }

  public enum Result: Sendable, Equatable {
    case pair(Pair)
    case unpaired(Unpaired)

    public var pair: Pair? { if case .pair(let pair) = self { pair } else { nil } }
  }

  public let scores: [Scored]
  /// Whether only a closing score counts as the later one; else the latest there is.
  public let closingOnly: Bool

  public init(_ scores: [Scored], closingOnly: Bool) {
    self.scores = scores
    self.closingOnly = closingOnly
  }

  /// Who scored anything.
  public var scorers: [Scorer] {
    Scorer.allCases.filter { scorer in scores.contains { $0.scorer == scorer } }
  }

  private func isLater(_ score: Scored) -> Bool {
    closingOnly ? score.stage == .closing : score.stage != .first
  }

  public func first(_ area: Area, by scorer: Scorer) -> Scored? {
    scores.first { $0.scorer == scorer && $0.stage == .first && $0[area] != nil }
  }

  public func last(_ area: Area, by scorer: Scorer) -> Scored? {
    scores.last { $0.scorer == scorer && isLater($0) && $0[area] != nil }
  }

  public func result(_ area: Area, by scorer: Scorer) -> Result {
    guard let last = last(area, by: scorer), let after = last[area] else {
      guard first(area, by: scorer) != nil else { return .unpaired(.neither) }
      let others = Scorer.allCases.contains { $0 != scorer && self.last(area, by: $0) != nil }
      let isOthers = others && !Scorer.allCases.contains { isScoredTwice(area, by: $0) }
      return .unpaired(isOthers ? .scorer : .onlyFirst)
    }
    let firsts = scores.filter {
      $0.scorer == scorer && $0.stage == .first && $0[area] != nil && $0.day <= last.day
    }
    guard !firsts.isEmpty else { return .unpaired(.onlyLast) }
    guard let first = firsts.first(where: { $0.isBySame(as: last) }), let before = first[area]
    else { return .unpaired(.scorer) }
    guard let scale = first.scale, scale == last.scale, scale.range.contains(before),
      scale.range.contains(after)
    else { return .unpaired(.scale) }
    return .pair(
      Pair(
        area: area, scorer: scorer, scale: scale, first: before, last: after, firstDay: first.day,
        lastDay: last.day, lastStage: last.stage))
  }

  private func isScoredTwice(_ area: Area, by scorer: Scorer) -> Bool {
    first(area, by: scorer) != nil && last(area, by: scorer) != nil
  }

  public func pairs(by scorer: Scorer) -> [Pair] {
    Area.allCases.compactMap { result($0, by: scorer).pair }
  }

  /// Nil where any area has a pair; else why none has, what could be mended first.
  public func unpaired(by scorer: Scorer) -> Unpaired? {
    let results = Area.allCases.map { result($0, by: scorer) }
    guard !results.contains(where: { $0.pair != nil }) else { return nil }
    let order: [Unpaired] = [.scale, .scorer, .onlyFirst, .onlyLast]
    return order.first { reason in results.contains(.unpaired(reason)) } ?? .neither
  }

  /// How much higher the parent scored an area than the child, at the beginning or last, on one
  /// scale: for workers only, unless the child agreed (practice P7).
  public func disagreement(_ area: Area, atFirst: Bool) -> Int? {
    let (child, parent) =
      atFirst
      ? (first(area, by: .child), first(area, by: .parent))
      : (last(area, by: .child), last(area, by: .parent))
    guard let child, let parent, let scale = child.scale, scale == parent.scale,
      let theirs = child[area], let parents = parent[area]
    else { return nil }
    return parents - theirs
  }
}
