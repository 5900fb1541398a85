/// Decides what is not told so that nobody can work out what must not be known: of each number that is
/// too small, and of each that is held back for another's sake, there is another value that agrees
/// with all that is told.
struct Protection {
  private(set) var unknowns: Unknowns
  /// What can be worked out from earlier reports, or from what was settled by them, whatever is held
  /// back now.
  private(set) var exposed: Set<Int> = []
  private let rules: DisclosureRules
  /// Another way in which the numbers could lie, for each that must not be known.
  private var ways: [Int: [Exchange.Move]] = [:]

  init(_ unknowns: Unknowns, _ rules: DisclosureRules) {
    self.unknowns = unknowns
    self.rules = rules
    for place in unknowns.all.indices where unknowns[place].isSecret { protect(place) }
    tellAgain()
  }

  private mutating func protect(_ place: Int) {
    guard ways[place] == nil else { return }
    if let way = way(place, sparesNothing: true) {
      for move in way where unknowns[move.unknown].isTold { hold(move.unknown) }
      keep(way)
    } else {
      exposed.insert(place)
      holdAround(place)
    }
  }

  private func way(_ place: Int, sparesNothing: Bool) -> [Exchange.Move]? {
    Exchange(unknowns: unknowns, rules: rules, sparesNothing: sparesNothing).moves(of: place)
  }

  private mutating func keep(_ way: [Exchange.Move]) {
    for move in way where unknowns[move.unknown].isSecret { ways[move.unknown] = way }
  }

  private mutating func hold(_ place: Int) {
    unknowns[place].state = .kept
    unknowns[place].isSecret = true
  }

  /// All else that touches what cannot be protected is held back too.
  private mutating func holdAround(_ place: Int) {
    guard rules.isSmall(unknowns[place].value ?? 0) else { return }
    let near = unknowns.uses[place].flatMap { unknowns.equations[$0.equation].terms }
      .map(\.unknown).filter { unknowns[$0].isTold && !unknowns[$0].isFixed }
    for other in Set(near).sorted() where unknowns[other].value ?? 0 >= rules.threshold {
      hold(other)
      unknowns[other].isFixed = true
    }
    for other in Set(near).sorted() where unknowns[other].isSecret { protect(other) }
  }

  /// What was held back for another's sake and need not be is told again, totals first, then the
  /// larger.
  private mutating func tellAgain() {
    let held = unknowns.all.indices.filter { place in
      unknowns[place].state == .kept && !unknowns[place].isFixed
    }
    func weight(_ place: Int) -> (Int, Int, Int) {
      (-unknowns[place].rank, -(unknowns[place].value ?? 0), place)
    }
    for place in held.sorted(by: { weight($0) < weight($1) }) { tell(place) }
  }

  private mutating func tell(_ place: Int) {
    let before = (unknowns, ways)
    unknowns[place].state = .told
    unknowns[place].isSecret = false
    ways[place] = nil
    for (other, way) in ways.sorted(by: { $0.key < $1.key })
    where way.contains(where: { $0.unknown == place }) {
      // One that was found meanwhile may stand for several.
      guard ways[other]?.contains(where: { $0.unknown == place }) == true else { continue }
      guard let way = self.way(other, sparesNothing: false) else {
        (unknowns, ways) = before
        return
      }
      keep(way)
    }
  }
}
