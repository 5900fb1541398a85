import YoungCarers

/// Somebody known, as one entry described them. `identity` names the person that entry is part of:
/// entries that were joined share it. Whoever gives one entry of a person gives all of them, because
/// a veto of any counts, and leaves out people of whom somebody decided that they are others.
public struct Candidate: Sendable, Equatable {
  public var child: Described
  public var person: ID
  public var family: ID?
  public var identity: ID

  public init(_ child: Described, person: ID, family: ID? = nil, identity: ID) {
    self.child = child
    self.person = person
    self.family = family
    self.identity = identity
  }
}

/// Whether a child is already known. `because` is evidence in short lines without values.
public enum Decision: Sendable, Equatable {
  case new
  case same(Candidate, because: [String])
  /// A person must look at these, the likeliest first. `confused` are the people who bear the same
  /// identifier and are clearly somebody else: their own recognition was on false ground too.
  case undecided([Candidate], because: [String], confused: [ID])
}

/// Decides from one candidate an entry; the order of candidates does not matter.
///
/// Sure is one person only, without a veto, by an identifier with a name or a birth date to bear it
/// out, or by names, birth date and household together. A given name that is clearly another's is a
/// brother or a sister, and new. What is left in doubt goes to a person.
public func decide(_ new: Described, among candidates: [Candidate]) -> Decision {
  let judged = people(candidates)
    .compactMap { Judgement(of: new, against: $0) }
    .filter { $0.verdict != .other }
    .sorted(by: Judgement.precedes)
  guard let first = judged.first else { return .new }
  let confused = judged.flatMap(\.confused)
  let sure = judged.count { $0.verdict == .same }
  if sure == 1, confused.isEmpty { return .same(first.best, because: first.because) }
  var because = first.because
  if sure > 1 { because.append("more than one known person agrees as well") }
  return .undecided(judged.map(\.best), because: because, confused: confused)
}

/// The entries of each person.
private func people(_ candidates: [Candidate]) -> [[Candidate]] {
  var people: [[Candidate]] = []
  for candidate in candidates {
    if let place = people.firstIndex(where: { $0[0].identity == candidate.identity }) {
      people[place].append(candidate)
    } else {
      people.append([candidate])
    }
  }
  return people
}

/// What all entries of one known person say together about a new description.
private struct Judgement {
  enum Verdict: Int { case other, doubt, same }

  let verdict: Verdict
  let best: Candidate
  let weight: Int
  let confused: [ID]
  private let found: Comparison
  private let isVetoed: Bool

  init?(of new: Described, against entries: [Candidate]) {
    let compared = entries.map { (entry: $0, found: compare(new, $0.child)) }
    let weighed = compared.map { ($0, Weights.total($0.found)) }
    let top = weighed.max { ($0.1, $1.0.entry.person) < ($1.1, $0.0.entry.person) }
    guard let top else { return nil }
    let found = top.0.found
    self.found = found
    best = top.0.entry
    weight = top.1
    confused = found.isSure(weight) ? [] : compared.filter(\.found.isConfusion).map(\.entry.person)
    isVetoed = compared.contains(where: \.found.isVetoed)
    if isVetoed {
      verdict = found.isStriking || found.sharesIdentifier ? .doubt : .other
    } else {
      verdict = found.isSure(weight) ? .same : found.isDoubtful(weight) ? .doubt : .other
    }
  }

  var because: [String] {
    let elsewhere = isVetoed && !found.isVetoed
    return found.evidence
      + (elsewhere ? ["an identifier differs from another entry of this person"] : [])
  }

  static func precedes(_ a: Judgement, _ b: Judgement) -> Bool {
    if a.verdict != b.verdict { return a.verdict.rawValue > b.verdict.rawValue }
    return a.weight != b.weight ? a.weight > b.weight : a.best.person < b.best.person
  }
}

extension Comparison {
  private var bornAgrees: Bool { born == .exact || born == .newYear }

  fileprivate func isSure(_ weight: Int) -> Bool {
    guard given >= .near || given == .missing && sharesIdentifier else { return false }
    guard sharesIdentifier else { return weight >= Weights.sure }
    if given == .missing { return surname >= .near && bornAgrees }
    return born != .different || given >= .variant && surname >= .near
  }

  fileprivate func isDoubtful(_ weight: Int) -> Bool {
    sharesIdentifier || given != .different && weight >= Weights.doubtful
  }

  /// Everything but the identifiers agrees.
  fileprivate var isStriking: Bool {
    given >= .variant && surname >= .near && bornAgrees
      && (household == .same || household == .postcode || household == .missing)
  }

  /// One identifier, two children.
  fileprivate var isConfusion: Bool {
    sharesIdentifier && given == .different && (born == .different || born == .missing)
  }
}
