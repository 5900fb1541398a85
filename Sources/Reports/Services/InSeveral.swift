import Storage
import YoungCarers

/// Who and what stands in more than one of several stores. A case is one by its id, a child by id, or
/// by a UPN or NHS number. A number is believed only where no store has it of two children, and never
/// makes two children of one store one: who is who in a service is the service's own decision.
struct InSeveral {
  let cases: Set<ID>
  /// Children of one number in several stores, each with who stands for them.
  let heads: [ID: ID]
  private let isLoose: Bool

  /// Whether no figure of one service has anything to do with another's.
  var isNone: Bool { cases.isEmpty && heads.isEmpty && !isLoose }

  init(_ holdings: [Holding]) {
    cases = Self.met(twice: holdings.map(\.cases))
    isLoose = !Self.met(twice: holdings.map(\.loose)).isEmpty
    heads = Self.heads(holdings)
  }

  private static func met(twice sets: [Set<ID>]) -> Set<ID> {
    var (met, twice): (Set<ID>, Set<ID>) = ([], [])
    for ids in sets {
      twice.formUnion(ids.intersection(met))
      met.formUnion(ids)
    }
    return twice
  }

  private static func heads(_ holdings: [Holding]) -> [ID: ID] {
    let doubtful = holdings.reduce(into: Set<String>()) { $0.formUnion($1.doubtful) }
    var parents: [ID: ID] = [:]
    var places: [ID: Set<Int>] = [:]
    func root(_ id: ID) -> ID {
      var at = id
      while let up = parents[at] { at = up }
      return at
    }
    for (place, holding) in holdings.enumerated() {
      for (number, person) in holding.numbers where !doubtful.contains(number) {
        for (other, beside) in holdings.enumerated().dropFirst(place + 1) {
          guard let same = beside.numbers[number] else { continue }
          places[person, default: []].insert(place)
          places[same, default: []].insert(other)
          let (a, b) = (root(person), root(same))
          if a != b { parents[max(a, b)] = min(a, b) }
        }
      }
    }
    let groups = Dictionary(grouping: places.keys, by: root)
    return groups.reduce(into: [:]) { heads, group in
      let stores = group.value.flatMap { places[$0] ?? [] }
      guard Set(stores).count == stores.count || group.value.count == 1 else { return }
      for id in group.value { heads[id] = group.key }
    }
  }
}
