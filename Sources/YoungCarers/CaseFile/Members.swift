/// Who somebody in a family is, and what they are called.
extension CaseFile.Member {
  private static let parents: Set<String> = [
    "mother", "father", "parent", "stepmother", "stepfather", "step mother", "step father",
  ]

  static func isParent(_ relation: String?) -> Bool {
    relation.map { parents.contains(Relation.key($0)) } ?? false
  }

  public var isParent: Bool {
    entries.contains { $0.role == .parent || Self.isParent($0.relation) }
  }

  public var isCaredFor: Bool { entries.contains { $0.role == .caredFor } }

  /// What the family calls them, as far as it is known.
  public var called: String? { latest(\.preferred) ?? latest(\.given) ?? latest(\.relation) }

  /// Whether somebody means them: given or preferred name, with the surname or without, or what they
  /// are to the child.
  public func isCalled(_ name: String) -> Bool {
    let folded = Text.folded(name)
    let firsts = all(\.given) + all(\.preferred)
    let lasts = all(\.surname)
    let names = firsts + firsts.flatMap { first in lasts.map { "\(first) \($0)" } }
    return names.contains { Text.folded($0) == folded }
      || all(\.relation).contains { Relation.key($0) == Relation.key(name) }
  }

  public var isYoungCarer: Bool { entries.contains { $0.role == .youngCarer } }

  /// Whether they are a child: by date of birth, else by what they are in the case.
  public func isChild(on day: Day) -> Bool {
    latest(\.born).map { day.age(born: $0) < 18 }
      ?? entries.contains { $0.role == .youngCarer || $0.role == .child }
  }

  /// All they go by; what a young carer is to somebody is no name of theirs.
  public var names: [String] {
    let full = [latest(\.given), latest(\.surname)].compactMap { $0 }.joined(separator: " ")
    return all(\.preferred) + all(\.given) + (full.isEmpty ? [] : [full])
      + (isYoungCarer ? [] : all(\.relation))
  }
}

extension CaseFile {
  /// As the young carers are called, or else whoever has a surname.
  public var familyName: String? {
    let people = all(Person.self)
    return people.first { $0.role == .youngCarer && $0.surname != nil }?.surname
      ?? people.lazy.compactMap(\.surname).first
  }
}
