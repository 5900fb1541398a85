/// Whether the service works with a family: from an accepting triage to a closure, and again from a
/// reopening. A child may be known, and be supported by the setting that noticed, without it.
public enum Involvement: Sendable, Equatable {
  case none
  case open(since: Day)
  case closed(Closure)

  public var isOpen: Bool { if case .open = self { true } else { false } }
}

extension CaseFile {
  /// What stands, in the order in which it was written down: a late closure of an earlier day still
  /// ends what was accepted before it was written.
  public var involvement: Involvement {
    var state = Involvement.none
    for entry in standing.sorted(by: { $0.header.recorded < $1.header.recorded }) {
      switch entry {
      case .triage(let triage) where triage.ways.contains(Triage.Way.accepted.rawValue):
        if !state.isOpen { state = .open(since: triage.header.day) }
      case .reopening(let reopening): state = .open(since: reopening.header.day)
      case .closure(let closure): state = .closed(closure)
      default: break
      }
    }
    return state
  }
}
