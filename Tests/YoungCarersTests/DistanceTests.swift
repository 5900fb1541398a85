import TestSupport
import Testing
import YoungCarers

/// A child's scorings, written down one after another.
struct ScoredCase {
  static let scale = "1 very hard to 10 as good as it can be"
  var safety = SafetyCase()
  var child = SafetyCase.child

  mutating func score(
    _ scorer: Scorer, _ stage: Stage, _ answers: [String], on day: String = "2026-03-02",
    name: String? = nil, scale: String? = ScoredCase.scale
  ) {
    safety.add(Assessment(), on: day) { assessment in
      assessment.form = .outcomes
      assessment.person = child
      assessment.scorer = scorer.rawValue
      assessment.scorerName = name
      assessment.stage = stage.rawValue
      assessment.scale = scale
      assessment.answers = answers
      assessment.finished = SafetyCase.day(day)
    }
  }

  mutating func relieve(
    _ task: String, _ became: Relief.Became = .stopped, _ cause: Relief.Cause = .plan,
    byChild: Bool? = nil, on day: String = "2026-05-01"
  ) {
    safety.add(Relief(), on: day) { relief in
      relief.person = child
      relief.task = task
      relief.became = became
      relief.cause = cause
      relief.takenByChild = byChild
    }
  }

  mutating func close(_ day: String = "2026-09-01", planned: Bool = true) {
    safety.add(Closure(), on: day) { $0.planned = planned }
  }

  mutating func reopen(_ day: String) { safety.add(Reopening(), on: day) { _ in } }

  func distance(closingOnly: Bool = true) -> Distance {
    Distance(safety.file.scored(child, in: safety.file.spell), closingOnly: closingOnly)
  }
}

@Suite("Distance travelled compares only what compares")
struct DistanceTests {
  private static let later = "2026-08-31"

  @Test(
    "P35: up, same, down, and already at the top",
    arguments: [
      (3, 7, Distance.Move.up), (5, 5, .same), (6, 2, .down), (10, 10, .atTop), (10, 9, .down),
      (9, 10, .up),
    ])
  func moves(_ first: Int, _ last: Int, _ move: Distance.Move) {
    var one = ScoredCase()
    one.score(.child, .first, ["family=\(first)"])
    one.score(.child, .closing, ["family=\(last)"], on: Self.later)
    let pair = one.distance().result(.family, by: .child).pair
    #expect(pair?.move == move)
    #expect(pair?.first == first && pair?.last == last)
    #expect(one.distance().result(.peers, by: .child) == .unpaired(.neither))
    #expect(one.distance().unpaired(by: .parent) == .neither)
  }

  @Test("P35: one score alone, another scorer and another scale are no pair, each with its reason")
  func unpaired() {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3"])
    #expect(one.distance().unpaired(by: .child) == .onlyFirst)
    var other = one
    other.score(.parent, .closing, ["family=9"], on: Self.later, name: "Mum")
    #expect(other.distance().unpaired(by: .child) == .scorer)
    #expect(other.distance().unpaired(by: .parent) == .onlyLast)
    var scale = one
    scale.score(.child, .closing, ["family=4"], on: Self.later, scale: "1 bad to 5 good")
    #expect(scale.distance().unpaired(by: .child) == .scale)
    var unsaid = one
    unsaid.score(.child, .closing, ["family=4"], on: Self.later, scale: nil)
    #expect(unsaid.distance().unpaired(by: .child) == .scale)
    var parents = ScoredCase()
    parents.score(.parent, .first, ["family=3"], name: "Mum")
    parents.score(.parent, .closing, ["family=8"], on: Self.later, name: "Dad")
    #expect(parents.distance().unpaired(by: .parent) == .scorer)
    parents.score(.parent, .closing, ["family=4"], on: Self.later, name: "mum")
    #expect(parents.distance().result(.family, by: .parent).pair?.last == 4)
  }

  @Test("P35: a review counts where the latest is asked for, and never as a closing score")
  func latest() {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3"])
    one.score(.child, .review, ["family=6"], on: "2026-06-01")
    #expect(one.distance().unpaired(by: .child) == .onlyFirst)
    #expect(one.distance(closingOnly: false).result(.family, by: .child).pair?.last == 6)
  }

  @Test("P35: an involvement that begins again begins with a first score of its own")
  func again() {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3"])
    one.score(.child, .closing, ["family=8"], on: "2026-09-03")
    one.close()
    one.reopen("2026-10-01")
    #expect(one.distance().scores.isEmpty)
    one.score(.child, .closing, ["family=9"], on: "2026-11-01")
    one.close("2026-11-02")
    #expect(one.distance().unpaired(by: .child) == .onlyLast)
    let spells = one.safety.file.spells
    #expect(spells.count == 2 && spells.allSatisfy { $0.closure != nil })
    let first = Distance(
      one.safety.file.scored(SafetyCase.child, in: spells[0]), closingOnly: true)
    #expect(first.result(.family, by: .child).pair?.last == 8)
  }

  @Test("P7: child and parent side by side disagree by so much, on one scale only")
  func disagreement() {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3", "peers=5"])
    one.score(.parent, .first, ["family=8"], name: "Mum")
    one.score(.parent, .closing, ["family=4"], on: Self.later, name: "Mum", scale: "0 a to 5 b")
    one.score(.child, .closing, ["family=4"], on: Self.later)
    #expect(one.distance().disagreement(.family, atFirst: true) == 5)
    #expect(one.distance().disagreement(.peers, atFirst: true) == nil)
    #expect(one.distance().disagreement(.family, atFirst: false) == nil)
  }

  @Test(
    "P7: a parent sees only what the child, asked first, allowed last",
    arguments: [
      ("none", 0, false), ("family; peers", 2, false), ("all", 8, true), ("all; none", 0, false),
    ])
  func maySee(_ wish: String, _ count: Int, _ isAll: Bool) {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3", "parentMaySee=all"])
    one.score(.child, .review, ["family=3", "parentMaySee=\(wish)"], on: "2026-06-01")
    one.score(.child, .closing, ["family=4"], on: "2026-08-31")
    let see = one.safety.file.parentMaySee(SafetyCase.child)
    #expect(see.areas.count == count && see.isAll == isAll && see.wasAsked)
    #expect(!SafetyCase().file.parentMaySee(SafetyCase.child).wasAsked)
    #expect(SafetyCase().file.parentMaySee(SafetyCase.child).areas.isEmpty)
  }

  @Test("P7: each reader sees their own scores, a parent also what the child allowed, a worker all")
  func readers() {
    var one = ScoredCase()
    one.score(.child, .first, ["family=3", "peers=2", "tasks=lifting", "parentMaySee=peers"])
    one.score(.parent, .first, ["family=8"], name: "Mum")
    one.score(.parent, .first, ["family=7"], name: "Dad")
    one.score(.worker, .first, ["family=4"])
    let file = one.safety.file
    func seen(_ reader: ScoreReader) -> [[String]] {
      file.scored(SafetyCase.child, in: file.spell, for: reader).map(\.answers.lines)
    }
    #expect(seen(.worker).count == 4)
    #expect(seen(.child).map(\.count) == [4])
    #expect(seen(.parent("mum")) == [["peers=2"], ["family=8"]])
    #expect(seen(.parent(nil)) == [["peers=2"], ["family=8"], ["family=7"]])
    one.score(.child, .review, ["family=3", "parentMaySee=none"], on: "2026-06-01")
    #expect(
      one.safety.file.scored(SafetyCase.child, in: file.spell, for: .parent("Dad"))
        .map(\.answers.lines) == [["family=7"]])
  }

  @Test("Starting points cover every score of a scale once, the top by itself")
  func starts() {
    for text in ["1 a to 10 b", "0 a to 4 b", "1 a to 2 b", "0 a to 100 b", "1 a to 5 b"] {
      let scale = Scale(text)
      #expect(scale?.starts.flatMap { Array($0) } == scale.map { Array($0.range) })
      #expect(scale?.starts.last?.count == 1)
      #expect((scale?.starts.count ?? 9) <= 4)
    }
  }

  @Test("A middle and quarters are numbers that came, whatever the order", arguments: 1...40)
  func spread(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    let numbers = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      Int.random(in: 0...10, using: &random)
    }
    let sorted = numbers.sorted()
    let spread = Spread(numbers)
    #expect(spread == Spread(numbers.shuffled(using: &random)))
    let low = sorted[(numbers.count - 1) / 2]
    let high = sorted[numbers.count / 2]
    #expect(
      spread.median
        == (low == high
          ? "\(low)"
          : (low + high) % 2 == 0
            ? "\((low + high) / 2)" : "\((low + high) / 2).5"))
    let quarter = sorted.count { $0 <= spread.lowerQuartile ?? -1 }
    #expect(4 * quarter >= numbers.count)
    #expect(4 * sorted.count { $0 < spread.lowerQuartile ?? -1 } < numbers.count)
    #expect(4 * sorted.count { $0 <= spread.upperQuartile ?? -1 } >= 3 * numbers.count)
  }
}
