/// One family's entries in the order of a chronology: what rules about a case read. A view in memory,
/// never stored, and the same whatever order they came in.
public struct CaseFile: Sendable {
  public let family: ID
  /// All that were given, those that have fallen among them: to be shown, and nothing else.
  public let entries: [Entry]
  /// Those that stand: what is true of the family.
  public let standing: [Entry]
  /// The same by the rank of their kinds: a rule asks for one kind at a time.
  private let byKind: [[Entry]]
  /// What each id in the case stands for today.
  let aliases: [ID: Identity.Alias]

  public init(
    family: ID, entries: [Entry], aliases: [Identity.Alias], fallen: Set<ID> = []
  ) {
    self.family = family
    self.entries = Entry.chronology(entries)
    standing = fallen.isEmpty ? self.entries : self.entries.filter { !fallen.contains($0.id) }
    byKind = standing.reduce(into: Array(repeating: [], count: Kind.count)) { kinds, entry in
      if let kind = entry.kind { kinds[kind.rank].append(entry) }
    }
    self.aliases = Dictionary(aliases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func today(_ person: ID) -> ID { aliases[person]?.person ?? person }

  /// Somebody in the family: all that is written of them, first to last.
  public struct Member: Sendable {
    public let id: ID
    public let entries: [Person]
    /// The newest description that gives the value.
    public func latest<Value>(_ path: (Person) -> Value?) -> Value? {
      entries.reversed().lazy.compactMap(path).first
    }
    /// Every different value ever given, first to last.
    public func all<Value: Equatable>(_ path: (Person) -> Value?) -> [Value] {
      entries.compactMap(path).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// The people in the family, joined entries as one, in the order they were first written down.
  public var members: [Member] {
    var order: [ID] = []
    var found: [ID: [Person]] = [:]
    for person in all(Person.self) {
      let id = today(person.header.id)
      if found[id] == nil { order.append(id) }
      found[id, default: []].append(person)
    }
    return order.map { Member(id: $0, entries: found[$0] ?? []) }
  }

  /// The young carers among them.
  public var children: [Member] {
    members.filter { $0.entries.contains { $0.role == .youngCarer } }
  }

  public var name: String? {
    for case .family(let family) in standing where family.header.id == self.family {
      return family.name
    }
    for case .family(let family) in standing { return family.name }
    return nil
  }

  /// The entries of one kind that stand, first to last.
  public func all<One: Payload>(_ type: One.Type) -> [One] {
    byKind[One.kind.rank].compactMap { $0.of(One.self) }
  }

  /// How many of one kind stand.
  func count(_ type: (some Payload).Type) -> Int { byKind[type.kind.rank].count }

  /// As if nothing had ever been withdrawn or replaced: what is shown unless somebody asks for all.
  public var withoutFallen: CaseFile {
    CaseFile(family: family, entries: standing, aliases: Array(aliases.values))
  }

  public var referrals: [Referral] { all(Referral.self) }

  /// The lead workers on a day: of this service, or of another agency.
  public func leads(on day: Day) -> [Allocation] {
    all(Allocation.self).filter {
      ($0.starts ?? $0.header.day) <= day && $0.ends.map { day <= $0 } ?? true
    }
  }

  /// How many other workers are in the family's life on a day, each counted once by name.
  public func countOfPractitioners(on day: Day) -> Int {
    Set(practitioners(on: day).map { Text.folded($0.name) }).count
  }

  /// The other workers in the family's life on a day (practice P15).
  public func practitioners(on day: Day) -> [Practitioner] {
    all(Practitioner.self).filter {
      ($0.starts ?? $0.header.day) <= day && $0.ends.map { day <= $0 } ?? true
    }
  }

  /// The last day on which a child was seen.
  public var lastSeen: Day? {
    all(Contact.self).filter { $0.childSeen == true || $0.seenAlone == true }
      .map(\.header.day).max()
  }

  /// The day of the next contact, as it was last agreed.
  public var nextContact: Day? {
    all(Contact.self).lastWritten?.nextDay
  }

  /// Referrals written down after a child's first that no note has answered: each may carry a new
  /// danger, so the lead worker reads it (practice P2), also where its day is an earlier one.
  public var unreadRepeats: [Referral] {
    guard count(Referral.self) > 1 else { return [] }
    let answered = Set(all(Note.self).compactMap(\.about))
    var met: Set<ID> = []
    return referrals.asWritten.filter { referral in
      guard let person = referral.person else { return false }
      return !met.insert(today(person)).inserted && !answered.contains(referral.header.id)
    }
  }
}
