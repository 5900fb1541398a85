/// A count, as somebody sees it who tries to work out what is not shown: a number that he knows, or
/// one of which he knows between what it lies.
struct Unknown {
  enum State {
    /// A number is shown, or is known in another way.
    case told
    /// Too small to be shown.
    case small
    /// Not shown for another's sake, or because it was not shown before.
    case kept
    /// In no cell: what is left over of a whole, a quantity that only a relation names.
    case unseen
  }

  /// What it counts.
  struct Name {
    /// What all that is decided by order is decided by, so that the order of rows decides nothing.
    let key: String
    /// Nil where it counts in one place only, or is a rest.
    let quantity: Quantity?
  }

  /// Nil where nothing says it: then it is taken as known, which errs on the safe side.
  var value: Int?
  var state = State.unseen
  /// Whether an earlier report settled what becomes of it.
  var isFixed = false
  /// Whether nobody may work it out.
  var isSecret = false
  /// In how many sums it is the whole: totals are told longest.
  var rank = 0
  /// What an earlier report told, where that is shown still though it is no longer so.
  var stays: Int?
  /// Whether an earlier report told another number.
  var isRevised = false

  var isTold: Bool { state == .told || value == nil }

  /// Whether it could lie one higher or lower, for all that is known; what is told, if it were not.
  func couldLie(at number: Int, _ rules: DisclosureRules) -> Bool {
    switch state {
    case .small: rules.isSmall(number)
    case .kept, .told: number >= min(rules.threshold, value ?? 0)
    case .unseen: number >= min(0, value ?? 0)
    }
  }
}

/// Terms that add up to a number which is known, each with its factor.
struct Equation: Hashable, Comparable {
  struct Term: Hashable {
    var unknown: Int
    var factor: Int
  }

  let terms: [Term]

  /// The same unknown in several terms counts once, with what they come to.
  init(_ terms: [Term]) {
    var factors: [Int: Int] = [:]
    for term in terms { factors[term.unknown, default: 0] += term.factor }
    let sorted = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    // Both signs say the same.
    let sign = sorted.first.map { $0.value.signum() } ?? 1
    self.terms = sorted.map { Term(unknown: $0.key, factor: $0.value * sign) }
  }

  static func < (a: Equation, b: Equation) -> Bool {
    a.terms.lexicographicallyPrecedes(b.terms) {
      ($0.unknown, $0.factor) < ($1.unknown, $1.factor)
    }
  }
}

/// The counts behind a report, and the sums that hold between them.
struct Unknowns {
  private(set) var all: [Unknown]
  let names: [Unknown.Name]
  let equations: [Equation]
  /// The equations in which each unknown stands, with its factor there.
  let uses: [[(equation: Int, factor: Int)]]
  private let places: [String: Int]

  subscript(place: Int) -> Unknown {
    get { all[place] }
    set { all[place] = newValue }
  }

  func place(_ key: String) -> Int? { places[key] }

  /// In an order that does not depend on where anything stands.
  init(_ unknowns: [Unknown], _ names: [Unknown.Name], _ equations: [Equation]) {
    let order = unknowns.indices.sorted { names[$0].key < names[$1].key }
    var moved = order
    for (new, old) in order.enumerated() { moved[old] = new }
    all = order.map { unknowns[$0] }
    self.names = order.map { names[$0] }
    let named = equations.map { equation in
      Equation(equation.terms.map { .init(unknown: moved[$0.unknown], factor: $0.factor) })
    }
    self.equations = Set(named.filter { !$0.terms.isEmpty }).sorted()
    var uses: [[(equation: Int, factor: Int)]] = all.map { _ in [] }
    for (place, equation) in self.equations.enumerated() {
      for term in equation.terms { uses[term.unknown].append((place, term.factor)) }
    }
    self.uses = uses
    places = Dictionary(uniqueKeysWithValues: self.names.enumerated().map { ($1.key, $0) })
  }
}
