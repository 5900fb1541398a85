import YoungCarers

/// The people known so far in a batch, found by their keys.
///
/// A child is compared with whoever was added before, so who is joined to whom may depend on the
/// order of rows in one way only: what a later row says cannot help an earlier one. Add in the order
/// of the file, and people from a store first. Among people already added, order decides nothing, but
/// for a key that more than `crowd` people share, of whom the newest are looked at.
public struct Recogniser: Sendable {
  /// No honest key has more people: one that has (a placeholder number, a children's home with one
  /// surname written for all) would make every row compare with every other.
  public static let crowd = 100

  private var people: [Candidate] = []
  private var index = KeyIndex()

  public init() {}

  public var count: Int { people.count }

  /// `identity` is the person this entry is part of: its own id, or that of whom it was joined to.
  public mutating func add(_ child: Described, person: ID, family: ID?, identity: ID) {
    let place = Int32(people.count)
    people.append(Candidate(child, person: person, family: family, identity: identity))
    for key in keys(of: child) { index.insert(key, place) }
    for key in householdKeys(of: child) { index.insert(key, place) }
    index.insert(Self.key(identity), place)
  }

  /// Everybody who shares a key, and every other entry of the same people.
  public func candidates(for child: Described) -> [Candidate] {
    var places = places(keys(of: child))
    var identities: [ID] = []
    for place in places {
      let identity = people[Int(place)].identity
      if !identities.contains(identity) { identities.append(identity) }
    }
    for identity in identities {
      index.each(Self.key(identity), most: .max) { place in
        if people[Int(place)].identity == identity { places.append(place) }
      }
    }
    return candidates(at: places)
  }

  /// Everybody who may live in the same household.
  public func householdCandidates(for child: Described) -> [Candidate] {
    candidates(at: places(householdKeys(of: child)))
  }

  private func places(_ keys: [UInt64]) -> [Int32] {
    var places: [Int32] = []
    for key in keys { index.each(key, most: Self.crowd) { places.append($0) } }
    return places
  }

  private func candidates(at places: [Int32]) -> [Candidate] {
    var found: [Candidate] = []
    var last: Int32 = -1
    for place in places.sorted() where place != last {
      found.append(people[Int(place)])
      last = place
    }
    return found
  }

  private static func key(_ identity: ID) -> UInt64 {
    Key.identity.hash(Stable.hash(identity.text))
  }
}
