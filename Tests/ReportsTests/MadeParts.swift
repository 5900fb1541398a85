import TestSupport
import YoungCarers

/// A made service in parts that have nothing to do with one another: whoever was ever thought to be
/// one, or shares a case, is in one part.
struct MadeParts {
  /// In the order in which they were written.
  let all: [Entry]
  /// Agencies, and the lists: what every part needs.
  let lists: [Entry]
  /// These, and what else names no case.
  let loose: [Entry]
  private var roots: [ID: Int] = [:]
  private let seed: UInt64

  init(seed: UInt64, children: Int = 60) throws {
    self.seed = seed
    all = (try MadeService(children: children, seed: seed).entries + Self.forgettings(seed))
      .sorted { ($0.header.recorded, $0.id) < ($1.header.recorded, $1.id) }
    var parents: [ID: ID] = [:]
    func root(_ id: ID) -> ID {
      var at = id
      while let up = parents[at] { at = up }
      return at
    }
    func join(_ a: ID, _ b: ID) {
      let (a, b) = (root(a), root(b))
      if a != b { parents[a] = b }
    }
    var homes: [ID: ID] = [:]
    for entry in all {
      if let family = entry.header.family { homes[entry.id] = family }
      if case .person(let person) = entry, let family = person.header.family {
        join(person.header.id, family)
      }
    }
    for entry in all {
      switch entry {
      case .samePerson(let same): join(same.one, same.other)
      case .sameFamily(let same): join(same.one, same.other)
      default: break
      }
    }
    // A withdrawal belongs to what it withdraws, however often that was withdrawn again.
    for case .withdrawal(let withdrawal) in all {
      for id in withdrawal.entries {
        if let home = homes[ID(id)] { homes[withdrawal.header.id] = home }
      }
    }
    let found = homes.mapValues(root)
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(found.values).sorted().enumerated().map { ($1, $0) })
    roots = found.compactMapValues { numbers[$0] }
    loose = all.filter { found[$0.id] == nil }
    lists = loose.filter { $0.kind == .agency || $0.kind == .listing }
  }

  /// What is left of families that were worked with and are forgotten.
  private static func forgettings(_ seed: UInt64) -> [Entry] {
    var pen = Pen(seed: seed &+ 1_000, days: MadeService.days)
    for _ in 0..<6 {
      let day = MadeService.days.lowerBound + pen.draw(100...1000)
      let ends = Forgetting.monthEnds(
        from: MadeService.days.lowerBound, until: Instant(inLondonOn: day, at: .midnight))
      var forgetting = Forgetting()
      (forgetting.because, forgetting.decider) = ("six years", "M Osei")
      forgetting.families = Forgetting.stays(ends.map { ($0, pen.draw(0...2)) })
      forgetting.children = Forgetting.stays(ends.map { ($0, pen.draw(0...5)) })
      pen.write(forgetting, nil, on: day)
    }
    return pen.entries
  }

  func entries(_ isChosen: (Entry) -> Bool) -> [Entry] {
    all.filter { roots[$0.id] != nil && isChosen($0) }
  }

  /// Which of so many parts, drawn for each.
  func place(of entry: Entry, among count: Int) -> Int {
    var random = Seeded(seed &* 1_000_003 &+ UInt64(roots[entry.id] ?? 0))
    return Int(random.next() % UInt64(count))
  }

  /// Three services that share nobody.
  var apart: [[Entry]] {
    (0..<3).map { at in
      entries { place(of: $0, among: 3) == at } + (at == 0 ? loose : lists)
    }
  }

  /// Three services of which some families are in the first and in the second, and some in all.
  var overlapping: [[Entry]] {
    (0..<3).map { service in
      entries {
        let at = place(of: $0, among: 7)
        return at % 3 == service || at == 4 || at == 6 && service < 2
      } + loose
    }
  }
}
