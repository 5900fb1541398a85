/// Whoever holds a page of the plan. "Family" is not one reader (practice P6).
public enum PlanReader: Sendable, Equatable {
  /// Those who were in the room, all of them together.
  case family
  /// The service's own workers.
  case worker
  /// A school, by its name: it gets what it needs to know, and nothing else.
  case school(String)
  case person(NamedReader)
}

/// One person who is handed a page.
public struct NamedReader: Sendable, Equatable {
  /// As whoever asked for the page called them.
  public let name: String
  /// All they go by: given, preferred and full name, and what they are to the child.
  public let names: [String]
  /// Those of them that nobody else in the plan goes by, folded; and what only they are to the child.
  /// Nan may not see what is for Granny.
  let theirs: Set<String>
  public let person: ID?
  /// Whether they were in the room, or agreed to the plan. Who was not sees what they do themselves.
  public let wasInRoom: Bool
  /// Whether the coordinator decided that they must stay away.
  public let isKeptAway: Bool

  func isCalled(_ other: String) -> Bool {
    theirs.contains(Text.folded(other)) || theirs.contains(Relation.key(other))
  }
}

extension PlanReader {
  /// One name for two: `Mum` is `mother`, and marks and capitals tell nobody apart.
  static func same(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Relation.key(one), Relation.key(other))
    return one == other && !one.isEmpty
  }
}

extension CaseFile {
  /// Who was in the room where the plan was made, and who has agreed to it; each once.
  public func room(of plan: FamilyPlan) -> [String] {
    let came = plan.conference.flatMap(conference).map(invitees) ?? []
    let names = came.filter { $0.attended == true && !$0.isExcluded }.map(\.name) + plan.agreedBy
    return names.reduce(into: []) { found, name in
      if !found.contains(where: { Text.folded($0) == Text.folded(name) }) { found.append(name) }
    }
  }

  /// The schools of the children who are young carers, each once.
  public var schools: [String] {
    children.compactMap { $0.latest(\.school) }.reduce(into: []) { found, school in
      if !found.contains(where: { Text.folded($0) == Text.folded(school) }) { found.append(school) }
    }
  }

  /// The members who go by a name, or else by what it means: `Mum` is `mother`.
  public func members(called given: String) -> [Member] {
    if let member = members.first(where: { $0.id == today(ID(given)) }) { return [member] }
    let exact = members.filter { $0.names.contains { Text.folded($0) == Text.folded(given) } }
    return exact.isEmpty
      ? members.filter { $0.names.contains { PlanReader.same($0, given) } } : exact
  }

  /// Somebody of the plan, by id or as somebody calls them. Nil where nobody there is called so.
  public func reader(called given: String, of plan: FamilyPlan) -> NamedReader? {
    let guests = plan.conference.flatMap(conference).map(invitees) ?? []
    let member = members(called: given).first
    func isTheirs(_ guest: Invitee) -> Bool {
      guest.person.map { today($0) == member?.id }
        ?? (Text.folded(guest.name) == Text.folded(given)
          || member?.names.contains { Text.folded($0) == Text.folded(guest.name) } ?? false)
    }
    let guest =
      guests.first(where: isTheirs)
      ?? (member == nil ? guests.first { PlanReader.same($0.name, given) } : nil)
    let own = member ?? guest?.person.flatMap(self.member)
    let others = actions(of: plan).map(\.who) + plan.agreedBy
    guard own != nil || guest != nil || others.contains(where: { PlanReader.same($0, given) })
    else { return nil }
    let names =
      (own == nil ? [given] : []) + (own?.names ?? []) + (guest.map { [$0.name] } ?? [])
      + (guest?.relation.map { [$0] } ?? [])
    let reader = NamedReader(
      name: own?.called ?? guest?.name ?? given, names: names,
      theirs: theirs(names, own?.id, guest, guests), person: own?.id, wasInRoom: false,
      isKeptAway: guest?.isExcluded ?? false)
    return reader.inRoom(room(of: plan).contains(where: reader.isCalled))
  }

  private func theirs(_ names: [String], _ own: ID?, _ guest: Invitee?, _ guests: [Invitee])
    -> Set<String>
  {
    let strangers =
      members.filter { $0.id != own }.flatMap(\.names)
      + guests.filter { other in
        other.key != guest?.key && (own == nil || other.person.map(today) != own)
      }.map(\.name)
    let taken = Set(strangers.map(Text.folded) + strangers.map(Relation.key))
    let folded = names.map(Text.folded)
    let exact = Set(strangers.map(Text.folded))
    return Set(folded.filter { !exact.contains($0) })
      .union(names.map(Relation.key).filter { !taken.contains($0) })
  }
}

extension NamedReader {
  fileprivate func inRoom(_ isSo: Bool) -> NamedReader {
    NamedReader(
      name: name, names: names, theirs: theirs, person: person, wasInRoom: isSo,
      isKeptAway: isKeptAway)
  }
}
