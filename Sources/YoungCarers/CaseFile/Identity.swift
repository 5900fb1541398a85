/// Who is who, derived from the decisions that stand. Entries are never re-filed: joining and parting
/// change only this, and are exactly reversible.
public enum Identity {
  /// A person or a family as it was first written down.
  public struct Member: Sendable, Hashable {
    public var id: ID
    /// The family a person was filed under; of a family, itself.
    public var family: ID
    public var recorded: Instant

    public init(id: ID, family: ID, recorded: Instant) {
      self.id = id
      self.family = family
      self.recorded = recorded
    }
  }

  /// What an id stands for today, where that is not itself.
  public struct Alias: Sendable, Equatable {
    public var id: ID
    /// Nil for a family.
    public var person: ID?
    public var family: ID

    public init(id: ID, person: ID?, family: ID) {
      self.id = id
      self.person = person
      self.family = family
    }
  }

  /// The first written of each class stands for it. A joined person belongs to the household of the
  /// first entry; a household whose people have all gone to one other is seen as that one. Whoever
  /// stayed is still at home there, so what an id stands for stands for itself.
  public static func resolve(
    people: [Member], samePeople: [(ID, ID)], families: [Member], sameFamilies: [(ID, ID)]
  ) -> [Alias] {
    let persons = classes(people, samePeople)
    let households = classes(families, sameFamilies)
    let byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func household(_ family: ID) -> ID { households[family] ?? family }
    func home(of person: ID) -> ID {
      let first = persons[person] ?? person
      return household(byID[first]?.family ?? first)
    }
    var aliases: [Alias] = []
    /// Where the people of each household are at home today.
    var homes: [ID: Set<ID>] = [:]
    for person in people {
      let (first, family) = (persons[person.id] ?? person.id, home(of: person.id))
      homes[household(person.family), default: []].insert(family)
      if first != person.id || family != person.family {
        aliases.append(Alias(id: person.id, person: first, family: family))
      }
    }
    for family in families {
      let seen = household(family.id)
      let today = homes[seen].flatMap { $0.count == 1 ? $0.first : nil } ?? seen
      if today != family.id { aliases.append(Alias(id: family.id, person: nil, family: today)) }
    }
    return aliases
  }

  /// Each id that is not the first of its class, with the first.
  private static func classes(_ members: [Member], _ joins: [(ID, ID)]) -> [ID: ID] {
    let order = Dictionary(members.map { ($0.id, $0.recorded) }, uniquingKeysWith: min)
    var parent: [ID: ID] = [:]
    func root(_ id: ID) -> ID {
      var at = id
      while let up = parent[at] { at = up }
      return at
    }
    for (one, other) in joins {
      let (a, b) = (root(one), root(other))
      guard a != b else { continue }
      let (left, right) = (order[a], order[b])
      let aFirst = left != right ? (left ?? .distantFuture) < (right ?? .distantFuture) : a < b
      parent[aFirst ? b : a] = aFirst ? a : b
    }
    return Dictionary(uniqueKeysWithValues: parent.keys.map { ($0, root($0)) })
  }
}

extension Instant {
  static let distantFuture = Instant(microseconds: .max)
}
