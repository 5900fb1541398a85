/// Whether the service works with a family: from an accepting triage to a closure, and again from a
/// reopening. A child may be known, and be supported by the setting that noticed, without it.
public enum Involvement: Sendable, Equatable {
  case none
  case open(since: Day)
  case closed(Closure)

  public var isOpen: Bool { if case .open = self { true } else { false } }
  public var isClosed: Bool { if case .closed = self { true } else { false } }
}

extension CaseFile {
  /// What stands, in the order in which it was written down: a late closure of an earlier day still
  /// ends what was accepted before it was written.
  public var involvement: Involvement {
    switch turn {
    case .closure(let closure): .closed(closure)
    case let opening?: .open(since: opening.header.day)
    case nil: .none
    }
  }

  /// The triage or reopening with which the involvement began that goes on; nil where none does.
  public var opening: Entry? {
    if case .closure = turn { nil } else { turn }
  }

  /// Whatever opens or ends an involvement, as it was written down.
  var turns: [Entry] {
    let accepted = all(Triage.self).filter { $0.ways.contains(Triage.Way.accepted.rawValue) }
    return
      (accepted.map(\.entry) + all(Reopening.self).map(\.entry)
      + all(Closure.self).map(\.entry))
      .sorted { $0.header.recorded < $1.header.recorded }
  }

  /// What opened or ended the involvement last.
  private var turn: Entry? {
    turns.reduce(nil) { last, entry in
      if let last, last.kind != .closure, entry.kind != .closure { return last }
      return entry
    }
  }

  /// Nothing is begun with a family whose work has ended: nobody would look at it again.
  public func requireGoingOn() throws {
    guard involvement.isClosed else { return }
    throw Problem(
      "case-closed", .usage, "the work with \(family) has ended",
      cure: "carers review reopen \(family), where it begins again.")
  }
}
