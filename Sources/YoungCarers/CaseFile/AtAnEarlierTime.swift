/// Entries of some families and people, with everybody who was ever one with them: who was worked
/// with as it was known at one time, and who was who.
public struct AtAnEarlierTime: Sendable {
  private let entries: [Entry]

  /// Families, people, decisions about identity, what opens and closes, and what takes any of these
  /// out of force; all of it, fallen or not.
  public init(_ entries: [Entry]) {
    self.entries = entries.sorted {
      ($0.header.recorded, $0.id) < ($1.header.recorded, $1.id)
    }
  }

  /// Who is worked with when a day is over. `written`: nothing counts that was written down at that
  /// time or later; `identity`: the same for who is who. Nil is all there is.
  public func involved(after day: Day, written: Instant?, identity: Instant?) -> Involved {
    let known = before(written)
    let aliases = Self.aliases(before(identity))
    let byID = Dictionary(aliases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fallen = Set(Self.fallen(known).keys)
    var filed: [ID: [Entry]] = [:]
    for entry in known {
      let subject = entry.subject
      let alias = subject.person.flatMap { byID[$0] } ?? subject.family.flatMap { byID[$0] }
      if let family = alias?.family ?? subject.family { filed[family, default: []].append(entry) }
    }
    let groups = Dictionary(grouping: aliases, by: \.family)
    var involved = Involved()
    for (family, entries) in filed {
      involved.add(
        CaseFile(family: family, entries: entries, aliases: groups[family] ?? [], fallen: fallen),
        after: day)
    }
    return involved
  }

  private func before(_ time: Instant?) -> [Entry] {
    time.map { time in entries.filter { $0.header.recorded < time } } ?? entries
  }

  private static func fallen(_ entries: [Entry]) -> [ID: ID] {
    Standing.fallen(entries.compactMap { Standing.Cause($0) }, alarms: [])
  }

  private static func aliases(_ entries: [Entry]) -> [Identity.Alias] {
    let fallen = fallen(entries)
    var (people, families): ([Identity.Member], [Identity.Member]) = ([], [])
    var (same, joined): ([(ID, ID)], [(ID, ID)]) = ([], [])
    for entry in entries {
      let header = entry.header
      switch entry {
      case .person:
        people.append(
          Identity.Member(
            id: header.id, family: header.family ?? header.id, recorded: header.recorded))
        if let replaced = header.replaces { same.append((replaced, header.id)) }
      case .family:
        families.append(
          Identity.Member(id: header.id, family: header.id, recorded: header.recorded))
        if let replaced = header.replaces { joined.append((replaced, header.id)) }
      case .samePerson(let decision) where fallen[header.id] == nil:
        same.append((decision.one, decision.other))
      case .sameFamily(let decision) where fallen[header.id] == nil:
        joined.append((decision.one, decision.other))
      default: continue
      }
    }
    return Identity.resolve(
      people: people, samePeople: same, families: families, sameFamilies: joined)
  }
}
