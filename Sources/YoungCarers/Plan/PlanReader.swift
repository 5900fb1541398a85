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
  public let person: ID?
  /// Whether they were in the room, or agreed to the plan. Who was not sees what they do themselves.
  public let wasInRoom: Bool
  /// Whether the coordinator decided that they must stay away.
  public let isKeptAway: Bool

  func isCalled(_ other: String) -> Bool { names.contains { PlanReader.same($0, other) } }
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
      if !found.contains(where: { PlanReader.same($0, name) }) { found.append(name) }
    }
  }

  /// The schools of the children who are young carers, each once.
  public var schools: [String] {
    children.compactMap { $0.latest(\.school) }.reduce(into: []) { found, school in
      if !found.contains(where: { Text.folded($0) == Text.folded(school) }) { found.append(school) }
    }
  }

  /// Somebody of the plan, by id or as somebody calls them. Nil where nobody there is called so.
  public func reader(called given: String, of plan: FamilyPlan) -> NamedReader? {
    let guests = plan.conference.flatMap(conference).map(invitees) ?? []
    let member =
      members.first { $0.id == today(ID(given)) }
      ?? members.first { $0.names.contains { PlanReader.same($0, given) } }
    let guest = guests.first { guest in
      guest.person != nil && guest.person.map(today) == member?.id
        || PlanReader.same(guest.name, given)
        || member == nil && guest.relation.map { PlanReader.same($0, given) } ?? false
    }
    let own = member ?? guest?.person.flatMap(self.member)
    let others = actions(of: plan).map(\.who) + plan.agreedBy
    guard own != nil || guest != nil || others.contains(where: { PlanReader.same($0, given) })
    else { return nil }
    let names =
      (own == nil ? [given] : []) + (own?.names ?? []) + (guest.map { [$0.name] } ?? [])
      + (guest?.relation.map { [$0] } ?? [])
    let name = own?.called ?? guest?.name ?? given
    let room = room(of: plan)
    return NamedReader(
      name: name, names: names, person: own?.id,
      wasInRoom: room.contains { present in names.contains { PlanReader.same($0, present) } },
      isKeptAway: guest?.isExcluded ?? false)
  }
}
