import Storage
import YoungCarers

extension Session {
  /// The child that a command is about: a person's whole id, or that of a case with one young carer.
  func child(_ typed: String, _ entries: Entries) throws -> ID {
    let id = try whole(typed, entries)
    guard id.shape == .family else { return id }
    let children = try entries.store.read(as: actor, for: .casework, at: world.clock()) { reader in
      try reader.caseFile(id).children.map(\.id)
    }.content
    guard let only = children.first, children.count == 1 else {
      let named = ID(children.map(\.text).joined(separator: ", "))
      throw Problem(
        "child-unnamed", .usage,
        children.isEmpty
          ? "nobody in \(id) is written down as a young carer"
          : "\(children.count) young carers are in \(id): \(named)",
        cure: children.isEmpty
          ? "Give the child's own id (YP-…): carers show \(id)." : "Give the id of the one meant.")
    }
    return only
  }

  /// Says each alarm that was raised, also with `--quiet`, and makes the status 1 (practice P1).
  func tell(_ raised: [SafeguardingFlag]) throws {
    for flag in raised {
      status = 1
      let whose = flag.person ?? flag.header.family
      try insist(
        "FLAG \(flag.header.id.text)\(whose.map { ", \($0.text)" } ?? ""): \(flag.raised ?? "safeguarding")"
      )
    }
    if !raised.isEmpty {
      try insist("The front door today, whatever else waits. Then: carers flag answer ID --done …")
    }
  }
}

extension Writer {
  /// Raises an alarm about a child, or a whole case; `session.tell` says it when the command is done.
  func raise(_ what: String, about: ID?, person: ID, text: String? = nil) throws
    -> SafeguardingFlag
  {
    var flag = SafeguardingFlag()
    flag.header = try header(about: person)
    flag.raised = what
    flag.about = about
    flag.person = person.shape == .person ? person : nil
    flag.text = text
    try append(.flag(flag))
    return flag
  }
}
