/// What an answer sheet comes to.
public struct Scores: Sendable, Equatable {
  /// One for each sum of the instrument, in its order.
  public var sums: [Sum]
  /// The items without an answer.
  public var missing: [Int]
  /// The items whose answers are safeguarding flags (P1), whatever else there is or is not.
  public var alarms: [Int]
  /// The items that could be such a flag, and have no answer.
  public var unanswered: [Int]

  /// What is missing is neither guessed nor made up for by a share of the rest. A missing item has a
  /// lowest and a highest answer, so the sum has a lowest and a highest value, and that is all that is
  /// known: a prorated number looks like a score and is an invention, which would be compared with
  /// others and with cut-offs that were set on whole forms.
  public struct Sum: Sendable, Equatable {
    public enum Standing: Sendable, Equatable {
      /// Every item is answered.
      case whole
      /// No more are missing than may be: the sum is somewhere in its range.
      case partial
      /// More are missing.
      case notScoreable
    }

    public var standing: Standing
    public var range: ClosedRange<Int>
    /// The places of the bands that the sum can be in: one where that is sure, none where the sum has
    /// no bands or is not scoreable.
    public var bands: Range<Int>

    /// The sum itself, where it is known.
    public var value: Int? { standing == .whole ? range.lowerBound : nil }
  }
}

extension Instrument {
  /// Scores a sheet of this instrument. Every alarm counts by itself: a quiet total is no clearance
  /// (P1), and neither is a total that cannot be given.
  public func scores(_ sheet: AnswerSheet) -> Scores {
    var scores = Scores(sums: [], missing: [], alarms: [], unanswered: [])
    scores.sums.reserveCapacity(sums.count)
    for place in sums.indices { scores.sums.append(score(sums[place], sheet)) }
    for item in 1...count where sheet[item] == nil { scores.missing.append(item) }
    for alarm in alarms {
      if let answer = sheet[alarm.item] {
        if answer >= alarm.atLeast { scores.alarms.append(alarm.item) }
      } else {
        scores.unanswered.append(alarm.item)
      }
    }
    return scores
  }

  private func score(_ sum: Sum, _ sheet: AnswerSheet) -> Scores.Sum {
    var known = 0
    var missing = 0
    for item in sum.items {
      if let answer = sheet[item] { known += answer } else { missing += 1 }
    }
    let range = known + missing * scale.lowerBound...known + missing * scale.upperBound
    guard missing <= sum.mayMiss else {
      return Scores.Sum(standing: .notScoreable, range: range, bands: 0..<0)
    }
    return Scores.Sum(
      standing: missing == 0 ? .whole : .partial, range: range, bands: sum.bands(of: range))
  }

  /// What somebody should see, the safeguarding flags first: each begins with `safeguarding`.
  public func flags(_ scores: Scores) -> [String] {
    var flags: [String] = []
    for item in scores.alarms { flags.append(flagTexts.raised[item] ?? "safeguarding") }
    for item in scores.unanswered { flags.append(flagTexts.unanswered[item] ?? "unanswered") }
    for (place, score) in scores.sums.enumerated() {
      if score.standing == .notScoreable {
        flags.append(flagTexts.notScoreable[place])
      } else if let isSure = concern(sums[place].bands[score.bands]) {
        flags.append(isSure ? flagTexts.concern[place] : flagTexts.possible[place])
      }
    }
    return flags
  }

  /// Whether it is sure that the bands are a concern; nil where none is.
  private func concern(_ bands: ArraySlice<Band>) -> Bool? {
    guard bands.contains(where: \.isConcern) else { return nil }
    return bands.allSatisfy(\.isConcern)
  }
}

/// The flags of an instrument as texts, made once.
struct FlagTexts: Sendable {
  /// By item.
  let raised: [Int: String]
  let unanswered: [Int: String]
  /// By the place of the sum.
  let concern: [String]
  let possible: [String]
  let notScoreable: [String]

  init(_ code: String, _ sums: [Instrument.Sum], _ alarms: [Instrument.Alarm]) {
    func items(_ what: String) -> [Int: String] {
      alarms.reduce(into: [:]) { $0[$1.item] = "\(what): \(code) item \($1.item)" }
    }
    func names(_ what: String) -> [String] { sums.map { "\(what): \(code) \($0.name)" } }
    raised = items("safeguarding")
    unanswered = items("unanswered")
    concern = names("concern")
    possible = names("possible concern")
    notScoreable = names("not scoreable")
  }
}

extension Instrument.Sum {
  /// The places of the bands that some sum of a range is in.
  func bands(of range: ClosedRange<Int>) -> Range<Int> {
    guard let first = bands.firstIndex(where: { $0.range.overlaps(range) }) else { return 0..<0 }
    let rest = bands[first...]
    return first..<(rest.firstIndex { !$0.range.overlaps(range) } ?? rest.endIndex)
  }
}
